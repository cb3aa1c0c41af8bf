using System.Text.Json;
using Cli.Output;

namespace Cli.Tests.Shell;

public class RunReportTests
{
    private static readonly RunReport Report = new()
    {
        Problem = "ring<4>",
        Machine = "digital",
        Engine = "asynchronous",
        Seed = ulong.MaxValue,
        BestScore = 4,
        BestEnergy = -4,
        BestKnown = null,
        Residual = double.NaN,
        Runs =
        [
            new() { Seed = 7, Energy = double.NegativeInfinity, Score = 4, Feasible = true, Settled = true, SettleSeconds = 1.5e-6, EnergyJoules = null },
        ],
    };

    [Fact]
    public void ToJson_OfAReport_HasTheAgreedNames()
    {
        using var json = JsonDocument.Parse(Report.ToJson());
        string[] names = [.. json.RootElement.EnumerateObject().Select(property => property.Name)];
        string[] runNames = [.. json.RootElement.GetProperty("runs")[0].EnumerateObject().Select(property => property.Name)];

        Assert.Equal(["problem", "machine", "engine", "seed", "bestScore", "bestEnergy", "bestKnown", "runs", "residual", "cancelled",
            "version"], names);
        Assert.Equal(["seed", "energy", "score", "feasible", "settled", "settleSeconds", "energyJoules"], runNames);
        Assert.Equal(ulong.MaxValue, json.RootElement.GetProperty("seed").GetUInt64());
    }

    [Fact]
    public void ToJson_OfNumbersThatAreNot_WritesNull()
    {
        string text = Report.ToJson();
        using var json = JsonDocument.Parse(text);

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("bestKnown").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("residual").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("runs")[0].GetProperty("energy").ValueKind);
        Assert.DoesNotContain("NaN", text);
        Assert.DoesNotContain("Infinity", text);
    }
}
