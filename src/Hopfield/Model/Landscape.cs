namespace Hopfield.Model;

/// <summary>What makes low states good, from which a machine takes the schedule that suits. Why they differ: docs/guide/machines.md.</summary>
public enum Landscape
{
    /// <summary>Every state is an answer, better or worse: cuts, quadratic forms.</summary>
    Search,

    /// <summary>Couplings that forbid states dwarf the differences between answers: tours.</summary>
    Constraint,

    /// <summary>Squares of sums: small differences of large fields.</summary>
    Sum,

    /// <summary>A stored state near the start is the answer: recall.</summary>
    Cue,
}

/// <summary>Something that has a landscape: a problem.</summary>
public interface ILandscape
{
    /// <summary>What makes low states good. Default: search.</summary>
    Landscape Landscape => Landscape.Search;
}
