using Crossbar.Checking;

namespace Studies.Solving;

/// <summary>A cross-check for the record.</summary>
public sealed record CrossCheckSummary(bool Agrees, long DescentFlips, IReadOnlyList<string> Findings, IReadOnlyList<CrossCheckEntry> Rows)
{
    /// <summary>Of a report.</summary>
    public static CrossCheckSummary Of(CrossCheckReport report) => new(report.Agrees, report.DescentFlips, report.Findings,
        [.. report.Rows.Select(row => new CrossCheckEntry(row.Engine, row.NotRun, row.Trace?.Energy, row.Trace?.EngineEnergy,
            row.SpinDifferences,
            row.WorstVoltsDifference, row.Trace?.SettleSeconds, row.Trace?.EnergyJoules, row.Trace?.ResidualAmperes, row.Explanation,
                row.WallSeconds))]);
}

/// <summary>One engine's line of a cross-check.</summary>
public sealed record CrossCheckEntry(
    string Engine, string? NotRun, double? Energy, double? EngineEnergy, int? SpinDifferences, double? WorstVoltsDifference,
    double? SettleSeconds, double? EnergyJoules, double? ResidualAmperes, string Explanation, double WallSeconds);
