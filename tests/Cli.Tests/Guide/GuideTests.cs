using System.Text.RegularExpressions;
using Cli.Tests.Shell;
using Cli.Tests.Solving;
using TestSupport;

namespace Cli.Tests.Guide;

/// <summary>
/// The guide does what it says. Blocks marked <c>sh</c> hold commands; a block whose mark has a second word is a file of that name,
/// which the reader is asked to save.
/// </summary>
public class GuideTests(DemoRun demo)
{
    private static readonly Regex Block =
        new(@"^```(?<language>\w*)(?: (?<file>\S+))?\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline);

    private static string Folder => Path.Combine(SharedFolder.Repository, "docs", "guide");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task EveryCommand_RunInOrder_Works(string page)
    {
        using var folder = new ScratchFolder();
        foreach (Match block in Block.Matches(File.ReadAllText(Path.Combine(Folder, page))))
        {
            string file = block.Groups["file"].Value, content = block.Groups["content"].Value;
            if (file.Length > 0) folder.Write(file, content);
            if (block.Groups["language"].Value != "sh") continue;
            foreach (string line in content.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                Assert.True(words is ["./hopfield", ..], $"{page}: '{line}' is no command of this program, so nothing tests it");
                var run = await RunAsync(folder.Root, words[1..]);
                Assert.True(run.ExitCode == 0, $"{page}: '{line}' ended with {run.ExitCode}: {run.Errors}");
            }
        }
    }

    /// <summary>In this process, but for two: the demo, which is run once for all tests, and the table of a device, whose file is named in
    /// another file and so is found from the working directory only.</summary>
    private Task<HopfieldResult> RunAsync(string folder, string[] words) => words switch
    {
        ["demo"] or ["demo", "--out", _] => demo.ResultAsync(),
        ["device", "iv", "table", ..] => HopfieldProcess.RunInAsync(folder, words),
        _ => Task.FromResult(HopfieldCall.RunIn(folder, words)),
    };

    [Fact]
    public void Tour_HasTheCommandsThatANewUserNeeds()
    {
        string tour = File.ReadAllText(Path.Combine(Folder, "tour.md"));
        foreach (string verb in (string[])["demo", "maxcut", "tsp", "recall", "compile", "simulate", "list engines"])
            Assert.Contains($"\n./hopfield {verb}", tour);
    }

    [Fact]
    public void Arrays_NamesEveryKeyOfATechnology()
    {
        string page = File.ReadAllText(Path.Combine(Folder, "arrays.md"));
        foreach (string key in (string[])["featureMetres", "metal", "bitMetal", "widthMetres", "aspectRatio", "barrierMetres",
            "resistivityOhmMetres", "faradsPerMetre",
            "spacingMetres", "dielectricMetres", "relativePermittivity", "cell",
            "cellWidthFeatures", "cellHeightFeatures", "cellFarads", "wordSegmentOhms", "bitSegmentOhms", "wordSegmentFarads",
                "bitSegmentFarads", "name", "summary", "source"])
            Assert.Contains($"{key}`", page);
    }

    [Fact]
    public void Files_NamesEveryFieldOfTheRecord()
    {
        using var folder = new ScratchFolder();
        HopfieldCall.Run("maxcut", TinyInstances.WriteGraph(folder), "--runs", "1", "--quiet", "--json", folder["r.json"]);
        string page = File.ReadAllText(Path.Combine(Folder, "files.md"));
        var record = JsonRecord.Read(folder["r.json"]).AsObject();

        foreach (string field in record.Select(field => field.Key).Where(field => field != "crossCheck"))
            Assert.Contains($"`{field}", page);
        foreach (string field in record["runs"]![0]!.AsObject().Select(field => field.Key)) Assert.Contains($"`runs[].{field}`", page);
        foreach (string field in record["crossCheck"]!.AsObject().Select(field => field.Key)) Assert.Contains($"`crossCheck.{field}", page);
        foreach (string field in record["crossCheck"]!["rows"]![0]!.AsObject().Select(field => field.Key))
            Assert.Contains($"`{field}`", page);
        string machines = File.ReadAllText(Path.Combine(Folder, "machines.md"));
        foreach (string field in (string[])["nodeFarads", "leakOhms", "supplyVolts", "loopGain", "startLoopGain", "annealTimeConstants",
            "startVolts", "stopTimeConstants", "restFraction"])
            Assert.Contains($"| `{field}` |", machines);
    }
}
