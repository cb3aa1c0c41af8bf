using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Studies.Records;

/// <summary>The parameters of a record as JSON: everything that can be set, nothing that follows from it. What is written here can be read
/// again, so that every <c>parameters</c> block of a record is a parameter file.</summary>
public static class Parameters
{
    /// <summary>The options of the serializer.</summary>
    internal static JsonSerializerOptions Options { get; } = new(RecordJson.Options)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlyParameters } },
    };

    // Defaults may leave open what must be given (a problem, a file): written as null, it is not read as one.
    private static readonly JsonSerializerOptions s_reading;

    static Parameters()
    {
        // Infinity is a value here (an unlimited slew rate), not something unknown.
        Options.Converters.Clear();
        Options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        Options.Converters.Add(new CataloguedConverters());
        s_reading = new(Options) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
    }

    /// <summary>The parameters of an object, in order of declaration.</summary>
    public static JsonObject Of(object item) => JsonSerializer.SerializeToNode(item, item.GetType(), Options)!.AsObject();

    /// <summary>An object of the same type with the given parameters in place of its own.</summary>
    /// <param name="item">Defaults.</param>
    /// <param name="given">Any of its parameters.</param>
    /// <param name="where">Where they come from, for messages: a file's path.</param>
    /// <exception cref="InvalidDataException">A name is unknown, or a value is of the wrong kind or out of range.</exception>
    public static object Over(object item, JsonObject given, string where)
    {
        try
        {
            return With(item, given);
        }
        catch (ParameterException wrong)
        {
            throw new InvalidDataException($"{where}: {wrong.Message}", wrong);
        }
    }

    /// <inheritdoc cref="Over"/>
    /// <exception cref="ParameterException">A name is unknown, or a value is of the wrong kind or out of range.</exception>
    internal static object With(object item, JsonObject given)
    {
        var merged = Of(item);
        string names = string.Join(", ", merged.Select(entry => entry.Key));
        foreach (var (name, value) in given)
        {
            if (!merged.ContainsKey(name)) throw new ParameterException($"there is no parameter '{name}'; expected one of {names}");
            RefuseNullEntries(value, name);
            // Last, so that it wins over a parameter of which it is a part (a temperature, and its course).
            merged.Remove(name);
            merged[name] = value?.DeepClone();
        }
        try
        {
            return merged.Deserialize(item.GetType(), s_reading)!;
        }
        catch (ParameterException part)
        {
            throw new ParameterException($"{PlaceOf(part)}: {part.Message}", part);
        }
        catch (JsonException wrong)
        {
            throw new ParameterException($"the value of {PlaceOf(wrong)} does not fit; expected a value of the parameter's kind", wrong);
        }
        catch (ArgumentException range)
        {
            throw new ParameterException(range.Message.Split(" (Parameter")[0], range);
        }
    }

    private static string? PlaceOf(JsonException wrong) => wrong.Path?.TrimStart('$', '.');

    // The serializer knows which members can be null, but not which entries.
    private static void RefuseNullEntries(JsonNode? node, string place)
    {
        if (node is JsonObject parts)
        {
            foreach (var (key, part) in parts) RefuseNullEntries(part, $"{place}.{key}");
        }
        else if (node is JsonArray many)
        {
            if (many.Contains(null)) throw new ParameterException($"an entry of {place} is null; expected a value in every place");
            for (int k = 0; k < many.Count; k++) RefuseNullEntries(many[k], $"{place}[{k}]");
        }
    }

    // A parameter can be set; everything else that a record shows follows from the parameters.
    private static void OnlyParameters(JsonTypeInfo type)
    {
        for (int k = type.Properties.Count - 1; k >= 0; k--)
            if (type.Properties[k].Set is null) type.Properties.RemoveAt(k);
    }
}
