using Cli.Tests.Shell;
using Cli.Tests.Solving;

namespace Cli.Tests.Recalling;

public class RecallingVerbTests
{
    [Fact]
    public void Recall_ByAModernNetwork_WritesPicturesAndRecord()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "recall", "--rule", "modern", "--beta", "0.3", "--json", "r.json", "--out", "o");
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        var record = JsonRecord.Read(folder["r.json"]);
        Assert.Equal(10, (int)record["exact"]!);
        foreach (var one in record["runs"]!.AsArray())
        {
            double[] energies = [.. one!["energies"]!.AsArray().Select(energy => (double)energy!)];
            Assert.True(energies[1] <= energies[0]);
            Assert.InRange((double)one["effectivePatternCount"]!, 1, 10);
        }
        foreach (string file in (string[])["index.html", "recall.svg",
            "energy.svg"]) Assert.True(File.Exists(Path.Combine(folder["o"], file)), file);
    }

    /// <summary>
    /// The glyphs with Hebb: ten are too many, and largest-field order needs no random numbers, so the outcome is a fixed one.
    /// </summary>
    [Fact]
    public void Recall_WithDynamicsOptions_UsesThem()
    {
        string Energies(params string[] options)
        {
            using var folder = new ScratchFolder();
            var run = HopfieldCall.RunIn(folder.Root, ["recall", "--rule", "hebb", "--machine", "digital", "-q", "--json", "r.json",
                .. options]);
            Assert.True(run.ExitCode == 0, run.Errors);
            return string.Join(' ', JsonRecord.Read(folder["r.json"])["runs"]!.AsArray().Select(one =>
                ((double)one!["energy"]!).ToString("f6")));
        }

        string plain = Energies(), kept = Energies("--keep-diagonal"), steepest = Energies("--order", "largest-field");
        Assert.NotEqual(plain, kept);
        Assert.NotEqual(plain, steepest);
        Assert.Equal(steepest, Energies("--order", "largest-field"));
    }

    [Fact]
    public void Recall_OfHalfCoveredSymbols_IsExact()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "recall", "--symbols", "first text", "second text", "--occlude", "0,0,10,21",
            "--noise", "0",
            "--machine", "digital", "--runs", "2", "--target", "1");
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
    }

    [Fact]
    public void Spectrum_OfTheGlyphs_ShowsEachRule()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "spectrum", "--rule", "hebb", "pseudoinverse", "--keep-diagonal", "--json", "s.json",
            "--out", "o");
        Assert.True(run.ExitCode == 0, run.Errors);
        var rules = JsonRecord.Read(folder["s.json"])["rules"]!;
        Assert.Equal(1, (double)rules[1]!["eigenvalues"]![9]!, 1e-9);
        Assert.Equal(0, (double)rules[1]!["eigenvalues"]![10]!, 1e-9);
        Assert.True(File.Exists(Path.Combine(folder["o"], "spectrum.svg")));
    }

    [Fact]
    public void Capacity_OfRandomPatterns_FallsWithTheLoadAndLaterForThePseudoinverse()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "capacity", "--size", "100", "--counts", "3", "30", "80", "--rule", "hebb",
            "pseudoinverse",
            "--draws", "4", "--json", "c.json", "--out", "o");
        Assert.True(run.ExitCode == 0, run.Errors);
        var shares = JsonRecord.Read(folder["c.json"])["points"]!.AsArray()
            .ToDictionary(point => ((string)point!["rule"]!, (int)point["count"]!), point => (double)point!["recalled"]!);
        Assert.Equal(1, shares[("hebb", 3)]);
        Assert.True(shares[("hebb", 30)] < 0.3 && shares[("pseudoinverse", 30)] > 0.95);
        Assert.True(shares[("pseudoinverse", 80)] < 0.3);
        Assert.True(File.Exists(Path.Combine(folder["o"], "capacity.svg")));
    }

    [Fact]
    public void Phases_OfFewFeatures_ReachGeneralisation()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "phases", "--size", "500", "--features", "5", "--relaxed", "--loads", "0.5",
            "--probes", "20",
            "--json", "p.json", "--out", "o");
        Assert.True(run.ExitCode == 0, run.Errors);
        var point = JsonRecord.Read(folder["p.json"])["points"]![0]!;
        Assert.True((double)point["test"]! > 0.9 && (double)point["random"]! < 0.4, point.ToJsonString());
    }

    [Fact]
    public void Data_OfAnEmptyFolder_SaysWhatIsMissingAndHowToGetIt()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "data", "--mnist", folder.Root);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("t10k-labels-idx1-ubyte", run.Output);
        Assert.Contains("HOPFIELD_MNIST", run.Output);
    }

    [Theory]
    [InlineData("hopfield: --rule nonsense: there is no such rule; expected one of blend, ", "recall", "--rule", "nonsense")]
    [InlineData("hopfield: --occlude 1,2: expected four whole numbers", "recall", "--occlude", "1,2")]
    [InlineData("hopfield: --keep-diagonal: the circuit has no self-couplings", "recall", "--keep-diagonal")]
    [InlineData("hopfield: Argument 'sideways' not recognized.", "recall", "--ties", "sideways")]
    [InlineData("hopfield: --beta must be a finite number greater than 0", "recall", "--rule", "modern", "--beta", "-1")]
    [InlineData("hopfield: --counts must be at least 1, not 0.", "capacity", "--counts", "0")]
    [InlineData("hopfield: Unrecognized command or argument '--order'", "capacity", "--order", "sequential")]
    [InlineData("hopfield: --rule x: there is no such rule", "spectrum", "--rule", "x")]
    [InlineData("hopfield: active must be odd", "phases", "--active", "2")]
    [InlineData("hopfield: --patterns and --symbols: give one of the two", "recall", "--patterns", "a.png", "--symbols", "b")]
    public void Verb_WithAWrongOption_SaysSoInOneLine(string message, params string[] arguments) =>
        HopfieldCall.Run(arguments).AssertBadInput(message);
}
