using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cli.Tests.Shell;
using Hopfield.Files;

namespace Cli.Tests.Solving;

public class ReportFolderTests
{
    private static readonly string[] CircuitFiles =
        ["index.html", "record.json", "conductances.csv", "conductances.npy", "mapping.json", "deck.cir", "waveforms.svg",
            "energy-circuit.svg", "energy-digital.svg", "conductances.svg", "scores.svg"];

    [Theory]
    [InlineData("maxcut", "cut-circuit.svg", "cut-digital.svg")]
    [InlineData("tsp", "tour-circuit.svg", "tour-digital.svg")]
    [InlineData("recall", "recall.svg")]
    public void Out_OfEachVerb_HoldsThePageAndItsFiles(string verb, params string[] answers)
    {
        using var folder = new ScratchFolder();
        string[] input = verb switch
        {
            "maxcut" => [TinyInstances.WriteGraph(folder)],
            "tsp" => [TinyInstances.WriteCities(folder)],
            _ => ["--count", "3"],
        };
        var run = HopfieldCall.RunIn(folder.Root, [verb, .. input, "--runs", "3", "--out", "a/b", "--json", "r.json"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        // Beside each figure its numbers; conductances.csv is the matrix itself.
        string[] files = [.. CircuitFiles, .. answers];
        files = [.. files.Concat(files.Where(IsFigure).Select(file => Path.ChangeExtension(file, ".csv"))).Distinct()];
        Assert.Equal(files.Order(), Directory.GetFiles(folder["a/b"]).Select(file => Path.GetFileName(file)!).Order());
        Assert.Equal(File.ReadAllText(folder["r.json"]), File.ReadAllText(folder["a/b/record.json"]));
        foreach (string file in files.Where(IsFigure))
            Assert.Equal("svg", XElement.Load(Path.Combine(folder["a/b"], file)).Name.LocalName);
        AssertSelfContained(File.ReadAllText(folder["a/b/index.html"]), figures: files.Count(IsFigure));

        static bool IsFigure(string file) => file.EndsWith(".svg", StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_InOtherFormats_AreWrittenInsteadOfSvg()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "maxcut", TinyInstances.WriteGraph(folder), "--machine", "digital", "--out", "report",
            "--figures", "PDF");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["cut-digital.csv", "cut-digital.pdf", "energy-digital.csv", "energy-digital.pdf", "index.html", "record.json",
            "scores.csv", "scores.pdf"], Directory.GetFiles(folder["report"]).Select(file => Path.GetFileName(file)!).Order());
        Assert.StartsWith("%PDF-", File.ReadAllText(folder["report/scores.pdf"]));
    }

    [Theory]
    [InlineData("gif")]
    [InlineData("svg,1")]
    [InlineData(",")]
    public void Figures_InAnUnknownFormat_AreRefused(string formats)
    {
        using var folder = new ScratchFolder();
        HopfieldCall.RunIn(folder.Root, "maxcut", TinyInstances.WriteGraph(folder), "--figures", formats)
            .AssertBadInput($"hopfield: --figures '{formats}': expected svg, pdf or png, separated by commas");
    }

    [Fact]
    public void Out_OfMaxCut_HoldsConductancesThatDecodeToTheGraph()
    {
        using var folder = new ScratchFolder();
        HopfieldCall.RunIn(folder.Root, "maxcut", TinyInstances.WriteGraph(folder), "--runs", "2", "--quiet", "--out", "report");
        var csv = MatrixFile.Read(folder["report/conductances.csv"]);
        var npy = MatrixFile.Read(folder["report/conductances.npy"]);

        Assert.Equal((14, 7), (csv.Rows, csv.Columns));
        Assert.Equal(csv.Values, npy.Values);
        // J = −w/2 and the largest |w| is 3, which takes the whole range from 1 µS to 100 µS.
        foreach (var (from, to, weight) in TinyInstances.Edges)
            Assert.Equal(-weight, (csv[2 * (from - 1), to - 1] - csv[2 * (from - 1) + 1, to - 1]) / 99e-6 * 3, 9);
        Assert.Equal(2 * TinyInstances.Edges.Length, csv.Values.Count(siemens => siemens > 1.0001e-6));
    }

    [Fact]
    public void Out_IntoAFolderWithFiles_ReplacesItsOwnAndLeavesTheOthers()
    {
        using var folder = new ScratchFolder();
        Directory.CreateDirectory(folder["report"]);
        folder.Write("report/notes.txt", "mine");
        folder.Write("report/index.html", "old");
        HopfieldCall.RunIn(folder.Root, "maxcut", TinyInstances.WriteGraph(folder), "--runs", "2", "--quiet", "--out", "report");

        Assert.Equal("mine", File.ReadAllText(folder["report/notes.txt"]));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(folder["report/index.html"]));
    }

    [Fact]
    public async Task Out_OfTheDigitalMachine_HasNothingElectrical()
    {
        using var folder = new ScratchFolder();
        TinyInstances.WriteGraph(folder);
        // A process, because its working directory counts.
        var run = await HopfieldProcess.RunInAsync(folder.Root, "maxcut", "tiny.rud", "--machine", "digital", "--out", "report");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["cut-digital.csv", "cut-digital.svg", "energy-digital.csv", "energy-digital.svg", "index.html", "record.json",
            "scores.csv", "scores.svg"], Directory.GetFiles(folder["report"]).Select(file => Path.GetFileName(file)!).Order());
    }

    /// <summary>No script, no reference to anything outside the page, as many figures as wanted, every tag closed.</summary>
    internal static void AssertSelfContained(string page, int figures)
    {
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotMatch(@"(src|href)=""(?!data:|#)", page);
        Assert.Equal(figures, Regex.Count(page, "<figure>"));
        foreach (string tag in (string[])["div", "table", "figure", "svg", "ul", "p"])
            Assert.Equal(Regex.Count(page, $@"<{tag}[\s>]"), Regex.Count(page, $"</{tag}>"));
    }
}
