using Cli.Output;
using Crossbar.CrossChecking;

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

    /// <summary>The best run's decoded answer: tour (cities from 1) or sides (±1).</summary>
    public int[]? BestAnswer { get; init; }

    /// <summary>The same problem on the digital engine from the same starts; null when that is the machine itself.</summary>
    public DigitalSummary? Digital { get; init; }

    /// <summary>Engines compared on the best run; null for the digital machines and for cancelled work.</summary>
    public CrossCheckSummary? CrossCheck { get; init; }

    /// <summary>Parameters of the circuit; null for the digital machines.</summary>
    public object? Parameters { get; init; }
}

/// <summary>The digital runs beside a circuit's.</summary>
public sealed record DigitalSummary(double? BestScore, double? MeanScore, double FeasibleFraction, double BestEnergy);

/// <summary>A cross-check for the record.</summary>
public sealed record CrossCheckSummary(bool Agrees, long DescentFlips, IReadOnlyList<string> Findings, IReadOnlyList<CrossCheckEntry> Rows)
{
    internal static CrossCheckSummary Of(CrossCheckReport report) => new(report.Agrees, report.DescentFlips, report.Findings,
        [.. report.Rows.Select(row => new CrossCheckEntry(row.Engine, row.NotRun, row.Trace?.Energy, row.Trace?.EngineEnergy, row.SpinDifferences,
            row.WorstVoltsDifference, row.Trace?.SettleSeconds, row.Trace?.EnergyJoules, row.Trace?.ResidualAmperes, row.Explanation, row.WallSeconds))]);
}

/// <summary>One engine's line of a cross-check.</summary>
public sealed record CrossCheckEntry(
    string Engine, string? NotRun, double? Energy, double? EngineEnergy, int? SpinDifferences, double? WorstVoltsDifference,
    double? SettleSeconds, double? EnergyJoules, double? ResidualAmperes, string Explanation, double WallSeconds);
