using System.Numerics.Tensors;

namespace Hopfield.Learning;

/// <summary>w_ij ← w_ij + (ξ_iξ_j − ξ_i h_ji − ξ_j h_ij)/N with h_ij = Σ_{k≠i,j} w_ik ξ_k, pattern after pattern. Local and incremental as
/// Hebb's rule, with a capacity near N/√(2 ln N) instead of N/(2 ln N); the order of the patterns matters. Cost: O(pN²). Source: Storkey
/// 1997, ICANN, LNCS 1327:451, eq. 2.</summary>
public sealed class StorkeyRule : ILearningRule
{
    public string Name => "storkey";
    public string Summary => "Hebb's outer products less what the weights so far predict; local, larger capacity.";

    public LearnedWeights Learn(IReadOnlyList<sbyte[]> patterns)
    {
        var matrix = new PatternMatrix(patterns);
        int size = matrix.Size;
        double[] weights = new double[checked(size * size)], fields = new double[size], diagonal = new double[size];
        for (int m = 0; m < matrix.Count; m++)
        {
            var pattern = matrix.Values.AsSpan(m * size, size);
            for (int i = 0; i < size; i++) fields[i] = TensorPrimitives.Dot<double>(weights.AsSpan(i * size, size), pattern);
            for (int i = 0; i < size; i++)
                for (int j = 0; j < i; j++)
                {
                    double fieldOfI = fields[i] - weights[i * size + j] * pattern[j],
                        fieldOfJ = fields[j] - weights[i * size + j] * pattern[i];
                    weights[i * size + j] += (pattern[i] * pattern[j] - pattern[i] * fieldOfJ - pattern[j] * fieldOfI) / size;
                }
            for (int i = 0; i < size; i++)
            {
                for (int j = 0; j < i; j++) weights[j * size + i] = weights[i * size + j];
                diagonal[i] += (1 - 2 * pattern[i] * fields[i]) / size;
            }
        }
        int rank = matrix.Independent(matrix.Gram()).Length;
        return LearnedWeights.Of(weights, rank, []) with { Diagonal = diagonal };
    }
}
