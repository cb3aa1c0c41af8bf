namespace Hopfield.Learning;

/// <summary>W = (1/N) Σ (ξ − ξ̄)(ξ − ξ̄)ᵀ with ξ̄ the mean pattern. It removes the pull towards the mean, but a pixel that all patterns
/// share gets no couplings at all: its field is zero, and what becomes of it is the tie rule's doing. Source: Amit, Gutfreund and
/// Sompolinsky 1987, PRA 35:2293 (biased patterns), with the mean per pixel instead of over all pixels.</summary>
public sealed class CentredHebbRule : ILearningRule
{
    public string Name => "centred-hebb";
    public string Summary => "W = (1/N) Σ (ξ − ξ̄)(ξ − ξ̄)ᵀ: Hebb on what differs from the mean pattern.";

    public LearnedWeights Learn(IReadOnlyList<sbyte[]> patterns)
    {
        var matrix = new PatternMatrix(patterns);
        double[] mean = matrix.Mean(), centred = [.. matrix.Values];
        for (int k = 0; k < centred.Length; k++) centred[k] -= mean[k % matrix.Size];
        double[] weights = HebbRule.MeanProducts(centred, matrix.Count, matrix.Size);
        int shared = 0;
        for (int i = 0; i < matrix.Size; i++)
        {
            if (Math.Abs(mean[i]) < 1) continue;
            shared++;
            for (int j = 0; j < matrix.Size; j++) weights[i * matrix.Size + j] = weights[j * matrix.Size
                + i] = 0; // not even rounding errors
        }
        string[] note = shared == 0 ? []
            : [$"{shared} pixels are the same in all patterns and have no couplings: a tie rule decides them."];
        int rank = matrix.Independent(matrix.Gram()).Length;
        return LearnedWeights.Of(weights, rank, [.. LearnedWeights.RankNote(rank, matrix.Count), .. note]);
    }
}
