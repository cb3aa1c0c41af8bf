using Hopfield.Numerics;

namespace Solvers.Problems.Tsp.Windows;

/// <summary>How a tour is improved by windows that a machine solves.</summary>
public sealed record WindowOptions
{
    /// <summary>Largest number of inner cities: 144 spins.</summary>
    public const int MostCities = 12;

    /// <summary>Inner cities of a window, m² spins. Default 8: 64 neurons, a 64-column array (our choice). Range: 3 to 12.</summary>
    public int WindowCities { get; init => field = (int)Check.InRange(value, 3, MostCities, nameof(WindowCities)); } = 8;

    /// <summary>Settlings of one window, from different random starts; the shortest valid path counts. Default 1 (our choice). Range: ≥
    /// 1.</summary>
    public int SettlingsPerWindow { get; init => field = Check.AtLeast(value, 1, nameof(SettlingsPerWindow)); } = 1;

    /// <summary>Whether 2-opt and Or-opt run; false leaves windows, and kicks that they settle, as the only moves. Default true.</summary>
    public bool LocalSearch { get; init; } = true;

    /// <summary>Kicks with local search between two windows. Default 100 (our choice). Range: ≥ 1.</summary>
    public int KicksPerWindow { get; init => field = Check.AtLeast(value, 1, nameof(KicksPerWindow)); } = 100;

    /// <summary>Longest segment that a kick moves. Default 50 cities (Applegate, Cook and Rohe 2003, segment kicks). Range: ≥ 1.</summary>
    public int LongestKick { get; init => field = Check.AtLeast(value, 1, nameof(LongestKick)); } = 50;

    /// <summary>Nearest cities in which local search looks. Default 10 (our choice, as most codes). Range: ≥ 2.</summary>
    public int NeighbourCount { get; init => field = Check.AtLeast(value, 2, nameof(NeighbourCount)); } = 10;

    /// <summary>Wall-clock limit, s; +∞ for none. Default 10 (our choice). Range: &gt; 0.</summary>
    public double LimitSeconds
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(LimitSeconds), value, $"LimitSeconds must be greater than 0 s, not {value}.");
    } = 10;

    /// <summary>Most windows; a run that this ends is repeated bit for bit. Default unlimited. Range: ≥ 1.</summary>
    public long MostWindows
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(MostWindows), value, $"MostWindows must be at least 1, not {value}.");
    } = long.MaxValue;

    /// <summary>A length at which the run stops, as none is shorter; null to use the whole time.</summary>
    public double? TargetLength { get; init; }
}
