using System.Numerics.Tensors;
using Hopfield.Model;

namespace Hopfield.Learning;

/// <summary>
/// W = ξ(ξᵀξ)⁺ξᵀ, the projector on the span of the patterns: W ξ = ξ however much the patterns resemble each other. Dependent patterns
/// are allowed; the pseudoinverse of their Gram matrix leaves out its null space and the result says so. Without the diagonal the field
/// on pixel i of a stored pattern is (1 − W_ii) ξ_i, so every stored pattern stays a fixed point; a pixel with W_ii = 1 gets no couplings
/// at all and keeps what it is given. Cost: O(p³ + N²p). Source: Personnaz, Guyon and Dreyfus 1985, J. Physique Lett. 46:359; Kanter and
/// Sompolinsky 1987, PRA 35:380.
/// </summary>
public sealed class PseudoinverseRule : ILearningRule
{
    /// <summary>
    /// A pixel with 1 − W_ii below this has a row of rounding errors only (Σ_{j≠i} W_ij² = W_ii(1 − W_ii)); it is set to zero.
    /// </summary>
    private const double FreeMargin = 1e-9;

    /// <inheritdoc/>
    public string Name => "pseudoinverse";

    /// <inheritdoc/>
    public string Summary => "W = ξ(ξᵀξ)⁺ξᵀ: every stored pattern is a fixed point, also when patterns resemble each other.";

    /// <inheritdoc/>
    public LearnedWeights Learn(IReadOnlyList<sbyte[]> patterns)
    {
        var matrix = new PatternMatrix(patterns);
        int size = matrix.Size;
        var basis = OrthonormalRows(matrix, out int rank);

        var weights = new double[size * size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j <= i; j++)
                weights[i * size + j] = weights[j * size + i] = TensorPrimitives.Dot<double>(basis[i], basis[j]);

        var diagonal = new double[size];
        for (int i = 0; i < size; i++) (diagonal[i], weights[i * size + i]) = (weights[i * size + i], 0);
        int free = 0;
        for (int i = 0; i < size; i++)
        {
            if (1 - diagonal[i] >= FreeMargin) continue;
            free++;
            for (int j = 0; j < size; j++) weights[i * size + j] = weights[j * size + i] = 0;
        }
        return new LearnedWeights
        {
            Model = new IsingModel(Couplings.Dense(weights, size)),
            Diagonal = diagonal,
            Rank = rank,
            Notes = [.. Notes(matrix.Count, rank, free)],
        };
    }

    /// <summary>
    /// Row i of U, where the columns of U (N × rank) are an orthonormal basis of the span: U = ξ V Λ^−½, so that W = U Uᵀ.
    /// </summary>
    private static double[][] OrthonormalRows(PatternMatrix matrix, out int rank)
    {
        var spectrum = matrix.GramSpectrum();
        bool[] significant = PatternMatrix.Significant(spectrum);
        var axes = new List<double[]>();
        for (int k = 0; k < matrix.Count; k++)
            if (significant[k])
                axes.Add((spectrum.EigenVectors.Column(k) / Math.Sqrt(spectrum.EigenValues[k].Real)).ToArray());
        rank = axes.Count;
        return [.. matrix.Rows().Select(row => axes.Select(axis => TensorPrimitives.Dot<double>(row, axis)).ToArray())];
    }

    private static IEnumerable<string> Notes(int count, int rank, int free)
    {
        if (rank < count) yield return $"Only {rank} of the {count} patterns are independent; the others are combinations of them.";
        if (free > 0) yield return $"{free} pixels have no couplings (W_ii = 1): they keep whatever they start with.";
    }
}
