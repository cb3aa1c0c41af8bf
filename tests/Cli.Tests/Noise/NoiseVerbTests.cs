using Cli.Tests.Shell;
using Cli.Tests.Solving;

namespace Cli.Tests.Noise;

/// <summary>The noise verbs and options as their users meet them: listings, files, tables, and what is said to wrong input.</summary>
public class NoiseVerbTests
{
    [Fact]
    public void Psd_WithAFolder_WritesSpectraAndFigure_AndAgreesWithTheory()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "noise", "psd", "--samples", "1024", "--out", "out", "--json", "r.json");
        Assert.Equal(0, run.ExitCode);
        foreach (string file in (string[])["thermal.csv", "shot.csv", "flicker.csv", "rtn.csv",
            "psd.svg"]) Assert.True(File.Exists(folder[$"out/{file}"]), file);
        Assert.All(JsonRecord.Read(folder["r.json"])["noise"]!.AsArray(), noise => Assert.True((bool)noise!["agrees"]!));
    }

    [Fact]
    public void Psd_OfADevice_TakesItsConductance()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "noise", "psd", "--device", "stanford-pku", "--conductance", "1e-4", "--volts",
            "0.1", "--kinds", "thermal",
            "--samples", "256", "--json", "r.json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1e-4, (double)JsonRecord.Read(folder["r.json"])["siemens"]!, 1e-9);
    }

    [Fact]
    public void Budget_OfSixtyCells_SaysThatThermalNoiseIsSeventyFiveTimesTooWeak()
    {
        var run = HopfieldCall.Run("noise", "budget", "--kinds", "thermal");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("0.0113", run.Output);
        Assert.Contains("75 times too weak to anneal", run.Output);
    }

    [Theory]
    [InlineData("continuous")]
    [InlineData("clocked")]
    public void Solving_WithNoise_PrintsWhatItIsWorth_AndRepeatsItself(string machine)
    {
        using var folder = new ScratchFolder();
        string graph = TinyInstances.WriteGraph(folder);
        string[] words = ["maxcut", graph, "--runs", "3", "--machine", machine, "--noise", "thermal,read,flicker", "--temperature",
            "350", "--read-noise-percent", "3"];
        var run = HopfieldCall.Run([.. words, "--json", folder["a.json"]]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("350 K", run.Output);
        Assert.Contains("weight units", run.Output);
        HopfieldCall.Run([.. words, "--json", folder["b.json"]]);
        var record = JsonRecord.Read(folder["a.json"]);
        Assert.Equal(4, record["noise"]!["rows"]!.AsArray().Count);
        Assert.Equal(record["runs"]!.ToJsonString(), JsonRecord.Read(folder["b.json"])["runs"]!.ToJsonString());
    }

    [Theory]
    [InlineData("there is no noise 'pink'; expected one of amplifier", "noise", "psd", "--kinds", "pink")]
    [InlineData("--conductance must be a finite number greater than 0 S, not -1", "noise", "psd", "--conductance", "-1")]
    [InlineData("--samples must be a power of two", "noise", "psd", "--samples", "1000")]
    [InlineData("--parameters needs --kinds with one noise", "noise", "psd", "--parameters", "p.json")]
    [InlineData("p.json: HighHertz must be a finite number greater than 0 Hz, not -1", "noise", "psd", "--kinds", "flicker",
        "--parameters", "p.json")]
    [InlineData("--volts of device vteam must be a number from", "noise", "psd", "--device", "vteam", "--volts", "100")]
    [InlineData("noise 'rtn' is named twice", "noise", "budget", "--kinds", "rtn,rtn")]
    [InlineData("--rows must be from 1", "noise", "budget", "--rows", "0")]
    [InlineData("--read-noise-percent must be from 0 to 100, not -1", "maxcut", "g.rud", "--read-noise-percent", "-1")]
    [InlineData("noise needs a machine with an array", "maxcut", "g.rud", "--machine", "digital", "--noise", "thermal")]
    [InlineData("--engine is of --machine continuous, not clocked", "maxcut", "g.rud", "--machine", "clocked", "--engine", "reduced")]
    [InlineData("the audit solves cells of fixed conductance", "energy", "g.rud", "--machine", "continuous", "--device", "knowm-mss")]
    [InlineData("--cycles is of --machine clocked, not continuous", "maxcut", "g.rud", "--cycles", "5")]
    [InlineData("--tile-lines needs a machine with an array (continuous, clocked), not digital", "maxcut", "g.rud", "--machine", "digital",
        "--tile-lines", "5")]
    [InlineData("reduced: 'comparator' is the noise of a clocked comparator", "maxcut", "g.rud", "--noise", "comparator")]
    [InlineData("Kelvin must be a finite number greater than 0 K, not -4", "maxcut", "g.rud", "--noise", "thermal", "--temperature", "-4")]
    public void WrongInput_IsRefusedInOneLine(string message, params string[] words)
    {
        using var folder = new ScratchFolder();
        folder.Write("p.json", "{ \"highHertz\": -1 }");
        folder.Write("g.rud", "3 3\n1 2 1\n2 3 1\n1 3 1\n");
        HopfieldCall.RunIn(folder.Root, words).AssertBadInput($"hopfield: {message}");
    }
}
