namespace Solvers.Problems;

/// <summary>A decoded spin vector. Problems derive their own records with the solution itself.</summary>
public record Solution
{
    /// <summary>The score in the problem's own terms; null when the solution is not feasible.</summary>
    public required double? Score { get; init; }

    /// <summary>What is violated, in one sentence; null when nothing is.</summary>
    public string? Violation { get; init; }

    /// <summary>True when every constraint of the problem holds.</summary>
    public bool Feasible => Violation is null;

    /// <summary>The answer as whole numbers, for records; null when there is none.</summary>
    public virtual IReadOnlyList<int>? Answer => null;

    /// <summary>What else people want to know of the answer, beside its score, in one sentence; null when that says it all.</summary>
    public virtual string? Note => null;
}
