using Hopfield.Numerics;

namespace Hopfield.Modern;

/// <summary>p_i = [(α − 1) z_i − τ]₊^{1/(α−1)} with τ such that Σp = 1, and Ω = (Σp^α − 1)/(α(α − 1)): between softmax (α → 1) and
/// sparsemax (α = 2). τ is found by bisection to the last bit. Source: Peters, Niculae and Martins 2019, ACL, eqs. 9 and 10, algorithm
/// 1.</summary>
public sealed class Entmax : ISeparation
{
    public string Name => "entmax";
    public string Summary => "between softmax (alpha 1) and sparsemax (alpha 2)";

    /// <summary>α. Default 1.5, as published. Range: 1.01 to 4.</summary>
    public double Alpha { get; init => field = Check.InRange(value, 1.01, 4, nameof(Alpha)); } = 1.5;

    public void Weigh(Span<double> scores)
    {
        Check.AtLeast(scores.Length, 1, "number of scores");
        double largest = double.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++) largest = Math.Max(largest, scores[i] *= Alpha - 1);
        // At τ = largest − 1 the best score alone has weight 1; at τ = largest nothing has any.
        double low = largest - 1, high = largest, power = 1 / (Alpha - 1);
        for (double middle = 0.5 * (low + high); middle > low && middle < high; middle = 0.5 * (low + high))
        {
            double sum = 0;
            foreach (double score in scores) if (score > middle) sum += Math.Pow(score - middle, power);
            if (sum >= 1) low = middle;
            else high = middle;
        }
        double total = 0;
        for (int i = 0; i < scores.Length; i++) total += scores[i] = scores[i] > low ? Math.Pow(scores[i] - low, power) : 0;
        for (int i = 0; i < scores.Length; i++) scores[i] /= total;
    }

    public double Negentropy(ReadOnlySpan<double> weights)
    {
        double sum = -1;
        foreach (double weight in weights) sum += Math.Pow(weight, Alpha);
        return sum / (Alpha * (Alpha - 1));
    }
}
