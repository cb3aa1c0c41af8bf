using Cli.Tests.Shell;
using Solvers.Problems;

namespace Cli.Tests.Solving;

/// <summary>The verbs of all kinds of problem, as a user calls them.</summary>
public class ProblemVerbTests
{
    public static TheoryData<string> Formats => [.. ProblemFile.Readers.Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Solve_OfEveryFormat_SaysWhatItReadAndAnswers(string format)
    {
        var reader = ProblemFile.Readers.Single(reader => reader.Name == format);
        using var folder = new ScratchFolder();
        string name = "example" + reader.Extensions[0];
        folder.Write(name, reader.Example);
        var run = HopfieldCall.RunIn(folder.Root, "solve", name, "--runs", "3", "--machine", "digital", "--json", "r.json", "--out",
            "report");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith($"{name}: read as {reader.Summary}, because its name ends in {reader.Extensions[0]}", run.Output);
        var record = JsonRecord.Read(folder["r.json"]);
        Assert.NotNull(record["bestScore"]);
        Assert.NotEmpty(record["bestAnswer"]!.AsArray());
        Assert.True(File.Exists(folder["report/index.html"]));
    }

    [Theory]
    [InlineData("qubo", "q.qubo", "p qubo 0 2 1 1\n0 0 1\n0 1 nan\n", "q.qubo:3: weight is 'nan'; expected a finite number")]
    [InlineData("qubo", "q.sparse", "2 2\n1 1 1\n1 1 2\n", "q.sparse:3: entry 1 1 is given twice; expected each pair once")]
    [InlineData("qubo", "bqp.txt", "2\n1 1\n1 1 3\n1 1\n1 1 -3\n", "the file holds 2 instances; expected --instance 1 to 2")]
    [InlineData("qubo", "q.json", "{\"type\": \"BinaryQuadraticModel\",\n oops}",
        "q.json:2: the JSON is damaged; expected dimod's BinaryQuadraticModel")]
    [InlineData("qubo", "q.csv", "1,2,3\n", "q.csv: the matrix is 1 × 3; expected a square matrix Q")]
    [InlineData("ising", "g.ising", "3 2\n1 2 1\n2 4 1\n", "g.ising:3: spin 4 does not exist; expected 1 to 3")]
    [InlineData("partition", "g.graph", "2 1\n2\n\n",
        "g.graph:2: edge 1 2 is missing at vertex 2; expected every edge once at each of its ends")]
    [InlineData("partition", "g.graph", "2 1\n1\n1\n", "g.graph:2: vertex 1 is joined to itself; expected two different vertices")]
    [InlineData("partition", "g.graph", "3 1\n2\n1\n", "g.graph:3: the file ends after 2 of 3 vertices; expected one line per vertex")]
    [InlineData("partition", "g.graph", "2 1 001 2\n2 1\n1 1\n", "g.graph:1: there are 2 weights per vertex; expected 1")]
    [InlineData("partition", "n.hgr", "2 3\n1 2\n2 2 3\n", "n.hgr:3: pin 2 is named twice; expected each vertex once in a net")]
    [InlineData("numbers", "n.numbers", "3 4\n5 -1\n", "n.numbers:2: number is '-1'; expected a whole number greater than 0")]
    [InlineData("colour", "g.col", "p edge 3 2\ne 1 2\n", "g.col:2: 1 edges are there; expected 2, as the 'p' line says")]
    [InlineData("colour", "g.col", "p edge 3 1\nx 1 2\n", "g.col:2: 'x' starts no line of this format; expected 'c' comment")]
    [InlineData("independent-set", "g.mis", "p edge 3 1\ne 2 2\n", "g.mis:2: edge 2 2 is a loop; expected two different vertices")]
    [InlineData("solve", "letter.txt", "Dear reader,\n", "letter.txt:1: no instance format is recognised; expected ")]
    public void Verb_OfADamagedFile_NamesFileLineAndWhatWasExpected(string verb, string name, string content, string message)
    {
        using var folder = new ScratchFolder();
        folder.Write(name, content);
        HopfieldCall.RunIn(folder.Root, verb, name).AssertBadInput($"hopfield: {message}");
    }

    [Theory]
    [InlineData("Imbalance must be a finite number of at least 0", "partition", "a.graph", "--imbalance", "-1")]
    [InlineData("imbalance 1 lets one part hold all 2 of a", "partition", "a.graph", "--imbalance", "1")]
    [InlineData("colours must be at least 1", "colour", "a.col", "--colours", "0")]
    [InlineData("WindowCities must be a number from 3 to 12", "tsp", "circle.tsp", "--method", "windows", "--window", "2")]
    [InlineData("--time must be a finite number of seconds greater than 0", "tsp", "circle.tsp", "--method", "windows", "--time", "0")]
    public void Verb_OfAnOptionOutOfRange_SaysTheRange(string message, params string[] arguments)
    {
        using var folder = new ScratchFolder();
        folder.Write("a.graph", "2 1\n2\n1\n");
        folder.Write("a.col", "p edge 2 1\ne 1 2\n");
        TinyInstances.WriteCities(folder);
        var run = HopfieldCall.RunIn(folder.Root, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Tsp_ByWindows_ReportsWhatTheWindowsDid()
    {
        using var folder = new ScratchFolder();
        TinyInstances.WriteCities(folder);
        var run = HopfieldCall.RunIn(folder.Root, "tsp", "circle.tsp", "--method", "windows", "--windows-only", "--window", "3",
            "--time", "0.5", "--runs", "2", "--json", "r.json", "--out", "out");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("windows on the machine", run.Output);
        var record = JsonRecord.Read(folder["r.json"]);
        Assert.Equal(("chaotic", 2), (record["machine"]!.ToString(), record["runs"]!.AsArray().Count));
        Assert.Equal(record["runs"]![0]!["settlings"]!.GetValue<long>(), record["runs"]![0]!["validSettlings"]!.GetValue<long>());
        Assert.True(File.Exists(folder["out/tour.svg"]));
    }

    [Theory]
    [InlineData("continuous")]
    [InlineData("annealed")]
    public void MaxCut_OnAnArrayThatIsTooSmall_IsSettledBlockByBlock(string machine)
    {
        using var folder = new ScratchFolder();
        TinyInstances.WriteRing(folder);
        var run = HopfieldCall.RunIn(folder.Root, "maxcut", "ring.rud", "--array", "16x16", "--machine", machine, "--runs", "2",
            "--json", "r.json", "--out", "out");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var record = JsonRecord.Read(folder["r.json"]);
        Assert.Equal(7, record["blockSpins"]!.GetValue<int>());
        Assert.EndsWith(" blocks", record["engine"]!.ToString());
        Assert.Null(record["crossCheck"]);
        Assert.Equal(machine == "continuous", record["runs"]![0]!["settleSeconds"] is not null);
        Assert.Contains("Energy block by block", File.ReadAllText(folder["out/index.html"]));
    }

    [Fact]
    public void MaxCut_TooLargeForOneArray_SaysHowItCanBeSolved()
    {
        using var folder = new ScratchFolder();
        folder.Write("large.rud", "6000 1\n1 6000\n");
        HopfieldCall.RunIn(folder.Root, "maxcut", "large.rud")
            .AssertBadInput("hopfield: large.rud needs 6000 neurons, more than the 5000 that one simulated array holds");
    }

    [Theory]
    [InlineData("64")]
    [InlineData("4x4")]
    [InlineData("ax5")]
    public void MaxCut_OnAnArrayOfNoSize_SaysWhatIsExpected(string size)
    {
        using var folder = new ScratchFolder();
        TinyInstances.WriteGraph(folder);
        HopfieldCall.RunIn(folder.Root, "maxcut", "tiny.rud", "--array", size).AssertBadInput($"hopfield: --array {size}: ");
    }
}
