using Cli.Output;
using Cli.Reports;
using Cli.Tests.Shell;
using Hopfield.Numerics;
using Solvers.Heuristics;
using Studies;
using Studies.Comparing;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;

namespace Cli.Tests.Solving;

/// <summary>What is finished when the work is cancelled is kept and reported.</summary>
public class CancellationTests
{
    [Fact]
    public void MaxCut_CancelledAfterManyStarts_KeepsTheFinishedRuns()
    {
        using var folder = new ScratchFolder();
        using var source = new CancellationTokenSource();
        const int Runs = 100_000;
        var record = new SolveStudy
        {
            Problem = new CutFile { File = DataFile.Of(TinyInstances.WriteRing(folder)) },
            Runs = Runs,
        }.Run(new CancelAtPiece(source, 200), source.Token);

        Assert.Equal((true, ExitCode.Cancelled), (record.Cancelled, SolveOutput.Code(record)));
        Assert.InRange(record.Main.Runs.Count, 1, Runs - 1);
        File.WriteAllText(folder["r.json"], record.ToJson());
        var json = JsonRecord.Read(folder["r.json"]);
        Assert.True(json["cancelled"]!.GetValue<bool>());
        Assert.Equal(record.Main.Runs.Count, json["runs"]!.AsArray().Count);
        JsonRecord.AssertComplete(json);
        Directory.CreateDirectory(folder["report"]);
        ReportFolder.Write(folder["report"], record.Problem, [record]);
        Assert.True(File.Exists(folder["report/index.html"]));
    }

    [Fact]
    public void Comparison_CancelledAtTheFirstImprovement_KeepsTheBestSoFar()
    {
        using var folder = new ScratchFolder();
        using var source = new CancellationTokenSource();
        const double Seconds = 1000;
        // The warm-up has a short budget; what counts comes after it.
        var report = new ComparisonStudy
        {
            Problem = new CutFile { File = DataFile.Of(TinyInstances.WriteRing(folder)) },
            Machines = [],
            Solvers = [new CancelledHeuristic(Catalog.Find<IHeuristic>("annealing", "solver"), source, Seconds / 20)],
            SecondsPerSolver = Seconds,
        }.Run(null, source.Token);

        Assert.True(report.Cancelled);
        Assert.True(report.BestScore > 0);
        Assert.Equal(SearchStatus.Cancelled.ToString().ToLowerInvariant(), Assert.Single(report.Rows).Runs[0].Status);
    }

    private sealed class CancelAtPiece(CancellationTokenSource source, int piece) : IStudyProgress
    {
        private int _finished;

        public void Begin(string title, int pieces)
        {
        }

        public void Finished()
        {
            if (Interlocked.Increment(ref _finished) == piece) source.Cancel();
        }
    }
}
