namespace Solvers.Problems.MaxCut;

/// <summary>A partition of the vertices; every partition is feasible.</summary>
public sealed record CutSolution : Solution
{
    /// <summary>The part of each vertex, +1 or −1.</summary>
    public required sbyte[] Sides { get; init; }

    /// <summary>The sides, vertex by vertex.</summary>
    public override IReadOnlyList<int> Answer => [.. Sides.Select(side => (int)side)];
}
