namespace Solvers.Problems.Tsp;

/// <summary>A decoded grid of cities and positions: a tour, or the report why it is none.</summary>
public sealed record TourSolution : Solution
{
    /// <summary>City at each position, from 0; null when infeasible.</summary>
    public int[]? Tour { get; init; }

    /// <summary>What keeps the grid from being a tour; null when it is one.</summary>
    public TourFaults? Faults { get; init; }

    /// <summary>The cities from 1, as TSPLIB counts, in the order of the tour.</summary>
    public override IReadOnlyList<int>? Answer => Tour?.Select(city => city + 1).ToArray();
}
