using Cli.Tests.Shell;
using Cli.Tests.Solving;

namespace Cli.Tests.Energy;

public class EnergyVerbTests
{
    [Fact]
    public void Energy_OfATinyGraph_ItemisesEveryMachineAndDrawsIt()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "energy", TinyInstances.WriteGraph(folder), "--runs", "128", "--cycles", "20",
            "--batch", "2", "--segment-ohms", "1",
            "--json", "e.json", "--csv", "e.csv", "--out", "out", "--explain", "comparator");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("with 99 %", run.Output.Split('\n')[0]);
        Assert.Contains("Largest assumptions:", run.Output);
        Assert.Contains("× 5.2e-14 J =", run.Output);

        var record = JsonRecord.Read(folder["e.json"]);
        foreach (var row in record["rows"]!.AsArray())
        {
            double sum = row!["items"]!.AsArray().Sum(item => item!.Number("joules"));
            Assert.Equal(1, sum / row.Number("runJoules"), 1e-9);
            Assert.All(row["items"]!.AsArray(), item => Assert.False(string.IsNullOrWhiteSpace((string?)item!["source"])));
        }
        Assert.InRange(record.Number("arrayBalance"), 0, 1e-6);
        // A header, and a line for every item.
        Assert.Equal(1 + record["rows"]!.AsArray().Sum(row => row!["items"]!.AsArray().Count), File.ReadAllLines(folder["e.csv"]).Length);
        foreach (string file in (string[])["index.html", "ledger.csv", "components.svg", "to-solution.svg", "sensitivity.svg",
            "break-even.svg"])
            Assert.True(File.Exists(Path.Combine(folder["out"], file)), file);
    }

    [Fact]
    public void Energy_OfTheContinuousMachine_StatesItsPowerBalance()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "energy", TinyInstances.WriteGraph(folder), "--machine", "continuous",
            "--segment-ohms", "2", "--runs", "5", "--json", "e.json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("supplied = dissipated + stored", run.Output);
        Assert.InRange(JsonRecord.Read(folder["e.json"]).Number("arrayBalance"), 0, 1e-6);
    }

    [Fact]
    public void Energy_WithoutSuccess_IsInfiniteAndSaysSo()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "energy", TinyInstances.WriteGraph(folder), "--target", "1e6", "--runs", "64",
            "--cycles", "5");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("0 of 64 runs", run.Output);
    }

    [Theory]
    [InlineData("--preset", "moon", "there is no cost preset 'moon'; expected one of")]
    [InlineData("--preset", "digital-7nm", "prices a digital machine; expected one for the clocked one")]
    [InlineData("--machine", "digital", "digital machines are opponents here; expected clocked or continuous")]
    [InlineData("--success", "sometimes", "expected final or best-seen")]
    [InlineData("--runs-per-programming", "0", "--runs-per-programming must be")]
    [InlineData("--explain", "moon", "no row is called so")]
    public void Energy_WithWrongOptions_Refuses(string option, string value, string expected)
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.Run("energy", TinyInstances.WriteGraph(folder), option, value, "--cycles", "3");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors);
    }

    [Fact]
    public void Energy_OfASparseRing_LetsTheDigitalEngineStoreSparseRows()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder["ring.rud"], "60 60\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"{i} {i % 60 + 1} 1\n")));
        var run = HopfieldCall.RunIn(folder.Root, "energy", folder["ring.rud"], "--runs", "64", "--cycles", "50", "--opponents",
            "digital-45nm", "--json", "e.json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var digital = JsonRecord.Read(folder["e.json"])["rows"]!.AsArray().First(row => (string?)row!["preset"] == "digital-45nm")!;
        Assert.Contains("sparse rows, 2 neighbours", (string?)digital["priced"]);
        Assert.Equal(50 * 60 * 2, digital["items"]![0]!.Number("count"));
    }

    [Fact]
    public void Energy_OfTheContinuousMachineByBestSeen_Refuses()
    {
        using var folder = new ScratchFolder();
        HopfieldCall.Run("energy", TinyInstances.WriteGraph(folder), "--machine", "continuous", "--success", "best-seen")
            .AssertBadInput("hopfield: --success by the best state seen: the continuous machine keeps no state but its last");
    }

    [Fact]
    public void Energy_WithAPresetWithoutSource_Refuses()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder["p.json"], """{ "name": "mine", "summary": "s", "machine": "clocked", "items": [ { "component": "c", "per": "clock", "joules": 1e-12, "source": "" } ] }""");
        HopfieldCall.Run("energy", TinyInstances.WriteGraph(folder), "--preset", folder["p.json"])
            .AssertBadInput($"hopfield: {folder["p.json"]}: the item 'c' has no source");
    }
}
