using Cli.Tests.Shell;
using Cli.Tests.Solving;

namespace Cli.Tests.Opponents;

public class OpponentVerbTests
{
    [Fact]
    public void MaxCut_WithAllSolvers_PutsThemBesideTheMachines()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.Run("maxcut", TinyInstances.WriteGraph(folder), "--solver", "all", "--time", "0.5", "--runs", "5",
            "--target", $"{TinyInstances.LargestCut()}", "--json", folder["r.json"], "--out", folder["out"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var record = JsonRecord.Read(folder["r.json"]);
        Assert.Equal(TinyInstances.LargestCut(), record.Number("bestScore"));
        Assert.Equal(TinyInstances.LargestCut(), TinyInstances.Cut(record.Integers("bestAnswer")));
        var rows = record["rows"]!.AsArray();
        Assert.Equal(["continuous", "clocked"], rows.Take(2).Select(row => row!["name"]!.ToString()));
        foreach (string name in (string[])["annealing", "tabu", "enumeration", "tempering", "greedy"])
        {
            var row = rows.Single(row => row!["name"]!.ToString() == name)!;
            Assert.Equal((5, 5), (row["successes"]!.GetValue<int>(), row["runs"]!.AsArray().Count));
            Assert.InRange(row.Number("tts99Seconds"), 1e-9, 0.5);
            Assert.All(row["runs"]!.AsArray(), one => Assert.Equal(-one!.Number("score"), one!.Number("energy"), 12));
            Assert.Contains(name, run.Output);
        }
        Assert.True(File.Exists(folder["out/index.html"]) && File.Exists(folder["out/solver-energy.svg"]));
    }

    [Fact]
    public void MaxCut_WithOneSolverAndAnUnreachableTarget_SaysSoByItsExitCode()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.Run("maxcut", TinyInstances.WriteGraph(folder), "--solver", "tabu,greedy", "--machine", "digital",
            "--time", "0.1",
            "--target", "1000");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("0/10", run.Output);
        Assert.DoesNotContain("continuous", run.Output);
    }

    [Fact]
    public void MaxCut_WithAnUnknownSolver_ListsThoseThatExist()
    {
        using var folder = new ScratchFolder();
        string graph = TinyInstances.WriteGraph(folder);
        HopfieldCall.Run("maxcut", graph, "--solver", "annealer")
            .AssertBadInput("hopfield: --solver annealer: there is no such solver; expected all, annealing");
        HopfieldCall.Run("maxcut", graph, "--solver", ",").AssertBadInput("hopfield: --solver names no solver");
        HopfieldCall.Run("maxcut", graph, "--solver", "all", "--time", "0").AssertBadInput("hopfield: --time must be");
    }

    [Fact]
    public void Solvers_Always_ListsEverySolverWithASentence()
    {
        var run = HopfieldCall.Run("list", "solvers");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        foreach (string name in (string[])["annealing", "bifurcation-discrete", "enumeration", "tabu"])
            Assert.Contains($"\n{name} ", run.Output);
    }
}
