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
        foreach (var (key, value) in Parameters.Of(item).Where(entry => !s_saidAbove.Contains(entry.Key)))
            if (value is null && IsNeeded(item, key)) table.Add(key, "needed", ParameterUnit.Of(key));
            else AddTo(table, key, value);
        return table.Rows.Count > 0 ? table : null;
    }

    /// <summary>A parameter in a row; one that has parts in a row for each part.</summary>
    private static void AddTo(ResultTable table, string key, JsonNode? value)
    {
        if (value is not JsonObject parts)
        {
            table.Add(key, Text(value), ParameterUnit.Of(key));
            return;
        }
        if (parts["name"] is { } name) table.Add(key, Text(name), "-");
        foreach (var (part, own) in parts)
            if (part != "name") AddTo(table, $"{key}.{part}", own);
    }

    private static bool IsNeeded(object item, string key) =>
        item.GetType().GetProperty(key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
            ?.GetCustomAttribute<RequiredMemberAttribute>() is not null;

    private static string Text(JsonNode? value) => value switch
    {
        null or JsonArray { Count: 0 } => "-",
        JsonArray many => string.Join(", ", many.Select(Text)),
        JsonObject named when named["name"] is { } name => Text(name),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number =>
            double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(s_oneLine),
    };

    // Facts of their own; no parameters for readers.
    private static readonly string[] s_saidAbove = ["name", "summary", "source"];

    private static readonly JsonSerializerOptions s_oneLine = new(RecordJson.Options) { WriteIndented = false };
}
