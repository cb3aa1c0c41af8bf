using System.Text.Json.Nodes;

namespace Cli.Tests.Solving;

/// <summary>Reads JSON records the way scripts do: by name.</summary>
internal static class JsonRecord
{
    public static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(path))!;

    public static double Number(this JsonNode node, string name) => node[name]!.GetValue<double>();

    public static int[] Integers(this JsonNode node, string name) => [.. node[name]!.AsArray().Select(item => item!.GetValue<int>())];

    /// <summary>The fields that every record has, by README and issue.</summary>
    public static void AssertComplete(JsonNode record)
    {
        foreach (string name in (string[])["problem", "machine", "engine", "seed", "bestScore", "bestEnergy", "bestKnown", "runs",
            "residualAmperes", "version"])
            Assert.True(record.AsObject().ContainsKey(name), $"'{name}' is missing");
        Assert.All(record["runs"]!.AsArray(), run => Assert.Equal(
            ["seed", "energy", "score", "feasible", "settled", "settleSeconds", "energyJoules"],
                run!.AsObject().Select(field => field.Key)));
        Assert.Equal(record["runs"]!.AsArray().Min(run => run!.Number("energy")), record.Number("bestEnergy"));
    }
}
