using Hopfield.Numerics;

namespace Hopfield.Learning;

/// <summary>W_α = (1 − α) W_Hebb + α W_pseudoinverse: the straight path from the one rule to the other, on which the leading eigenvalue
/// falls from about p times the mean overlap to 1. Source: the α slider of the article in docs/guide/article.md.</summary>
public sealed class BlendRule : ILearningRule
{
    public string Name => "blend";
    public string Summary => "W = (1 − α) Hebb + α pseudoinverse.";

    /// <summary>Share α of the pseudoinverse. Default 0.5 (our choice). Range: 0 to 1.</summary>
    public double Alpha { get; init => field = Check.InRange(value, 0, 1, nameof(Alpha)); } = 0.5;

    public LearnedWeights Learn(IReadOnlyList<sbyte[]> patterns)
    {
        var matrix = new PatternMatrix(patterns);
        double[] hebb = HebbRule.MeanProducts(matrix.Values, matrix.Count, matrix.Size),
            weights = PseudoinverseRule.Projector(matrix, out int rank);
        for (int k = 0; k < weights.Length; k++) weights[k] = (1 - Alpha) * hebb[k] + Alpha * weights[k];
        return LearnedWeights.Of(weights, rank, LearnedWeights.RankNote(rank, matrix.Count));
    }
}
