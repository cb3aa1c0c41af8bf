using Cli.Tests.Shell;
using Cli.Tests.Solving;
using Hopfield.Files;
using Hopfield.Numerics;
using Hopfield.Sampling;

namespace Cli.Tests.Boltzmann;

public class BoltzmannVerbTests
{
    /// <summary>Train, read back, sample, fill in: the likelihood is exact and far from both a knowing-nothing machine's and the
    /// bound.</summary>
    [Fact]
    public void TrainedMachine_OfTheLetters_SamplesAndFillsIn()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "boltzmann", "train", "--epochs", "500", "--out", "m", "--json", "t.json");
        Assert.True(run.ExitCode == 0, run.Errors);
        var record = JsonRecord.Read(folder["t.json"]);
        Assert.Equal("enumeration", (string)record["likelihood"]!["method"]!);
        Assert.InRange((double)record["likelihood"]!["logLikelihood"]!, -30, -Math.Log(10));
        Assert.Equal(500, record["epochs"]!.AsArray().Count);
        foreach (string file in (string[])["machine.json", "weights.npy", "hidden-fields.npy", "index.html", "learning.svg",
            "samples.svg", "filters.svg"])
            Assert.True(File.Exists(Path.Combine(folder["m"], file)), file);

        run = HopfieldCall.RunIn(folder.Root, "boltzmann", "recall", "m", "--noise", "0", "--occlude", "0,0,5,12", "--sweeps", "40",
            "--json", "r.json", "--out", "o");
        Assert.True(run.ExitCode == 0, run.Errors);
        record = JsonRecord.Read(folder["r.json"]);
        Assert.Equal(60, (int)record["held"]!);
        Assert.True((int)record["exact"]! >= 8, run.Output);
        Assert.True(File.Exists(Path.Combine(folder["o"], "recall.svg")));

        run = HopfieldCall.RunIn(folder.Root, "boltzmann", "sample", "m", "--count", "7", "--json", "s.json", "-q");
        Assert.Equal("", run.Output + run.Errors);
        Assert.Equal(7, JsonRecord.Read(folder["s.json"])["states"]!.AsArray().Count);
    }

    /// <summary>Six spins by enumeration: five standard errors for 6 means.</summary>
    [Fact]
    public void Gibbs_OfASmallModel_AgreesWithEnumeration()
    {
        using var folder = new ScratchFolder();
        folder.Write("glass.ising", "6 7\n1 2 1\n2 3 -1\n3 4 0.5\n4 5 1\n5 6 -1\n1 6 1\n2 2 0.3\n");
        var run = HopfieldCall.RunIn(folder.Root, "boltzmann", "gibbs", "glass.ising", "--temperature", "2", "--json", "g.json",
            "--out", "o");
        Assert.True(run.ExitCode == 0, run.Errors);
        var record = JsonRecord.Read(folder["g.json"]);
        for (int i = 0; i < 6; i++)
        {
            double error = (double)record["sampled"]!["standardErrors"]![i]!;
            Assert.InRange(error, 0.001, 0.03);
            Assert.Equal((double)record["exact"]!["means"]![i]!, (double)record["sampled"]!["means"]![i]!, 5 * error);
        }
        Assert.Equal((double)record["exact"]!["correlations"]![1]!, (double)record["sampled"]!["correlations"]![1]!, 0.05);
        Assert.True(File.Exists(Path.Combine(folder["o"], "comparison.svg")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Folder_WrittenAndRead_HasTheSameMachine(int hidden)
    {
        using var folder = new ScratchFolder();
        IBoltzmannMachine machine = hidden == 0 ? new VisibleBoltzmannMachine(6) : new RestrictedBoltzmannMachine(6, hidden,
            RandomKey.FromSeed(1));
        sbyte[][] data = [[1, 1, 1, -1, -1, -1], [1, -1, 1, -1, 1, -1]];
        machine.Learn(data, 0.3, 1, RandomKey.FromSeed(2));
        BoltzmannFolder.Write(folder.Root, machine, 3, 2);
        var read = BoltzmannFolder.Read(folder.Root);
        Assert.Equal((3, 2), (read.Width, read.Height));
        Assert.Equal(machine.FreeEnergies(data), read.Machine.FreeEnergies(data));
    }

    [Theory]
    [InlineData("machine.json", "{ \"kind\": \"deep\", \"width\": 3, \"height\": 2 }",
        "the kind is 'deep'; expected 'restricted' or 'visible'")]
    [InlineData("machine.json", "{ \"kind\": \"restricted\", \"width\": 9, \"height\": 2 }", "it has 6 visible spins; expected 9 × 2")]
    [InlineData("machine.json", "{ \"kind\": \"restricted\", ", "the JSON is damaged")]
    [InlineData("machine.json", "{ \"sort\": 1 }", "has other keys; expected kind, width and height")]
    [InlineData("hidden-fields.npy", "nonsense", "the first bytes are not NumPy's; expected a .npy file")]
    public void Sample_OfADamagedFolder_SaysWhatIsWrong(string file, string content, string message)
    {
        using var folder = new ScratchFolder();
        BoltzmannFolder.Write(folder.Root, new RestrictedBoltzmannMachine(6, 3, RandomKey.FromSeed(1)), 3, 2);
        folder.Write(file, content);
        var run = HopfieldCall.RunIn(folder.Root, "boltzmann", "sample", ".");
        run.AssertBadInput("hopfield: ");
        Assert.Contains(message, run.Errors);
    }

    [Theory]
    [InlineData("hopfield: --out is missing", "train")]
    [InlineData("hopfield: --rate must be a finite number greater than 0, not 0", "train", "--rate", "0", "--out", "x")]
    [InlineData("hopfield: --hidden must be at least 0, not -1", "train", "--hidden", "-1", "--out", "x")]
    [InlineData("hopfield: --batch must be at least 1, not 0", "train", "--batch", "0", "--out", "x")]
    [InlineData("hopfield: nowhere: no machine.json there", "sample", "nowhere")]
    [InlineData("hopfield: nowhere: no machine.json there", "recall", "nowhere")]
    [InlineData("hopfield: --temperature must be a finite number greater than 0, not -1", "gibbs", "x.ising", "--temperature", "-1")]
    [InlineData("hopfield: x.ising: no such file", "gibbs", "x.ising")]
    public void Boltzmann_WithWrongInput_SaysSoInOneLine(string message, params string[] arguments)
    {
        using var folder = new ScratchFolder();
        HopfieldCall.RunIn(folder.Root, ["boltzmann", .. arguments]).AssertBadInput(message);
    }
}
