using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Cli.Solving;

/// <summary>A user's own parameters of a machine or device: a JSON object with any of its parameters' names; the rest keep their
/// defaults.</summary>
internal sealed class ParametersFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlyParameters } },
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _path;
    private readonly JsonObject _given;

    /// <summary>Reads a file; its names are checked when it is applied.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a JSON object.</exception>
    internal ParametersFile(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: no such file", path);
        _path = path;
        try
        {
            _given = JsonNode.Parse(File.ReadAllText(path),
                documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })
                as JsonObject ?? throw new InvalidDataException($"{path}: not a JSON object; expected for example {{ \"loopGain\": 8 }}");
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"{path}:{damage.LineNumber + 1}: the JSON is damaged; expected an object such as {{ \"loopGain\": 8 }}", damage);
        }
    }

    /// <summary>The parameters with the file's values put over them.</summary>
    /// <exception cref="InvalidDataException">A name is unknown, or a value is of the wrong kind or out of range.</exception>
    internal T Over<T>(T defaults) where T : notnull
    {
        var merged = JsonSerializer.SerializeToNode(defaults, defaults.GetType(), Options)!.AsObject();
        string names = string.Join(", ", merged.Select(entry => entry.Key));
        foreach (var (name, value) in _given)
        {
            if (!merged.ContainsKey(name)) throw new InvalidDataException($"{_path}: there is no parameter '{name}'; expected one of {names}");
            merged[name] = value?.DeepClone();
        }
        try
        {
            return (T)merged.Deserialize(defaults.GetType(), Options)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{_path}: the value of {wrong.Path?.TrimStart('$', '.')} does not fit; expected a value of the parameter's kind", wrong);
        }
        catch (ArgumentException range)
        {
            throw new InvalidDataException($"{_path}: {range.Message.Split(" (Parameter")[0]}", range);
        }
    }

    // A parameter can be set; everything else that a record shows follows from the parameters.
    private static void OnlyParameters(JsonTypeInfo type)
    {
        for (int k = type.Properties.Count - 1; k >= 0; k--)
            if (type.Properties[k].Set is null) type.Properties.RemoveAt(k);
    }
}
