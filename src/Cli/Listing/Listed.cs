using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cli.Output;
using Hopfield.Numerics;
using Studies.Records;

namespace Cli.Listing;

/// <summary>Something that users can name, as <c>hopfield list</c> shows it.</summary>
/// <param name="Name">What they type.</param>
/// <param name="Summary">One sentence.</param>
internal sealed record Listed(string Name, string Summary)
{
    /// <summary>What else there is to say, such as its source.</summary>
    internal IReadOnlyList<(string What, string Text)> Facts { get; init; } = [];

    /// <summary>Its parameters, or what it holds; made when it is asked for, null for nothing.</summary>
    internal Func<ResultTable?> Table { get; init; } = () => null;

    /// <summary>An item of a catalogue: source and limits where it states them, and everything that can be set.</summary>
    /// <param name="item">The item.</param>
    /// <param name="parameters">What holds its parameters, where that is not the item.</param>
    /// <param name="facts">What only this kind of item has to say.</param>
    internal static Listed Of(ICatalogued item, object? parameters = null, params IEnumerable<(string What, string Text)> facts) =>
        new(item.Name, item.Summary)
        {
            Facts = [.. Stated(item, "Source", "source"), .. Stated(item, "NotModelled", "not modelled"), .. facts],
            Table = () => ParametersOf(parameters ?? item),
        };

    private static IEnumerable<(string, string)> Stated(object item, string property, string what) =>
        item.GetType().GetProperty(property)?.GetValue(item) is string { Length: > 0 } text ? [(what, text)] : [];

    private static ResultTable? ParametersOf(object item)
    {
        var table = new ResultTable("parameter", "default", "unit");
        foreach (var (key, value) in Parameters.Of(item)) table.Add(key, Text(item, key, value), ParameterUnit.Of(key));
        return table.Rows.Count > 0 ? table : null;
    }

    private static string Text(object item, string key, JsonNode? value) => value switch
    {
        null => item.GetType().GetProperty(key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
            ?.GetCustomAttribute<RequiredMemberAttribute>() is not null ? "needed" : "-",
        JsonObject part when part["name"] is JsonValue name && part.Count == 1 => name.ToString(),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number =>
            double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(s_oneLine),
    };

    private static readonly JsonSerializerOptions s_oneLine = new(RecordJson.Options) { WriteIndented = false };
}
