using Solvers.Problems.MaxCut;

namespace Cli.Tests.Solving;

public class DemoTests(DemoRun demo)
{
    [Fact]
    public async Task Demo_OnABareMachine_ShowsThreeProblems()
    {
        var run = await demo.ResultAsync();
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var record = JsonRecord.Read(demo["demo.json"]);
        Assert.Equal(["version", "seed", "problems"], record.AsObject().Select(field => field.Key));
        var problems = record["problems"]!.AsArray();
        Assert.Equal(3, problems.Count);
        Assert.All(problems, problem =>
        {
            JsonRecord.AssertComplete(problem!);
            Assert.True(problem!["crossCheck"]!["agrees"]!.GetValue<bool>());
        });

        var graph = RudyFile.Read(demo["hopfield-demo/graph16.rud"]);
        sbyte[] sides = [.. problems[0]!.Integers("bestAnswer").Select(side => (sbyte)side)];
        Assert.Equal(problems[0]!.Number("bestScore"), graph.Cut(sides));
        Assert.Equal(LargestCut(graph), problems[0]!.Number("bestKnown"));
        Assert.Equal(problems[0]!.Number("bestKnown"), problems[0]!.Number("bestScore"));

        Assert.Equal((3323, 100, 1), (problems[1]!.Number("bestKnown"), problems[1]!["runs"]!.AsArray().Count,
            problems[1]!.Number("feasibleFraction")));
        Assert.InRange(problems[1]!.Number("bestScore"), 3323, 4000);
        Assert.Equal(1, problems[2]!.Number("meanScore"));

        ReportFolderTests.AssertSelfContained(File.ReadAllText(demo["hopfield-demo/index.html"]), figures: 7 + 7 + 6);
        foreach (string name in (string[])["graph16", "burma14", "recall-of-10-glyphs"])
            Assert.True(File.Exists(demo[$"hopfield-demo/{name}/deck.cir"]));
        Assert.Contains("report: ", run.Output);
    }

    // Independent of the Gray-code enumeration that the demo uses: every partition's cut from the edge list.
    private static double LargestCut(MaxCutProblem graph)
    {
        double largest = double.NegativeInfinity;
        var sides = new sbyte[graph.SpinCount];
        for (int bits = 0; bits < 1 << (graph.SpinCount - 1); bits++)
        {
            for (int i = 0; i < sides.Length; i++) sides[i] = (sbyte)((bits >> i & 1) * 2 - 1);
            largest = Math.Max(largest, graph.Cut(sides));
        }
        return largest;
    }
}
