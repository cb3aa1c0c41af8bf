using Hopfield.Model;
using Solvers.Problems;

namespace Studies.Solving;

/// <summary>All finished runs of one problem on one machine.</summary>
public sealed record ExperimentRuns
{
    /// <summary>What was run.</summary>
    public required SolveJob Job { get; init; }

    /// <summary>What settled it.</summary>
    public required IMachine Settled { get; init; }

    /// <summary>The machine holding the model: compiled and reduced once, for whoever looks closer; null when that was cancelled.</summary>
    public required IPreparedMachine? Prepared { get; init; }

    /// <summary>Source of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The problem; of several, the first.</summary>
    public required IProblem Problem { get; init; }

    /// <summary>Its model.</summary>
    public required IsingModel Model { get; init; }

    /// <summary>Machine and engine, as the runs name them.</summary>
    public required string Machine { get; init; }

    /// <summary>What did the arithmetic.</summary>
    public required string Engine { get; init; }

    /// <summary>The finished runs in order of their number.</summary>
    public required IReadOnlyList<SolvedRun> Runs { get; init; }

    /// <summary>True when Ctrl-C ended the work early.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>Wall-clock time of all runs with set-up, s.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>The feasible run with the best score; with none feasible, the one of lowest energy; null without runs.</summary>
    public SolvedRun? Best => Runs.Where(run => run.Solution.Feasible && run.Solution.Score is not null)
        .OrderBy(run => Problem.Sense == ScoreSense.Maximise ? -run.Solution.Score!.Value : run.Solution.Score!.Value)
        .ThenBy(run => run.Number).FirstOrDefault() ?? Runs.OrderBy(run => run.Trace.Energy).FirstOrDefault();

    /// <summary>Scores of the feasible runs.</summary>
    public IEnumerable<double> Scores => Runs.Where(run => run.Solution.Feasible).Select(run => run.Solution.Score!.Value);

    /// <summary>Best score of the feasible runs; null when there are none.</summary>
    public double? BestScore => Best is { Solution: { Feasible: true, Score: { } score } } ? score : null;

    /// <summary>Best score among the states of lowest energy that the runs held on their way; null where none was kept or
    /// feasible.</summary>
    public double? BestSeenScore
    {
        get
        {
            double[] scores = [.. Runs.Where(run => run.BestSeen is { Feasible: true, Score: not null })
                .Select(run => run.BestSeen!.Score!.Value)];
            return scores.Length == 0 ? null : Problem.Sense == ScoreSense.Maximise ? scores.Max() : scores.Min();
        }
    }

    /// <summary>Best score known from elsewhere or proven; null when unknown.</summary>
    public double? BestKnown => Problem.BestKnown?.Score;

    /// <summary>Share of runs that are feasible.</summary>
    public double FeasibleFraction => Runs.Count == 0 ? 0 : (double)Runs.Count(run => run.Solution.Feasible) / Runs.Count;

    /// <summary>Mean score of the feasible runs; null when there are none.</summary>
    public double? MeanScore => Scores.Any() ? Scores.Average() : null;

    /// <summary>Median of the settle times of the settled runs, s; null when none has one.</summary>
    public double? MedianSettleSeconds => Median(Runs.Select(run => run.Trace.SettleSeconds));

    /// <summary>Median of the energy delivered per run, J; null where nothing electrical ran.</summary>
    public double? MedianEnergyJoules => Median(Runs.Select(run => run.Trace.EnergyJoules));

    /// <summary>Largest residual of all runs, A; null where nothing electrical ran.</summary>
    public double? LargestResidualAmperes => Runs.Max(run => run.Trace.ResidualAmperes);

    private static double? Median(IEnumerable<double?> values)
    {
        var sorted = values.Where(value => value is not null).Select(value => value!.Value).Order().ToList();
        return sorted.Count == 0 ? null : 0.5 * (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]);
    }
}
