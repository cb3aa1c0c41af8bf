using System.Text.Json.Serialization;
using Hopfield.Model;

namespace Studies.Solving;

/// <summary>One run of a <see cref="SolveRecord"/>.</summary>
public sealed record RunRecord
{
    /// <summary>Key of the run's random numbers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>E of the final spins.</summary>
    public required double Energy { get; init; }

    /// <summary>Score of the decoded answer; null when it is not feasible.</summary>
    public required double? Score { get; init; }

    /// <summary>Whether the answer satisfies the problem's constraints without repair.</summary>
    public required bool Feasible { get; init; }

    /// <summary>Whether the machine came to rest.</summary>
    public required bool Settled { get; init; }

    /// <summary>Time to settle, s; null without a clock or without rest.</summary>
    public required double? SettleSeconds { get; init; }

    /// <summary>Energy delivered to the array, J; null where nothing electrical ran.</summary>
    public required double? EnergyJoules { get; init; }

    /// <summary>How far the cells moved; absent for fixed conductances.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CellMotion? Cells { get; init; }

    /// <summary>Makes the record of a trace and what was decoded from it.</summary>
    public static RunRecord Of(SettlingTrace trace, double? score, bool feasible) => new()
    {
        Seed = trace.Key,
        Energy = trace.Energy,
        Score = feasible ? score : null,
        Feasible = feasible,
        Settled = trace.Settled,
        SettleSeconds = trace.SettleSeconds,
        EnergyJoules = trace.EnergyJoules,
        Cells = trace.Cells,
    };
}
