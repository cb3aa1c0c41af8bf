namespace Solvers.Problems.Tsp.Windows;

/// <summary>What one run found, and which moves found it.</summary>
public sealed record WindowTour
{
    /// <summary>The best tour, cities from 0.</summary>
    public required int[] Tour { get; init; }

    /// <summary>Its length, from the instance.</summary>
    public required double Length { get; init; }

    /// <summary>Length of the first tour, made by nearest neighbours.</summary>
    public required double StartLength { get; init; }

    /// <summary>Length after local search of the first tour, before any kick or window; the start itself without local search.</summary>
    public required double LocalLength { get; init; }

    /// <summary>Windows that the machine was given.</summary>
    public required long Windows { get; init; }

    /// <summary>Settlings of the machine.</summary>
    public required long Settlings { get; init; }

    /// <summary>Settlings whose spins were a path through every city of the window.</summary>
    public required long ValidSettlings { get; init; }

    /// <summary>Windows whose answer was shorter than the tour's own path and led to a tour shorter than all before.</summary>
    public required long BetterWindows { get; init; }

    /// <summary>Length that windows took away, all kept tours together.</summary>
    public required double WonByWindows { get; init; }

    /// <summary>2-opt moves, Or-opt moves and kicks that were made.</summary>
    public required (long TwoOpt, long OrOpt, long Kicks) Moves { get; init; }

    /// <summary>Kicks after which local search ended in a shorter tour.</summary>
    public required long BetterKicks { get; init; }

    /// <summary>Length that kicks with local search took away.</summary>
    public required double WonByKicks { get; init; }

    /// <summary>Wall-clock times, s, and lengths of each better tour.</summary>
    public required IReadOnlyList<(double Seconds, double Length)> Course { get; init; }

    /// <summary>Wall-clock time of the run, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>True when the target length was reached.</summary>
    public required bool TargetReached { get; init; }

    /// <summary>True when the run was ended from outside; the best tour so far stands here.</summary>
    public required bool Cancelled { get; init; }
}
