using Cli.Tests.Shell;
using Cli.Tests.Solving;

namespace Cli.Tests.Devices;

/// <summary>Memristors at the cross points of the continuous machine, from the command line.</summary>
public sealed class LiveCellVerbTests
{
    [Fact]
    public void MaxCut_WithADevice_ReportsHowFarItsCellsMoved()
    {
        using var folder = new ScratchFolder();
        string graph = TinyInstances.WriteGraph(folder);
        folder.Write("slow.json", "{ \"timeConstantSeconds\": 1 }");
        var run = HopfieldCall.RunIn(folder.Root, "maxcut", graph, "--device", "knowm-mss", "--device-parameters", "slow.json", "--runs",
            "2",
            "--json", "r.json");
        Assert.Contains("cells: knowm-mss, 666.67 µS to 2 mS at 100 mV", run.Output, StringComparison.Ordinal);
        Assert.Contains("the weights stay", run.Output, StringComparison.Ordinal);
        var record = JsonRecord.Read(folder["r.json"]);
        double worst = record["cells"]!.Number("worstFraction");
        Assert.InRange(worst, 1e-12, 1e-4);
        Assert.Equal(worst, Math.Max(record["runs"]![0]!["cells"]!.Number("worstFraction"),
            record["runs"]![1]!["cells"]!.Number("worstFraction")), 1e-15);
    }

    [Fact]
    public void CompiledDeck_OfADevice_IsSimulatedByTheReducedEngine()
    {
        using var folder = new ScratchFolder();
        string graph = TinyInstances.WriteGraph(folder);
        Assert.Equal(0, HopfieldCall.RunIn(folder.Root, "compile", graph, "--device", "yakopcic", "--out", "deck", "--quiet").ExitCode);
        var run = HopfieldCall.RunIn(folder.Root, "simulate", "deck/deck.cir", "--engine", "reduced", "--json", "r.json");
        Assert.Contains("settled after", run.Output, StringComparison.Ordinal);
        Assert.Contains("ROS34PW2", JsonRecord.Read(folder["r.json"])["parameters"]!["method"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Program_WithSpreadAndTime_ReportsEveryStage()
    {
        using var folder = new ScratchFolder();
        folder.Write("g.csv", "1e-5, 2e-5\n5e-6, 1.5e-5\n");
        var run = HopfieldCall.RunIn(folder.Root, "device", "program", "phase-change", "--targets", "g.csv", "--levels", "aihwkit-pcm",
            "--after", "86400",
            "--json", "r.json", "--out", "out");
        foreach (string stage in (string[])["as written", "with the spread of aihwkit-pcm", "after 86400 s by its own dynamics"])
            Assert.Contains(stage, run.Output, StringComparison.Ordinal);
        var stages = JsonRecord.Read(folder["r.json"])["stages"]!.AsArray();
        Assert.Equal(3, stages.Count);
        string first = File.ReadAllText(folder["out/conductances.csv"]).Split(',')[0];
        Assert.Equal(stages[2]!["siemens"]![0]!.GetValue<double>(), double.Parse(first, System.Globalization.CultureInfo.InvariantCulture),
            1e-15);
    }

    [Theory]
    [InlineData("--retention aihwkit-pcm", "hopfield: --retention needs a time since programming")]
    [InlineData("--levels gauss", "hopfield: there is no fit of levels 'gauss'; expected one of aihwkit-pcm, ")]
    [InlineData("--after -1", "hopfield: --after must be a finite number of at least 0 s, not -1")]
    public void Program_WithWrongAging_SaysWhatWasExpected(string options, string message)
    {
        using var folder = new ScratchFolder();
        folder.Write("g.csv", "1e-5, 2e-5\n");
        HopfieldCall.RunIn(folder.Root, ["device", "program", "phase-change", "--targets", "g.csv", .. options.Split(' ')])
            .AssertBadInput(message);
    }

    [Theory]
    [InlineData("--device memristor", "hopfield: there is no device 'memristor'; expected one of fixed, ")]
    [InlineData("--device fixed", "hopfield: device fixed has one conductance, 0.0001 S; weights need two")]
    [InlineData("--device vteam --machine clocked", "hopfield: --device is of --machine continuous, not clocked")]
    [InlineData("--device-parameters p.json", "hopfield: --device-parameters belongs to --device NAME")]
    [InlineData("--device vteam --on-siemens 1", "hopfield: conductance of device vteam at 0.1 V must be a number from 0.001 to 0.02")]
    [InlineData("--device vteam --programming-error 2", "hopfield: --programming-error is of fixed conductances")]
    [InlineData("--device vteam --segment-ohms 1 --engine reduced",
        "hopfield: reduced: engine reduced cannot take this circuit: memristor 'x_r0_c0' ends at node")]
    [InlineData("--device vteam --device-noise thermal",
        "hopfield: reduced: engine reduced cannot take this circuit: noise and memristors together")]
    public void MaxCut_WithAWrongDevice_SaysWhatWasExpected(string options, string message)
    {
        using var folder = new ScratchFolder();
        folder.Write("p.json", "{}");
        string graph = TinyInstances.WriteGraph(folder);
        HopfieldCall.RunIn(folder.Root, ["maxcut", graph, .. options.Split(' ')]).AssertBadInput(message);
    }
}
