using System.Numerics.Tensors;

namespace Hopfield.Modern;

/// <summary>p_i = exp(z_i)/Σ exp(z_j), with Ω = Σ p ln p: every pattern takes some part. Source: Ramsauer et al. 2020, arXiv
/// 2008.02217.</summary>
public sealed class Softmax : ISeparation
{
    public string Name => "softmax";
    public string Summary => "exponential weights: every stored pattern takes part";

    public void Weigh(Span<double> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<double>(scores), scores);
        TensorPrimitives.Exp(scores, scores);
        TensorPrimitives.Divide(scores, TensorPrimitives.Sum<double>(scores), scores);
    }

    public double Negentropy(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights) if (weight > 0) sum += weight * Math.Log(weight);
        return sum;
    }
}
