namespace Solvers.Problems.MaxCut;

/// <summary>An edge of a weighted graph.</summary>
/// <param name="From">One end, from 0.</param>
/// <param name="To">The other end, from 0.</param>
/// <param name="Weight">Its weight; negative weights are allowed.</param>
public readonly record struct WeightedEdge(int From, int To, double Weight);
