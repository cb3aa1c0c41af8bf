using Cli.Output;
using Plots;
using Studies.Solving;

namespace Cli.Reports;

/// <summary>The scores of all runs, machine beside machine.</summary>
internal static class ScoreFigures
{
    /// <summary>A histogram; null when no run was feasible.</summary>
    internal static ReportFigure? Of(SolveRecord outcome)
    {
        string maker = MachineWords.Short(outcome);
        var groups = new List<HistogramGroup> { new(maker, [.. outcome.Main.Scores]) };
        if (outcome.DigitalRuns is { } digital) groups.Add(new("digital", [.. digital.Scores]));
        if (groups.All(group => group.Values.Count == 0)) return null;
        int missing = Infeasible(outcome.Main) + (outcome.DigitalRuns is { } other ? Infeasible(other) : 0);
        var best = outcome.Main.Problem.BestKnown;
        return new("scores", new HistogramFigure
        {
            Title = $"Scores of all runs: {outcome.Main.Problem.ScoreName}",
            X = new(outcome.Main.Problem.ScoreName),
            Groups = groups,
            Reference = best is null ? null : new(best.Score, $"{(best.Proven ? "optimum" : "best known")} {Quantity.Score(best.Score)}"),
        }, missing > 0 ? $"{missing} infeasible runs have no score and are not counted."
            : groups.Count == 1 ? "" : "Run k of both machines starts from the same state.");
    }

    private static int Infeasible(ExperimentRuns result) => result.Runs.Count(run => !run.Solution.Feasible);
}
