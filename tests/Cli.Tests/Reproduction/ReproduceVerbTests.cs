using Cli.Tests.Shell;
using Cli.Tests.Solving;

namespace Cli.Tests.Reproduction;

public class ReproduceVerbTests
{
    private const string Claim = "capacity.hebb-above-capacity";

    [Fact]
    public void Reproduce_OfOneClaim_WritesTableJsonAndPages()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "reproduce", Claim, "--json", "c.json", "--out", "c");
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 claims: 1 reproduced; all as expected", run.Output);

        var claim = JsonRecord.Read(folder["c.json"])["claims"]!.AsArray().Single()!.AsObject();
        foreach (string field in (string[])["id", "source", "published", "ours", "interval", "tolerance", "verdict", "asExpected"])
            Assert.True(claim.ContainsKey(field), field);
        Assert.Equal((Claim, "reproduced", true), ((string?)claim["id"], (string?)claim["verdict"], (bool)claim["asExpected"]!));
        double ours = (double)claim["ours"]!;
        var interval = claim["interval"]!.AsArray();
        Assert.InRange(ours, (double)interval[0]!, (double)interval[1]!);
        Assert.Equal([null, 0.1], claim["tolerance"]!.AsArray().Select(end => (double?)end));

        string page = File.ReadAllText(folder["c/claims.md"]), summary = File.ReadAllText(folder["c/reproduction.md"]);
        Assert.Contains($"| `{Claim}` ", page);
        Assert.All((string[])[page, summary], text => Assert.Contains($"./hopfield reproduce {Claim} --out", text));
        Assert.Contains("| 1 | 1 | 0 | 0 | 1 |", summary);
    }

    [Fact]
    public void Reproduce_WithTheSameSeed_GivesTheSameFigures()
    {
        using var folder = new ScratchFolder();
        foreach (string file in (string[])["a.json", "b.json"]) HopfieldCall.RunIn(folder.Root, "reproduce", Claim, "-q", "--json",
            file);
        Assert.Equal(Figures("a.json"), Figures("b.json"));

        string Figures(string file) => JsonRecord.Read(folder[file])["claims"]![0]!["ours"]!.ToJsonString();
    }

    [Fact]
    public void Rerun_OfItsRecord_GivesTheSameFigures()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, HopfieldCall.RunIn(folder.Root, "reproduce", Claim, "-q", "--json", "c.json").ExitCode);
        var again = HopfieldCall.Run("rerun", folder["c.json"]);
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
    }

    [Fact]
    public void Reproduce_OfWhatIsNoClaim_Refuses() =>
        HopfieldCall.Run("reproduce", "capacity.99").AssertBadInput("hopfield: 'capacity.99' names no claim and no group; expected one of ");

    /// <summary>The published curves of the clocked machine, on the published instances; without them the claims are named as left
    /// out.</summary>
    [Fact]
    public void Reproduce_OfTheClockedMachine_FindsThePublishedCurvesAndDrawsThem()
    {
        string instances = Path.GetDirectoryName(TestSupport.SharedFolder.File("data/maxcut/rudy/g05_60.0"))!;
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "reproduce", "mem-hnn.2b", "mem-hnn.5b", "mem-hnn.4g.c010", "--instances", instances,
            "--out", "f", "--json", "c.json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var record = JsonRecord.Read(folder["c.json"]);
        Assert.Equal(16, record["claims"]!.AsArray().Count);
        Assert.Equal("mem-hnn.4g.c010", (string?)record["leftOut"]!.AsArray().Single());
        Assert.Equal(["fixed-noise-energy.csv", "fixed-noise-energy.svg", "fixed-noise-success.csv", "fixed-noise-success.svg", "wires.csv",
            "wires.svg"], Directory.GetFiles(folder["f"]).Select(path => Path.GetFileName(path)!)
            .Where(name => name.EndsWith("svg", StringComparison.Ordinal) || name.EndsWith("csv", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Reproduce_WithAFolderOfInstancesThatIsNotThere_Refuses() =>
        HopfieldCall.Run("reproduce", "mem-hnn", "--instances", "nowhere")
            .AssertBadInput("hopfield: nowhere: no such folder; expected one with g05_60.0");

    [Fact]
    public void Reproduce_WithAFolderThatIsNotMnist_Refuses()
    {
        using var folder = new ScratchFolder();
        HopfieldCall.Run("reproduce", Claim, "--mnist", folder.Root)
            .AssertBadInput($"hopfield: {folder.Root}: train-images-idx3-ubyte is missing; expected the four files of MNIST");
    }
}
