using Hopfield.Numerics;

namespace Hopfield.RandomFeatures;

/// <summary>A world in which every pattern is the sign of a mixture of few of D hidden random features: ξ = sign Σ_k c_k f_k with L of the
/// D coefficients not zero. Networks that learn enough examples can find the features, and then keep mixtures that they never saw. Source:
/// Kalaj, Lauditi, Perugini, Lucibello, Malatesta and Negri 2024, arXiv 2407.05658 (coefficients ±1).</summary>
public sealed class MixtureWorld
{
    private readonly RandomKey _key;

    /// <summary>Draws the features.</summary>
    /// <param name="size">Pixels per pattern N, at least 2.</param>
    /// <param name="featureCount">D, at least 1.</param>
    /// <param name="active">Features per pattern L, 1 … D; odd, so that no pixel is a tie.</param>
    /// <param name="isSigned">True for coefficients ±1 as published; false for {0, 1}, which gives all patterns a common bias.</param>
    /// <param name="key">Source of features and patterns.</param>
    public MixtureWorld(int size, int featureCount, int active, bool isSigned, RandomKey key)
    {
        Size = Check.AtLeast(size, 2, nameof(size));
        Check.AtLeast(featureCount, 1, nameof(featureCount));
        Check.InRange(active, 1, featureCount, nameof(active));
        if (active % 2 == 0) throw new ArgumentException($"active must be odd, so that no pixel is a tie, not {active}.", nameof(active));
        (Active, IsSigned, _key) = (active, isSigned, key);
        Features = [.. Enumerable.Range(0, featureCount).Select(k => Model.Spins.Random(size, key.Fold("feature").Fold(k)))];
    }

    /// <summary>Pixels per pattern N.</summary>
    public int Size { get; }

    /// <summary>Features per pattern L.</summary>
    public int Active { get; }

    /// <summary>Whether coefficients are ±1 or {0, 1}.</summary>
    public bool IsSigned { get; }

    /// <summary>The hidden features, D patterns of N spins.</summary>
    public IReadOnlyList<sbyte[]> Features { get; }

    /// <summary>Mixtures of this world.</summary>
    /// <param name="count">How many.</param>
    /// <param name="purpose">Names the set: "training", "test" …; the same name gives the same mixtures.</param>
    public sbyte[][] Mixtures(int count, string purpose) =>
        [.. Enumerable.Range(0, count).Select(m => Mixture(_key.Fold(purpose).Fold(m)))];

    private sbyte[] Mixture(RandomKey key)
    {
        var stream = key.Stream();
        int[] order = [.. Enumerable.Range(0, Features.Count)];
        var sums = new int[Size];
        for (int l = 0; l < Active; l++)
        {
            int j = l + stream.NextIndex(order.Length - l);
            (order[l], order[j]) = (order[j], order[l]);
            int coefficient = IsSigned ? stream.NextSpin() : 1;
            sbyte[] feature = Features[order[l]];
            for (int i = 0; i < Size; i++) sums[i] += coefficient * feature[i];
        }
        return [.. sums.Select(sum => sum > 0 ? (sbyte)1 : (sbyte)-1)];
    }
}
