using System.Text.Json;
using System.Text.Json.Nodes;

namespace Studies.Records;

/// <summary>A user's own parameters of a machine or device: a JSON object with any of its parameters' names; the rest keep their
/// defaults.</summary>
public static class ParametersFile
{
    /// <summary>Reads a file; its names are checked when it is applied (<see cref="Parameters.Over"/>).</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="example">What such a file holds, for messages.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a JSON object.</exception>
    public static JsonObject Read(string path, string example = "{ \"loopGain\": 8 }")
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: no such file", path);
        try
        {
            return JsonNode.Parse(File.ReadAllText(path),
                documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })
                as JsonObject ?? throw new InvalidDataException($"{path}: not a JSON object; expected for example {example}");
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"{path}:{damage.LineNumber + 1}: the JSON is damaged; expected an object such as {example}", damage);
        }
    }
}
