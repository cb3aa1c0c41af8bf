namespace Solvers.Problems.Independence;

/// <summary>Which set of vertices is wanted; all three are one problem.</summary>
public enum VertexSetGoal
{
    /// <summary>The heaviest set without an edge inside.</summary>
    IndependentSet,

    /// <summary>The lightest set that touches every edge: what an independent set leaves.</summary>
    VertexCover,

    /// <summary>The heaviest set whose vertices are all joined: an independent set of the complement.</summary>
    Clique,
}
