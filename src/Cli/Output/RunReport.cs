using System.Text.Json.Serialization;
using Hopfield.Model;

namespace Cli.Output;

/// <summary>The JSON record of one command. Names and meanings are stable; later versions only add.</summary>
public record RunReport
{
    /// <summary>Instance name.</summary>
    public required string Problem { get; init; }

    /// <summary>Machine name.</summary>
    public required string Machine { get; init; }

    /// <summary>What did the arithmetic.</summary>
    public required string Engine { get; init; }

    /// <summary>Seed of the whole command; every run's key is folded from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Best score of all feasible runs, in the problem's own units; null when no run was feasible.</summary>
    public required double? BestScore { get; init; }

    /// <summary>Lowest energy of all runs; null without runs.</summary>
    public required double? BestEnergy { get; init; }

    /// <summary>Best score known from elsewhere or proven; null when unknown.</summary>
    public required double? BestKnown { get; init; }

    /// <summary>Every finished run, in order of the run number.</summary>
    public required IReadOnlyList<RunRecord> Runs { get; init; }

    /// <summary>Largest Kirchhoff current residual of all runs, A; null where nothing electrical ran.</summary>
    public required double? Residual { get; init; }

    /// <summary>True when Ctrl-C ended the command before all runs were finished.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Version of this program.</summary>
    public string Version { get; init; } = AppVersion.Text;

    /// <summary>The record as indented JSON with a newline at the end.</summary>
    public string ToJson() => JsonText.Of(this);
}

/// <summary>One run of a <see cref="RunReport"/>.</summary>
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
