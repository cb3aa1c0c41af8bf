using System.Text.Json;
using Hopfield.Dynamics;
using Solvers.Problems.MaxCut;
using Studies.Solving;

namespace Cli.Tests.Shell;

public class RunReportTests
{
    private static SolveRecord Record() => SolveRecord.Of(Experiment.Run(
        new MaxCutProblem("ring<4>", 4, [new(0, 1, 1), new(1, 2, 1), new(2, 3, 1), new(3, 0, 1)]), new AsynchronousDynamics(), 2, ulong.MaxValue));

    [Fact]
    public void ToJson_OfARecord_HasTheAgreedNames()
    {
        using var json = JsonDocument.Parse(Record().ToJson());
        string[] names = [.. json.RootElement.EnumerateObject().Select(property => property.Name)];
        string[] runNames = [.. json.RootElement.GetProperty("runs")[0].EnumerateObject().Select(property => property.Name)];

        Assert.Subset(names.ToHashSet(), new HashSet<string> { "study", "options", "problem", "machine", "engine", "seed", "bestScore", "bestEnergy", "bestKnown", "runs",
            "residualAmperes", "parameters", "samples", "cancelled", "version" });
        Assert.Equal(["seed", "energy", "score", "feasible", "settled", "settleSeconds", "energyJoules"], runNames);
        Assert.Equal(ulong.MaxValue, json.RootElement.GetProperty("seed").GetUInt64());
        Assert.Equal("ring<4>", json.RootElement.GetProperty("problem").GetString());
    }

    [Fact]
    public void ToJson_OfNumbersThatAreNot_WritesNull()
    {
        string text = (Record() with { Target = double.NaN }).ToJson();
        using var json = JsonDocument.Parse(text);

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("residualAmperes").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("target").ValueKind);
        Assert.DoesNotContain("NaN", text);
    }
}
