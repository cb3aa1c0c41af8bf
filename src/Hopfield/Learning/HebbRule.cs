using System.Numerics.Tensors;
using Hopfield.Model;

namespace Hopfield.Learning;

/// <summary>
/// W = (1/N) Σ ξξᵀ. Local and incremental, but patterns that resemble each other merge: it holds at most about 0.138 N random patterns.
/// Source: Hopfield 1982, PNAS 79:2554, eq. 2; capacity: Amit, Gutfreund and Sompolinsky 1985, PRL 55:1530.
/// </summary>
public sealed class HebbRule : ILearningRule
{
    /// <inheritdoc/>
    public string Name => "hebb";

    /// <inheritdoc/>
    public string Summary => "W = (1/N) Σ ξξᵀ: each pattern adds its outer product.";

    /// <inheritdoc/>
    public LearnedWeights Learn(IReadOnlyList<sbyte[]> patterns)
    {
        var matrix = new PatternMatrix(patterns);
        int size = matrix.Size;
        var rows = matrix.Rows();
        var weights = new double[size * size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < i; j++)
                weights[i * size + j] = weights[j * size + i] = TensorPrimitives.Dot<double>(rows[i], rows[j]) / size;

        int rank = PatternMatrix.Significant(matrix.GramSpectrum()).Count(significant => significant);
        return new LearnedWeights
        {
            Model = new IsingModel(Couplings.Dense(weights, size)),
            Diagonal = [.. Enumerable.Repeat((double)matrix.Count / size, size)],
            Rank = rank,
        };
    }
}
