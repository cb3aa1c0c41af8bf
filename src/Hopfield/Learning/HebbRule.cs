using System.Numerics.Tensors;
using Hopfield.Numerics.Dense;

namespace Hopfield.Learning;

/// <summary>W = (1/N) Σ ξξᵀ. Local and incremental, but patterns that resemble each other merge: it holds at most about 0.138 N random
/// patterns. Source: Hopfield 1982, PNAS 79:2554, eq. 2; capacity: Amit, Gutfreund and Sompolinsky 1985, PRL 55:1530.</summary>
public sealed class HebbRule : ILearningRule
{
    public string Name => "hebb";
    public string Summary => "W = (1/N) Σ ξξᵀ: each pattern adds its outer product.";

    public LearnedWeights Learn(IReadOnlyList<sbyte[]> patterns)
    {
        var matrix = new PatternMatrix(patterns);
        return LearnedWeights.Of(MeanProducts(matrix.Values, matrix.Count, matrix.Size), matrix.Independent(matrix.Gram()).Length, []);
    }

    /// <summary>(1/N) Σ x xᵀ over the rows x of a count × N matrix.</summary>
    internal static double[] MeanProducts(double[] rows, int count, int size)
    {
        var weights = new double[checked(size * size)];
        MatrixProduct.Gram<double>(rows, Operand.Transposed, weights, size, count);
        TensorPrimitives.Divide<double>(weights, size, weights);
        return weights;
    }
}
