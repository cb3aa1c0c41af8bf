namespace Solvers.Heuristics;

/// <summary>Why a run ended.</summary>
public enum SearchStatus
{
    /// <summary>The time or update limit was met.</summary>
    BudgetSpent,

    /// <summary>The target energy was reached.</summary>
    TargetReached,

    /// <summary>The method proved that nothing better exists.</summary>
    Optimal,

    /// <summary>The method ended by itself without a proof (a single descent).</summary>
    Finished,

    /// <summary>Ended from outside; what was found so far is kept.</summary>
    Cancelled,
}

/// <summary>Words for a status.</summary>
public static class SearchStatusWords
{
    /// <summary>As it stands in tables and records.</summary>
    public static string InWords(this SearchStatus status) => status switch
    {
        SearchStatus.BudgetSpent => "budget spent",
        SearchStatus.TargetReached => "target reached",
        SearchStatus.Optimal => "optimal, proven",
        SearchStatus.Cancelled => "cancelled",
        _ => "finished",
    };
}

/// <summary>A moment at which a run found something better than before.</summary>
/// <param name="CpuSeconds">Processor time since the run began, s.</param>
/// <param name="Updates">Attempted spin updates so far.</param>
/// <param name="Energy">The new best energy, recomputed from the model.</param>
public sealed record Improvement(double CpuSeconds, long Updates, double Energy);

/// <summary>What one run of a heuristic brought.</summary>
public sealed record HeuristicResult
{
    /// <summary>Name of the heuristic.</summary>
    public required string Heuristic { get; init; }

    /// <summary>Value of the run's key.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The best spins.</summary>
    public required sbyte[] Spins { get; init; }

    /// <summary>Their energy, recomputed from the model.</summary>
    public required double Energy { get; init; }

    /// <summary>Every improvement with its time; the last one is the result.</summary>
    public required IReadOnlyList<Improvement> Trajectory { get; init; }

    /// <summary>Attempted spin updates: spins whose flip was weighed, all replicas counted.</summary>
    public required long Updates { get; init; }

    /// <summary>Spins that were flipped, all replicas counted; null where flips are not counted, as in lanes.</summary>
    public long? Flips { get; init; }

    /// <summary>Processor time of the run, s.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>Why it ended.</summary>
    public required SearchStatus Status { get; init; }

    /// <summary>Processor seconds until the energy was at most a target, up to rounding; ∞ when it never was.</summary>
    /// <param name="targetEnergy">The energy to reach.</param>
    public double SecondsTo(double targetEnergy) =>
        Trajectory.FirstOrDefault(step => SearchRecord.Reaches(step.Energy, targetEnergy))?.CpuSeconds ?? double.PositiveInfinity;
}
