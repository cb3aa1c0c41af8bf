using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems;

namespace Cli.Solving;

/// <summary>All finished runs of one problem on one machine.</summary>
internal sealed record SolveResult
{
    /// <summary>The problem.</summary>
    internal required IProblem Problem { get; init; }

    /// <summary>Its model.</summary>
    internal required IsingModel Model { get; init; }

    /// <summary>Machine and engine, as the runs name them.</summary>
    internal required string Machine { get; init; }

    /// <summary>What did the arithmetic.</summary>
    internal required string Engine { get; init; }

    /// <summary>The finished runs in order of their number.</summary>
    internal required IReadOnlyList<SolvedRun> Runs { get; init; }

    /// <summary>True when Ctrl-C ended the work early.</summary>
    internal required bool Cancelled { get; init; }

    /// <summary>Wall-clock time of all runs with set-up, s.</summary>
    internal required double WallSeconds { get; init; }

    /// <summary>The feasible run with the best score; with none feasible, the one of lowest energy; null without runs.</summary>
    internal SolvedRun? Best => Runs.Where(run => run.Solution.Feasible && run.Solution.Score is not null)
        .OrderBy(run => Problem.Sense == ScoreSense.Maximise ? -run.Solution.Score!.Value : run.Solution.Score!.Value)
        .ThenBy(run => run.Number).FirstOrDefault() ?? Runs.OrderBy(run => run.Trace.Energy).FirstOrDefault();

    /// <summary>Scores of the feasible runs.</summary>
    internal IEnumerable<double> Scores => Runs.Where(run => run.Solution.Feasible).Select(run => run.Solution.Score!.Value);

    /// <summary>Best score of the feasible runs; null when there are none.</summary>
    internal double? BestScore => Best is { Solution: { Feasible: true, Score: { } score } } ? score : null;

    /// <summary>Best score among the states of lowest energy that the runs held on their way; null where none was kept or
    /// feasible.</summary>
    internal double? BestSeenScore
    {
        get
        {
            double[] scores = [.. Runs.Where(run => run.BestSeen is { Feasible: true, Score: not null })
                .Select(run => run.BestSeen!.Score!.Value)];
            return scores.Length == 0 ? null : Problem.Sense == ScoreSense.Maximise ? scores.Max() : scores.Min();
        }
    }

    /// <summary>Mean score of the feasible runs; null when there are none.</summary>
    internal double? MeanScore => Scores.Any() ? Scores.Average() : null;

    /// <summary>Median of the settle times of the settled runs, s; null when none has one.</summary>
    internal double? MedianSettleSeconds => Median(Runs.Select(run => run.Trace.SettleSeconds));

    /// <summary>Median of the energy delivered per run, J; null where nothing electrical ran.</summary>
    internal double? MedianEnergyJoules => Median(Runs.Select(run => run.Trace.EnergyJoules));

    /// <summary>Largest residual of all runs, A; null where nothing electrical ran.</summary>
    internal double? LargestResidual => Runs.Max(run => run.Trace.ResidualAmperes);

    /// <summary>The key of run <paramref name="number"/> of a command with this seed.</summary>
    internal static RandomKey KeyOf(ulong seed, int number) => RandomKey.FromSeed(seed).Fold("run").Fold(number);

    private static double? Median(IEnumerable<double?> values)
    {
        var sorted = values.Where(value => value is not null).Select(value => value!.Value).Order().ToList();
        return sorted.Count == 0 ? null : 0.5 * (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]);
    }
}
