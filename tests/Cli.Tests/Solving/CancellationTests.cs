using Cli.Layouts;
using Cli.Opponents;
using Cli.Reports;
using Cli.Solving;
using Cli.Tests.Shell;
using Crossbar.Layout;
using Crossbar.Layout.Errors;
using Crossbar.Layout.Tiling;
using Hopfield.Numerics;
using Solvers.Heuristics;
using Solvers.Problems.MaxCut;

namespace Cli.Tests.Solving;

/// <summary>What is finished when the work is cancelled is kept and reported.</summary>
public class CancellationTests
{
    [Fact]
    public void MaxCut_CancelledAfterManyStarts_KeepsTheFinishedRuns()
    {
        using var folder = new ScratchFolder();
        using var source = new CancellationTokenSource();
        int started = 0;
        var job = SolveJob.Of(RudyFile.Read(TinyInstances.WriteRing(folder))) with
        {
            Start = (problem, key) =>
            {
                if (Interlocked.Increment(ref started) == 200) source.Cancel();
                return Solve.RandomStart(problem.SpinCount, key);
            },
        };
        const int Runs = 100_000;
        var outcome = SolveFlow.Run(job, new("continuous", "auto", Runs, 1, 0, null, null, true), source.Token);

        Assert.Equal((true, ExitCode.Cancelled), (outcome.Cancelled, outcome.ExitCode));
        Assert.InRange(outcome.Main.Runs.Count, 1, Runs - 1);
        File.WriteAllText(folder["r.json"], outcome.ToReport().ToJson());
        var record = JsonRecord.Read(folder["r.json"]);
        Assert.True(record["cancelled"]!.GetValue<bool>());
        Assert.Equal(outcome.Main.Runs.Count, record["runs"]!.AsArray().Count);
        JsonRecord.AssertComplete(record);
        Directory.CreateDirectory(folder["report"]);
        ReportFolder.Write(folder["report"], job.Name, [outcome]);
        Assert.True(File.Exists(folder["report/index.html"]));
    }

    [Fact]
    public void Layout_CancelledAfterTheFirstSize_KeepsIt()
    {
        using var source = new CancellationTokenSource();
        int pieces = 0;
        var parameters = new ErrorStudyParameters { WeightDraws = 2, InputDraws = 2 };
        var question = new LayoutQuestion(TechnologyFile.Find("22nm"), parameters, new ArrayDrive(), 8, 8, [8, 16])
        {
            BudgetWeightUnits = 0.5,
            Key = RandomKey.FromSeed(1),
        };
        var report = question.Measure(() =>
        {
            if (++pieces == 2) source.Cancel();
        }, source.Token);

        Assert.True(report.Cancelled);
        Assert.Equal(8, Assert.Single(report.Sizes).Rows);
        Assert.Contains("Cancelled: what was finished is below.", report.Sentences());
    }

    [Fact]
    public void Comparison_CancelledAtTheFirstImprovement_KeepsTheBestSoFar()
    {
        using var folder = new ScratchFolder();
        using var source = new CancellationTokenSource();
        var job = SolveJob.Of(RudyFile.Read(TinyInstances.WriteRing(folder)));
        const double Seconds = 1000;
        var comparison = new Comparison(job, new("digital", "auto", 10, 1, 0, null, null, true), Seconds, source.Token);
        // The warm-up has a short budget; what counts comes after it.
        var report = comparison.Run([], asked: true, [new CancelledHeuristic(HeuristicCatalog.Find("annealing"), source, Seconds / 20)]);

        Assert.True(report.Cancelled);
        Assert.True(report.BestScore > 0);
        Assert.Equal(SearchStatus.Cancelled.ToString().ToLowerInvariant(), Assert.Single(report.Rows).Runs[0].Status);
    }
}
