namespace Solvers.Problems;

/// <summary>The best published score of an instance.</summary>
/// <param name="Score">The score.</param>
/// <param name="Proven">True when it is proven optimal; otherwise it may be beaten.</param>
/// <param name="Source">Where it is published.</param>
public sealed record BestKnown(double Score, bool Proven, string Source);
