using System.Text.Json;
using Cli.Tests.Shell;
using Cli.Tests.Solving;

namespace Cli.Tests.Devices;

/// <summary>The device verbs as their users meet them: listings, files, and what is said to wrong input.</summary>
public class DeviceVerbTests
{
    [Fact]
    public void Iv_WithAFolder_WritesWaveformsFiguresAndTheLibrary()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "device", "iv", "vteam", "--alone", "--out", "out", "--json", "r.json");
        Assert.Equal(0, run.ExitCode);
        foreach (string file in (string[])["hopfield.csv", "loop.svg", "state1.svg", "vteam.lib"])
            Assert.True(File.Exists(folder[$"out/{file}"]), file);
        Assert.Equal("vteam", (string?)JsonRecord.Read(folder["r.json"])["device"]);
    }

    [Theory]
    [InlineData("{ \"onohm\": 1 }", "p.json: there is no parameter 'onohm'; expected one of onOhms,")]
    [InlineData("{ \"onOhms\": -1 }", "p.json: OnOhms must be a finite number greater than 0 ohm, not -1")]
    [InlineData("{ \"onOhms\": \"low\" }", "p.json: the value of onOhms does not fit")]
    [InlineData("{ \"window\": \"round\" }", "p.json: the value of window does not fit")]
    [InlineData("{ \"startFraction\": 1.5 }", "p.json: StartFraction must be a number from 0 to 1")]
    [InlineData("{ \"onOhms\": 1", "p.json:1: the JSON is damaged")]
    public void Iv_OfAWrongParameterFile_SaysWhatIsWrong(string json, string message)
    {
        using var folder = new ScratchFolder();
        folder.Write("p.json", json);
        HopfieldCall.RunIn(folder.Root, "device", "iv", "linear-ion-drift", "--parameters", "p.json")
            .AssertBadInput($"hopfield: {message}");
    }

    [Fact]
    public void Iv_OfATableThatIsNotMonotone_NamesTheRow()
    {
        using var folder = new ScratchFolder();
        string table = folder.Write("t.csv", "0, 1e-6, 2e-6\n-1, -1e-6, -2e-6\n0, 0, 0\n1, 2e-6, 1e-6\n");
        folder.Write("p.json", $"{{ \"file\": {JsonSerializer.Serialize(table)} }}");
        HopfieldCall.RunIn(folder.Root, "device", "iv", "table", "--parameters", "p.json")
            .AssertBadInput("hopfield: t.csv: row 4: level 2 conducts less than level 1; expected currents that grow with the level");
    }

    /// <summary>A device's own sweep is found again; another device's is not, and the verb says so.</summary>
    [Fact]
    public void Fit_OfAnotherDevicesData_IsCalledPoor()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, HopfieldCall.RunIn(folder.Root, "device", "iv", "vteam", "--alone", "--out", "out").ExitCode);
        string[] rows = [.. File.ReadLines(folder["out/hopfield.csv"]).Where(line => line[0] != '#')
            .Select(line => string.Join(',', line.Split(',')[..3]))];
        folder.Write("m.csv", $"seconds,volts,amperes\n{string.Join('\n', rows)}\n");
        var own = HopfieldCall.RunIn(folder.Root, "device", "fit", "vteam", "--data", "m.csv", "--vary", "onOhms", "offOhms");
        Assert.Equal(0, own.ExitCode);
        Assert.DoesNotContain("poor fit", own.Output, StringComparison.Ordinal);
        var other = HopfieldCall.RunIn(folder.Root, "device", "fit", "linear-ion-drift", "--data", "m.csv", "--vary", "onOhms",
            "offOhms", "--json", "r.json");
        Assert.Contains("a poor fit", other.Output, StringComparison.Ordinal);
        Assert.True((double)JsonRecord.Read(folder["r.json"])["relativeResidual"]! > 0.1);
    }

    [Theory]
    [InlineData("device iv memristor", "hopfield: there is no device 'memristor'; expected one of fixed, ")]
    [InlineData("device iv vteam --volts 5", "hopfield: device vteam is meant for at most 3 V across it, not ")]
    [InlineData("device program vteam --targets g.csv",
        "hopfield: target [0,1] on device vteam, read at 0.1 V, must be a number from 0.001 to 0.02 S")]
    [InlineData("device program fixed --targets g.csv", "hopfield: device fixed cannot be programmed")]
    [InlineData("device fit vteam --data g.csv --vary onOhms", "hopfield: g.csv: rows of 2 columns; expected seconds, volts, amperes")]
    public void Verb_OfWrongInput_SaysWhatWasExpected(string command, string message)
    {
        using var folder = new ScratchFolder();
        folder.Write("g.csv", "0.002,1\n");
        HopfieldCall.RunIn(folder.Root, command.Split(' ')).AssertBadInput(message);
    }

    /// <summary>What a record names can be read again.</summary>
    [Fact]
    public void Fit_OfAPipe_IsRefused()
    {
        Assert.SkipUnless(File.Exists("/dev/stdin"), "needs a standard input with a name");
        HopfieldCall.Run("device", "fit", "vteam", "--data", "/dev/stdin", "--vary", "onOhms")
            .AssertBadInput("hopfield: /dev/stdin: a pipe can be read only once; expected a file");
    }

    /// <summary>Exit code 1: it ran, and some cells were missed.</summary>
    [Fact]
    public void Program_WithStuckCells_ReportsThemAndEndsWithOne()
    {
        using var folder = new ScratchFolder();
        folder.Write("g.csv", "0.002,0.003,0.004\n0.005,0.006,0.008\n");
        var run = HopfieldCall.RunIn(folder.Root, "device", "program", "vteam", "--targets", "g.csv", "--stuck-off-percent", "50",
            "--json", "r.json");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("unresponsive", run.Output);
        var record = JsonRecord.Read(folder["r.json"]);
        Assert.Equal((int)record["faultyCells"]!, (int)record["unresponsive"]!);
        Assert.Equal(6, (int)record["verified"]! + (int)record["unresponsive"]!);
    }

    [Fact]
    public void Levels_WithRetention_AgesTheArray()
    {
        using var folder = new ScratchFolder();
        folder.Write("g.csv", string.Concat(Enumerable.Repeat("2e-5,1e-5,5e-6\n", 40)));
        string[] words = ["device", "levels", "aihwkit-pcm", "--targets", "g.csv", "--retention", "aihwkit-pcm", "--after", "86400",
            "--json", "r.json", "--out", "o"];
        var run = HopfieldCall.RunIn(folder.Root, words);
        Assert.Equal(0, run.ExitCode);
        var record = JsonRecord.Read(folder["r.json"]);
        // Drift takes conductance away, far more than programming misses by.
        Assert.True((double)record["meanErrorSiemens"]! < -2 * (double)record["freshRootMeanSquareErrorSiemens"]!);
        Assert.True(File.Exists(folder["o/conductances.npy"]));
    }

    [Theory]
    [InlineData("there is no fit of levels 'x'; expected one of", "x", "--targets", "g.csv")]
    [InlineData("ageing needs a law; expected --retention as well", "cai-taox", "--targets", "g.csv", "--after", "5")]
    [InlineData("Option '--targets' is required; see 'hopfield device levels --help'", "cai-taox")]
    [InlineData("there is no retention law 'y'; expected one of", "cai-taox", "--targets", "g.csv", "--retention", "y")]
    public void Levels_OfWrongInput_SaysWhatIsWrong(string message, params string[] words)
    {
        using var folder = new ScratchFolder();
        folder.Write("g.csv", "1e-5,2e-5\n");
        HopfieldCall.RunIn(folder.Root, ["device", "levels", .. words]).AssertBadInput($"hopfield: {message}");
    }
}
