using System.Text.Json;
using System.Text.Json.Nodes;

namespace Studies.Records;

/// <summary>Compares two records number by number. Left out is what no run repeats: the version, seconds of the clock on the wall, and
/// what the record itself names (<see cref="StudyRecord.Unrepeated"/>).</summary>
public static class RecordComparison
{
    private static readonly string[] s_unrepeated = ["version", "wallSeconds"];

    /// <summary>Paths at which they differ, with both values, such as <c>runs[3].energy: -512, -508</c>; none when they are the
    /// same.</summary>
    /// <param name="first">The record.</param>
    /// <param name="second">The record of its question, asked again.</param>
    /// <param name="folder">Folder of the first: a file that was found from there may be called so in the second.</param>
    public static IReadOnlyList<string> Differences(JsonNode? first, JsonNode? second, string? folder = null)
    {
        var found = new List<string>();
        string[] left = [.. Unrepeated(first), .. Unrepeated(second)];
        Compare("", first, second, folder, found);
        return [.. found.Where(difference => !left.Any(path => difference.StartsWith(path, StringComparison.Ordinal)
            && difference.Length > path.Length && (difference[path.Length] is '.' or '[' or ':')))];
    }

    private static IEnumerable<string> Unrepeated(JsonNode? record) =>
        (record as JsonObject)?["unrepeated"] is JsonArray paths ? paths.Select(TextOf).OfType<string>() : [];

    private static void Compare(string path, JsonNode? a, JsonNode? b, string? folder, List<string> found)
    {
        if (a is JsonObject left && b is JsonObject right)
        {
            foreach (string key in left.Select(entry => entry.Key).Union(right.Select(entry => entry.Key)).Where(IsRepeated))
                Compare(path.Length == 0 ? key : $"{path}.{key}", left[key], right[key], folder, found);
        }
        else if (a is JsonArray many && b is JsonArray others && many.Count == others.Count)
        {
            for (int k = 0; k < many.Count; k++) Compare($"{path}[{k}]", many[k], others[k], folder, found);
        }
        else if (!JsonNode.DeepEquals(a, b) && !(folder is not null && TextOf(a) is { } given && Path.Combine(folder, given) == TextOf(b)))
        {
            found.Add($"{path}: {Short(a)}, {Short(b)}");
        }
    }

    private static string? TextOf(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static bool IsRepeated(string key) =>
        !s_unrepeated.Any(unrepeated => key.EndsWith(unrepeated, StringComparison.OrdinalIgnoreCase));

    private static string Short(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonArray array => $"{array.Count} entries",
        JsonObject => "an object",
        _ => node.ToJsonString(new JsonSerializerOptions(RecordJson.Options) { WriteIndented = false }),
    };
}
