using Hopfield.Numerics;

namespace Hopfield.Learning;

/// <summary>A rule that turns patterns to be remembered into couplings.</summary>
public interface ILearningRule : ICatalogued
{
    /// <summary>Learns all patterns at once.</summary>
    /// <param name="patterns">At least one pattern; all of the same length N ≥ 2, entries ±1.</param>
    /// <exception cref="ArgumentException">The patterns are not of that kind.</exception>
    LearnedWeights Learn(IReadOnlyList<sbyte[]> patterns);
}
