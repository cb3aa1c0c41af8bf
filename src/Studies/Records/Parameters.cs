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

    static Parameters()
    {
        // Infinity is a value here (an unlimited slew rate), not something unknown.
        Options.Converters.Clear();
        Options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        Options.Converters.Add(new CataloguedConverters());
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
        var merged = Of(item);
        string names = string.Join(", ", merged.Select(entry => entry.Key));
        foreach (var (name, value) in given)
        {
            if (!merged.ContainsKey(name)) throw new InvalidDataException($"{where}: there is no parameter '{name}'; expected one of {names}");
            // Last, so that it wins over a parameter of which it is a part (a temperature, and its course).
            merged.Remove(name);
            merged[name] = value?.DeepClone();
        }
        try
        {
            return merged.Deserialize(item.GetType(), Options)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{where}: the value of {wrong.Path?.TrimStart('$', '.')} does not fit; expected a value of the parameter's kind", wrong);
        }
        catch (ArgumentException range)
        {
            throw new InvalidDataException($"{where}: {range.Message.Split(" (Parameter")[0]}", range);
        }
    }

    // A parameter can be set; everything else that a record shows follows from the parameters.
    private static void OnlyParameters(JsonTypeInfo type)
    {
        for (int k = type.Properties.Count - 1; k >= 0; k--)
            if (type.Properties[k].Set is null) type.Properties.RemoveAt(k);
    }
}
