namespace Studies.Solving;

/// <summary>The digital runs beside a circuit's.</summary>
public sealed record DigitalSummary(double? BestScore, double? MeanScore, double FeasibleFraction, double BestEnergy)
{
    /// <summary>Of an experiment; null without a finished run.</summary>
    public static DigitalSummary? Of(ExperimentRuns? runs) => runs is { Runs.Count: > 0 }
        ? new(runs.BestScore, runs.MeanScore, runs.FeasibleFraction, runs.Runs.Min(run => run.Trace.Energy)) : null;
}

/// <summary>Runs by their lowest energy, not by their end. Shares are of all runs, with Wilson's 95 % interval; null without a best known
/// score.</summary>
public sealed record BestSeenSummary(double? BestScore, double BestEnergy, SuccessShare? FinalState, SuccessShare? BestSeen)
{
    /// <summary>Of an experiment; null for machines that do not keep it.</summary>
    public static BestSeenSummary? Of(ExperimentRuns result) => result.Runs.Any(run => run.BestSeen is not null)
        ? new(result.BestSeenScore, result.Runs.Min(run => run.Trace.BestEnergy!.Value),
            SuccessShare.Of(result, run => run.Solution), SuccessShare.Of(result, run => run.BestSeen!)) : null;
}
