using Cli.Tests.Shell;
using Cli.Tests.Solving;

namespace Cli.Tests.Arrays;

public class LayoutVerbTests
{
    [Fact]
    public void Layout_OfAnArrayAndAWeightMatrix_WritesTablesFiguresAndTheLargestTile()
    {
        using var folder = new ScratchFolder();
        folder.Write("W.csv", string.Concat(Enumerable.Range(0, 12)
            .Select(i => string.Join(',', Enumerable.Range(0, 10).Select(j => (i * 7 + j * 3) % 5 - 2)) + "\n")));
        string[] arguments = ["layout", "--rows", "16", "--columns", "12", "--technology", "cai2020", "--sizes", "4,8,16", "--budget",
            "0.01", "--weights", "W.csv", "--assign", "--compensate",
            "--draws", "3", "--input-draws", "5", "--out", "out", "--json", "l.json"];
        var run = HopfieldCall.RunIn(folder.Root, arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("Largest tile with a typical error within 0.01", run.Output);
        Assert.Contains("16 x 12", run.Output);
        foreach (string figure in (string[])["error", "energy", "tiling-error", "tiling-energy"])
            Assert.True(File.Exists(folder[$"out/{figure}.svg"]));
        Assert.Contains("The weight matrix in tiles", File.ReadAllText(folder["out/index.html"]));
        var record = JsonRecord.Read(folder["l.json"]);
        Assert.Equal(16 * 12 * 12 * 32e-9 * 32e-9, (double)record["array"]!["areaSquareMetres"]!, 1e-18);
        Assert.Equal(12, (double)record["array"]!["wordLineOhms"]!);
        int largest = (int)record["largestTile"]!["size"]!;
        Assert.InRange(largest, 4, 16);
        Assert.True((double)record["largestTile"]!["error"]! <= 0.01
            && (largest == 16 || (double)record["largestTile"]!["nextError"]! > 0.01));
        double Rms(string tilings, int size) => (double)record[tilings]![size]!["rmsWeightUnits"]!;
        for (int size = 0; size < 3; size++) Assert.True(Rms("compensatedTilings", size) < 0.2 * Rms("tilings", size));
        Assert.Equal(3, record["assignedTilings"]!.AsArray().Count);
        Assert.Contains("Assigning lines leaves", run.Output);

        // The same seed gives the same record.
        HopfieldCall.RunIn(folder.Root, [.. arguments[..^1], "again.json"]);
        Assert.Equal(File.ReadAllText(folder["l.json"]), File.ReadAllText(folder["again.json"]));
    }

    [Fact]
    public void Layout_OfAUsersTechnologyAndADevice_TakesBoth()
    {
        using var folder = new ScratchFolder();
        folder.Write("mine.json", """{ "name": "mine", "featureMetres": 1e-7, "metal": { "widthMetres": 1e-7, "aspectRatio": 2 } }""");
        var run = HopfieldCall.RunIn(folder.Root, "layout", "--technology", "mine.json", "--cell", "1t1r", "--device",
            "linear-ion-drift", "--rows", "8", "--columns", "8",
            "--sizes", "4,8", "--json", "l.json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var record = JsonRecord.Read(folder["l.json"]);
        Assert.Equal("mine", (string)record["technology"]!["name"]!);
        Assert.Equal(64 * 48e-14, (double)record["array"]!["areaSquareMetres"]!, 1e-20);
        Assert.True((double)record["parameters"]!["onSiemens"]! > 10 * (double)record["parameters"]!["offSiemens"]!);
    }

    [Theory]
    [InlineData("t.json: there is no key 'widthMetres'; expected", "--technology", "t.json")]
    [InlineData("there is no technology 'none'", "--technology", "none")]
    [InlineData("there is no device 'none'", "--device", "none")]
    [InlineData("the device 'fixed' has no range of conductances", "--device", "fixed")]
    [InlineData("--sizes '8,4': expected whole numbers from 2 upwards", "--sizes", "8,4")]
    [InlineData("--budget must be a finite number greater than 0 units of weight, not -1", "--budget", "-1")]
    [InlineData("--density must be a number from 0 to 1, not 2", "--density", "2")]
    [InlineData("1 x 128 lines hold no weight placed as RowPair", "--rows", "1")]
    [InlineData("W.csv:2: column 1 is 'x'", "--weights", "W.csv")]
    [InlineData("Weight [0,1] is -1; expected a number from 0 to 1", "--weights", "N.csv", "--placement", "single")]
    [InlineData("--assign is for the tiles of --weights, which are missing", "--assign")]
    [InlineData("--on-siemens (1E-07) must be larger than --off-siemens", "--on-siemens", "1e-7")]
    public void Layout_OfWhatCannotBeUsed_SaysSoInOneLine(string message, params string[] arguments)
    {
        using var folder = new ScratchFolder();
        folder.Write("t.json", """{ "featureMetres": 1e-7, "widthMetres": 1e-7 }""");
        folder.Write("W.csv", "1,2\nx,1\n");
        folder.Write("N.csv", "1,-1\n0,1\n");
        HopfieldCall.RunIn(folder.Root,
            ["layout", "--draws", "1", "--input-draws", "1", .. arguments.Contains("--sizes") ? arguments : [.. arguments, "--sizes", "4"]])
            .AssertBadInput($"hopfield: {message}");
    }
}
