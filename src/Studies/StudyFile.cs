using System.Text.Json;
using System.Text.Json.Nodes;
using Hopfield.Numerics;
using Studies.Records;

namespace Studies;

/// <summary>A record on disk: the study in it, ready to be run again.</summary>
/// <param name="Study">The question.</param>
/// <param name="Record">The answer as it was written.</param>
public sealed record StudyFile(Study Study, JsonObject Record)
{
    /// <summary>Reads a record. Files that it names are looked for as they were given, then from the record's own folder.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not the record of a study that is known here.</exception>
    public static StudyFile Read(string path)
    {
        var record = ParametersFile.Read(path, "{ \"study\": …, \"options\": … }, the record of a study");
        if (record["study"]?.GetValueKind() != JsonValueKind.String || !record.TryGetPropertyValue("options", out var question))
            throw NoRecord();
        string name = record["study"]!.GetValue<string>();
        var studies = Catalog.Of<Study>();
        var study = studies.FirstOrDefault(known => known.Name == name) ?? throw new InvalidDataException(
            $"{path}: there is no study '{name}'; expected one of {string.Join(", ", studies.Select(known => known.Name))}");
        if (question is null && study.IsAlsoOfPrograms)
            throw new InvalidDataException($"{path}: a program put this experiment together, so it cannot be asked again from its record; "
                + "expected a record with options, as --json writes it");
        if (question?.DeepClone() is not JsonObject options) throw NoRecord();
        if (record["cancelled"] is { } cancelled && cancelled.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            throw new InvalidDataException($"{path}: the value of cancelled does not fit; expected true or false");
        if (record["unrepeated"] is { } left
            && !(left is JsonArray paths && paths.All(place => place?.GetValueKind() == JsonValueKind.String)))
            throw new InvalidDataException($"{path}: the value of unrepeated does not fit; expected a list of paths");
        FindBeside(options, Path.GetDirectoryName(path) ?? "");
        return new((Study)Parameters.Over(study, options, path), record);

        InvalidDataException NoRecord() => new($"{path}: not the record of a study; expected an object with 'study' and 'options'");
    }

    // A file of the same name that happens to lie here.
    private static bool IsAnother(string path, JsonObject parts) => $"{parts["sha256"] ?? parts["fileSha256"]}" is { Length: > 0 } hash
        && DataFile.Of(path).Sha256 != hash;

    /// <summary>Files and folders that are not where the record says, seen from here, but where it says seen from the record.</summary>
    private static void FindBeside(JsonNode? node, string folder)
    {
        if (node is JsonArray many)
        {
            foreach (var one in many) FindBeside(one, folder);
        }
        else if (node is JsonObject parts)
        {
            foreach (var (key, value) in parts.ToList())
            {
                FindBeside(value, folder);
                if (key is not ("path" or "file") && !key.EndsWith("folder", StringComparison.OrdinalIgnoreCase)) continue;
                if (value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var given
                    && Path.Combine(folder, given) is var beside && Path.Exists(beside) && (!Path.Exists(given) || IsAnother(given, parts)))
                    parts[key] = beside;
            }
        }
    }
}
