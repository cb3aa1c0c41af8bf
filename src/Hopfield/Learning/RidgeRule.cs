using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Learning;

/// <summary>W = ξ(ξᵀξ + λI)⁻¹ξᵀ, the hat matrix of ridge regression: the pseudoinverse in the limit λ → 0, and Hebb's rule times N/λ for
/// large λ. Needs no rank decision. Source: Hoerl and Kennard 1970, Technometrics 12:55; as an associative memory: Kohonen 1989,
/// Self-Organization and Associative Memory, 3rd ed., chapter 6.</summary>
public sealed class RidgeRule : ILearningRule
{
    public string Name => "ridge";
    public string Summary => "W = ξ(ξᵀξ + λI)⁻¹ξᵀ: between the pseudoinverse (λ → 0) and Hebb (λ large).";

    /// <summary>Penalty λ, in the units of the Gram matrix, whose diagonal is N. Default 1 (our choice). Range: &gt; 0.</summary>
    public double Penalty { get; init => field = Check.Positive(value, nameof(Penalty)); } = 1;

    public LearnedWeights Learn(IReadOnlyList<sbyte[]> patterns)
    {
        var matrix = new PatternMatrix(patterns);
        double[] gram = matrix.Gram();
        int count = matrix.Count, rank = matrix.Independent(gram).Length;
        for (int m = 0; m < count; m++) gram[m * count + m] += Penalty;
        var factor = CholeskyFactor.Of(gram, count)
            ?? throw new ArithmeticException(
                $"λ = {Penalty} is too small for {count} dependent patterns; the pseudoinverse rule handles them.");
        double[] rows = [.. matrix.Values];
        factor.SolveLower(rows, matrix.Size);
        var weights = new double[checked(matrix.Size * matrix.Size)];
        MatrixProduct.Gram<double>(rows, Operand.Transposed, weights, matrix.Size, count);
        return LearnedWeights.Of(weights, rank, LearnedWeights.RankNote(rank, count));
    }
}
