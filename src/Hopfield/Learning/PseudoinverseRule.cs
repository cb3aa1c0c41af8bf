using Hopfield.Numerics.Dense;

namespace Hopfield.Learning;

/// <summary>W = ξ(ξᵀξ)⁺ξᵀ, the projector on the span of the patterns: W ξ = ξ however much the patterns resemble each other. Dependent
/// patterns are allowed; they are left out, which does not change the span, and the result says so. Without the diagonal the field on pixel
/// i of a stored pattern is (1 − W_ii) ξ_i, so every stored pattern stays a fixed point; a pixel with W_ii = 1 gets no couplings at all and
/// keeps what it is given. Cost: O(p²N + N²p). Source: Personnaz, Guyon and Dreyfus 1985, J. Physique Lett. 46:359; Kanter and Sompolinsky
/// 1987, PRA 35:380.</summary>
public sealed class PseudoinverseRule : ILearningRule
{
    /// <summary>A pixel with 1 − W_ii below this has a row of rounding errors only (Σ_{j≠i} W_ij² = W_ii(1 − W_ii)); it is set to
    /// zero.</summary>
    private const double FreeMargin = 1e-9;

    public string Name => "pseudoinverse";
    public string Summary => "W = ξ(ξᵀξ)⁺ξᵀ: every stored pattern is a fixed point, also when patterns resemble each other.";

    public LearnedWeights Learn(IReadOnlyList<sbyte[]> patterns)
    {
        var matrix = new PatternMatrix(patterns);
        double[] weights = Projector(matrix, out int rank);
        int size = matrix.Size, free = 0;
        for (int i = 0; i < size; i++)
        {
            if (1 - weights[i * size + i] >= FreeMargin) continue;
            free++;
            double own = weights[i * size + i];
            for (int j = 0; j < size; j++) weights[i * size + j] = weights[j * size + i] = 0;
            weights[i * size + i] = own;
        }
        string[] note = free == 0 ? [] : [$"{free} pixels have no couplings (W_ii = 1): they keep whatever they start with."];
        return LearnedWeights.Of(weights, rank, [.. LearnedWeights.RankNote(rank, matrix.Count), .. note]);
    }

    /// <summary>ZᵀZ with Z = L⁻¹ξᵀ and L Lᵀ the Gram matrix of the independent patterns: the rows of Z are an orthonormal basis.</summary>
    internal static double[] Projector(PatternMatrix matrix, out int rank)
    {
        double[] gram = matrix.Gram();
        int[] chosen = matrix.Independent(gram);
        rank = chosen.Length;
        double[] basis = matrix.RowsOf(chosen);
        if (rank < matrix.Count)
        {
            gram = new double[rank * rank];
            MatrixProduct.Gram<double>(basis, Operand.Plain, gram, rank, matrix.Size);
        }
        var factor = CholeskyFactor.Of(gram, rank)
            ?? throw new ArithmeticException($"The Gram matrix of {rank} patterns that were found independent is not positive definite.");
        factor.SolveLower(basis, matrix.Size);
        var weights = new double[checked(matrix.Size * matrix.Size)];
        MatrixProduct.Gram<double>(basis, Operand.Transposed, weights, matrix.Size, rank);
        return weights;
    }
}
