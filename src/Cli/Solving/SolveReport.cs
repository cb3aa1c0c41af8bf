using Cli.Devices;
using Cli.Output;
using Crossbar.Checking;
using Hopfield.Numerics;
using Solvers.Benchmarking;
using Solvers.Problems;
using Studies.Noise;

namespace Cli.Solving;

/// <summary>The JSON record of a solving command: the runs, the digital runs beside them, and the cross-check.</summary>
public sealed record SolveReport : RunReport
{
    /// <summary>What the score measures.</summary>
    public required string ScoreName { get; init; }

    /// <summary>Mean score of the feasible runs.</summary>
    public required double? MeanScore { get; init; }

    /// <summary>Share of runs that are feasible.</summary>
    public required double FeasibleFraction { get; init; }

    /// <summary>The best run's decoded answer: tour (cities from 1), sides (±1), bits, colours or members of a set (from 1).</summary>
    public int[]? BestAnswer { get; init; }

    /// <summary>Spins of a block, where --array limits them; null where one machine holds the whole problem.</summary>
    public int? BlockSpins { get; init; }

    /// <summary>What else is to be known of that answer, in one sentence; null when the score says it all.</summary>
    public string? AnswerNote { get; init; }

    /// <summary>The same problem on the digital engine from the same starts; null when that is the machine itself.</summary>
    public DigitalSummary? Digital { get; init; }

    /// <summary>The same runs by the lowest energy that each held on its way; null for machines that do not keep it.</summary>
    public BestSeenSummary? BestSeen { get; init; }

    /// <summary>Engines compared on the best run; null for the digital machines and for cancelled work.</summary>
    public CrossCheckSummary? CrossCheck { get; init; }

    /// <summary>Dynamic noise, and what each source is worth; null without noise.</summary>
    public NoiseSummary? Noise { get; init; }

    /// <summary>Device at the cross points and how far it moved; null for fixed conductances.</summary>
    public CellSummary? Cells { get; init; }

    /// <summary>Parameters of the circuit; null for the digital machines.</summary>
    public object? Parameters { get; init; }
}

/// <summary>The digital runs beside a circuit's.</summary>
public sealed record DigitalSummary(double? BestScore, double? MeanScore, double FeasibleFraction, double BestEnergy);

/// <summary>Runs by their lowest energy, not by their end. Shares are of all runs, with Wilson's 95 % interval; null without a best known
/// score.</summary>
public sealed record BestSeenSummary(double? BestScore, double BestEnergy, SuccessShare? FinalState, SuccessShare? BestSeen)
{
    internal static BestSeenSummary? Of(SolveResult result) => result.Runs.Any(run => run.BestSeen is not null)
        ? new(result.BestSeenScore, result.Runs.Min(run => run.Trace.BestEnergy!.Value),
            SuccessShare.Of(result, run => run.Solution), SuccessShare.Of(result, run => run.BestSeen!)) : null;
}

/// <summary>Share of runs that reached the best known score.</summary>
public sealed record SuccessShare(int Successes, int Runs, double Low, double High)
{
    internal static SuccessShare? Of(SolveResult result, Func<SolvedRun, Solution> solution)
    {
        if (result.Problem.BestKnown is not { } best) return null;
        int hits = result.Runs.Select(solution)
            .Count(s => s is { Feasible: true, Score: { } score } && !result.Problem.Sense.IsBetter(best.Score, score));
        var interval = Interval.OfShare(hits, result.Runs.Count);
        return new(hits, result.Runs.Count, interval.Low, interval.High);
    }

    /// <summary>TTS99 on the simulated hardware, with its bootstrap interval, s.</summary>
    internal static TimeToTarget? HardwareTime(SolveResult result, Func<SolvedRun, Solution> solution, ulong seed)
    {
        if (result.Problem.BestKnown is not { } best || result.Runs.Any(run => run.Trace.SettleSeconds is null)) return null;
        return TimeToTarget.OfRestarts([.. result.Runs.Select(run =>
            (run.Trace.SettleSeconds!.Value, solution(run) is { Feasible: true, Score: { } score }
            && !result.Problem.Sense.IsBetter(best.Score, score)))], RandomKey.FromSeed(seed).Fold("tts"));
    }

    internal string Text => $"{Successes}/{Runs} = {(double)Successes / Runs:f3} ({Low:f3} to {High:f3})";
}

/// <summary>A cross-check for the record.</summary>
public sealed record CrossCheckSummary(bool Agrees, long DescentFlips, IReadOnlyList<string> Findings, IReadOnlyList<CrossCheckEntry> Rows)
{
    internal static CrossCheckSummary Of(CrossCheckReport report) => new(report.Agrees, report.DescentFlips, report.Findings,
        [.. report.Rows.Select(row => new CrossCheckEntry(row.Engine, row.NotRun, row.Trace?.Energy, row.Trace?.EngineEnergy,
            row.SpinDifferences,
            row.WorstVoltsDifference, row.Trace?.SettleSeconds, row.Trace?.EnergyJoules, row.Trace?.ResidualAmperes, row.Explanation,
                row.WallSeconds))]);
}

/// <summary>One engine's line of a cross-check.</summary>
public sealed record CrossCheckEntry(
    string Engine, string? NotRun, double? Energy, double? EngineEnergy, int? SpinDifferences, double? WorstVoltsDifference,
    double? SettleSeconds, double? EnergyJoules, double? ResidualAmperes, string Explanation, double WallSeconds);
