using Hopfield.Numerics;

namespace Hopfield.Modern;

/// <summary>The Euclidean projection of the scores on the simplex, with Ω = ½(Σp² − 1): patterns with low scores get exactly nothing, and a
/// stored pattern that stands out is retrieved exactly. Source: Martins and Astudillo 2016, ICML, algorithm 1.</summary>
public sealed class Sparsemax : ISeparation
{
    public string Name => "sparsemax";
    public string Summary => "projection on the simplex: patterns with low scores get weight zero";

    public void Weigh(Span<double> scores)
    {
        Check.AtLeast(scores.Length, 1, "number of scores");
        double[] sorted = scores.ToArray();
        Array.Sort(sorted, (a, b) => b.CompareTo(a));
        double sum = 0, threshold = 0;
        for (int k = 0; k < sorted.Length; k++)
        {
            sum += sorted[k];
            if (1 + (k + 1) * sorted[k] <= sum) break;
            threshold = (sum - 1) / (k + 1);
        }
        for (int i = 0; i < scores.Length; i++) scores[i] = Math.Max(0, scores[i] - threshold);
    }

    public double Negentropy(ReadOnlySpan<double> weights)
    {
        double sum = -1;
        foreach (double weight in weights) sum += weight * weight;
        return 0.5 * sum;
    }
}
