using Cli.Tests.Shell;

namespace Cli.Tests.Solving;

public class SolvingVerbTests
{
    [Theory]
    [InlineData("continuous", "reduced")]
    [InlineData("clocked", "ideal reads")]
    [InlineData("digital", "asynchronous")]
    public void MaxCut_OfATinyGraph_FindsTheEnumeratedOptimum(string machine, string engine)
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.Run("maxcut", TinyInstances.WriteGraph(folder), "--machine", machine, "--runs", "20", "--json",
            folder["r.json"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var record = JsonRecord.Read(folder["r.json"]);
        JsonRecord.AssertComplete(record);
        Assert.Equal((machine, engine, 20), (record["machine"]!.ToString(), record["engine"]!.ToString(), record["runs"]!.AsArray().Count));
        Assert.Null(record["bestKnown"]);
        Assert.Equal(record.Number("bestScore"), TinyInstances.Cut(record.Integers("bestAnswer")));
        Assert.Equal(TinyInstances.LargestCut(), record.Number("bestScore"));
        // E = −cut, with the offset; energies are recomputed in doubles of small halves, so they are exact.
        Assert.All(record["runs"]!.AsArray(), r => Assert.Equal(-r!.Number("score"), r!.Number("energy"), 12));
        Assert.Contains("tiny", run.Output);
    }

    [Fact]
    public void MaxCut_OnTheCircuit_RecordsTheElectricalSideAndTheCrossCheck()
    {
        using var folder = new ScratchFolder();
        HopfieldCall.Run("maxcut", TinyInstances.WriteGraph(folder), "--segment-ohms", "1", "--runs", "4", "--quiet", "--json",
            folder["r.json"]);
        var record = JsonRecord.Read(folder["r.json"]);

        // Femtoamperes: rounding of an independent solve whose currents are of the order of 100 µA.
        Assert.InRange(record.Number("residualAmperes"), 0, 1e-12);
        Assert.All(record["runs"]!.AsArray(),
            r => Assert.True(r!["settled"]!.GetValue<bool>() && r.Number("settleSeconds") > 0 && r.Number("energyJoules") > 0));
        Assert.Equal(1, record["parameters"]!["wires"]!.Number("wordSegmentOhms"));
        Assert.True(record["crossCheck"]!["agrees"]!.GetValue<bool>());
        Assert.Contains(record["crossCheck"]!["rows"]!.AsArray(), row => row!["engine"]!.ToString()
            .StartsWith("digital", StringComparison.Ordinal));
        Assert.InRange(record["digital"]!.Number("bestScore"), 0, TinyInstances.LargestCut());
    }

    [Fact]
    public void MaxCut_OnTheClockedMachine_NamesBothKindsOfSuccess()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder["p.json"], """{ "noiseUnits": { "start": 2, "end": 0, "profile": "super-linear" }, "clockHertz": 1e9 }""");
        var run = HopfieldCall.Run("maxcut", TinyInstances.WriteGraph(folder), "--machine", "clocked", "--runs", "70", "--cycles", "30",
            "--batch", "2",
            "--segment-ohms", "1", "--programming-error", "2", "--parameters", folder["p.json"], "--json", folder["r.json"], "--out",
                folder["out"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("best seen on the way", run.Output);
        var record = JsonRecord.Read(folder["r.json"]);
        Assert.Equal(TinyInstances.LargestCut(), record["bestSeen"]!.Number("bestScore"));
        Assert.Equal((30, 2, 1e9), (record["parameters"]!["cycles"]!.GetValue<int>(),
            record["parameters"]!["batchColumns"]!.GetValue<int>(),
            record["parameters"]!.Number("clockHertz")));
        Assert.Equal(70, record["runs"]!.AsArray().Count);
        Assert.NotNull(record["digital"]);
        Assert.Null(record["crossCheck"]);
        Assert.Contains("clocked machine", File.ReadAllText(Path.Combine(folder["out"], "index.html")));
    }

    [Fact]
    public void Tsp_OfCitiesOnACircle_GivesToursWhoseLengthsAreRight()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.Run("tsp", TinyInstances.WriteCities(folder), "--runs", "10", "--json", folder["r.json"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var record = JsonRecord.Read(folder["r.json"]);
        JsonRecord.AssertComplete(record);
        int[] tour = record.Integers("bestAnswer");
        Assert.Equal([1, 2, 3, 4, 5, 6], tour.Order());
        Assert.Equal(TinyInstances.Length(tour), record.Number("bestScore"));
        Assert.Equal(1, record.Number("feasibleFraction"));
        // Once round: six chords of 100 (rounded). No tour is shorter.
        Assert.All(record["runs"]!.AsArray(), r => Assert.InRange(r!.Number("score"), 600, 1200));
        Assert.Equal(600, record.Number("bestScore"));
    }

    [Theory]
    [InlineData("pseudoinverse")]
    [InlineData("hebb")]
    public void Recall_OfPicturesFromFiles_RestoresThem(string rule)
    {
        using var folder = new ScratchFolder();
        // Two pictures that differ in half of their pixels: a left half and an upper half of 6 × 6.
        string left = folder.Write("left.pgm", "P2\n6 6\n255\n" + string.Concat(Enumerable.Repeat("255 255 255 0 0 0\n", 6)));
        string upper = folder.Write("upper.pgm",
            "P2\n6 6\n255\n" + string.Concat(Enumerable.Range(0, 6)
            .Select(row => string.Concat(Enumerable.Repeat(row < 3 ? "255 " : "0 ", 6)) + "\n")));
        var run = HopfieldCall.Run("recall", "--patterns", left, upper, "--rule", rule, "--noise", "0.12", "--runs", "6", "--json",
            folder["r.json"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var record = JsonRecord.Read(folder["r.json"]);
        JsonRecord.AssertComplete(record);
        // Orthogonal patterns, 4 of 36 pixels flipped: every pixel's field keeps the stored sign, so each run must end at overlap 1.
        Assert.All(record["runs"]!.AsArray(), r => Assert.Equal(1, r!.Number("score")));
        Assert.Equal(1, record.Number("bestKnown"));
    }

    [Fact]
    public void MaxCut_WithTheSameSeed_WritesTheSameRecordButForWallTimes()
    {
        using var folder = new ScratchFolder();
        string graph = TinyInstances.WriteGraph(folder);
        foreach (var (name, seed) in (ReadOnlySpan<(string, string)>)[("a", "5"), ("b", "5"), ("c", "6")])
            HopfieldCall.Run("maxcut", graph, "--seed", seed, "--runs", "8", "--quiet", "--json", folder[name]);

        Assert.Equal(WithoutWallTimes(folder["a"]), WithoutWallTimes(folder["b"]));
        Assert.NotEqual(WithoutWallTimes(folder["a"]), WithoutWallTimes(folder["c"]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, 1)]
    public void MaxCut_WithATarget_SaysWhetherItWasReached(int target, int exitCode)
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.Run("maxcut", TinyInstances.WriteGraph(folder), "--runs", "2", "--target", $"{target}", "--json",
            folder["r.json"]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 1, run.Output.Contains($"target {target} not reached"));
        Assert.True(File.Exists(folder["r.json"]));
    }

    [Fact]
    public void MaxCut_Quiet_PrintsNothing()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(new HopfieldResult(0, "", ""),
            HopfieldCall.Run("maxcut", TinyInstances.WriteGraph(folder), "--runs", "2", "--quiet"));
    }

    private static string WithoutWallTimes(string path) =>
        string.Concat(File.ReadLines(path).Where(line => !line.Contains("\"wallSeconds\"")).Select(line => line + "\n"));
}
