using Hopfield.Numerics;

namespace Solvers.Heuristics;

/// <summary>What one run of a heuristic may spend; every heuristic obeys the same one. It ends at the first limit that is met, or at the
/// target. Runs that are limited by <see cref="Updates"/> alone are repeated bit for bit by the same key; time limits depend on the
/// machine.</summary>
public sealed record Budget
{
    /// <summary>Processor time of the run's own thread, so that other work on the machine does not shorten it; +∞ for no limit.</summary>
    public double CpuSeconds
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(CpuSeconds), value, $"CpuSeconds must be greater than 0 s, not {value}.");
    } = double.PositiveInfinity;

    /// <summary>Attempted spin updates, all replicas counted; checked between units of work, so that a run may exceed it by one.</summary>
    public long Updates
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(Updates), value, $"Updates must be at least 1, not {value}.");
    } = long.MaxValue;

    /// <summary>An energy at which the run may stop, as it is known to be the best or good enough; null to use the whole budget.</summary>
    public double? TargetEnergy
    {
        get;
        init => field = value is { } energy ? Check.Finite(energy, nameof(TargetEnergy)) : null;
    }

    /// <summary>A limit in processor seconds.</summary>
    public static Budget OfCpuSeconds(double seconds) => new() { CpuSeconds = seconds };

    /// <summary>A limit in attempted updates.</summary>
    public static Budget OfUpdates(long updates) => new() { Updates = updates };
}
