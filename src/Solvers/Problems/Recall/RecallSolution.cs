namespace Solvers.Problems.Recall;

/// <summary>What a recall ended in; always feasible.</summary>
public sealed record RecallSolution : Solution
{
    /// <summary>Overlap with each stored pattern, −1 to +1.</summary>
    public required double[] Overlaps { get; init; }

    /// <summary>Index of the stored pattern with the largest overlap; the first of several.</summary>
    public required int Nearest { get; init; }

    /// <summary>True when every pixel is that of the target.</summary>
    public required bool Exact { get; init; }
}
