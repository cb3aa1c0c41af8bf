using Hopfield.Numerics;

namespace Hopfield.Model;

/// <summary>Spin vectors: arrays of ±1 stored as signed bytes.</summary>
public static class Spins
{
    /// <summary>N independent fair spins.</summary>
    public static sbyte[] Random(int size, RandomKey key)
    {
        var stream = key.Stream();
        var spins = new sbyte[size];
        for (int i = 0; i < size; i++) spins[i] = stream.NextSpin();
        return spins;
    }

    /// <summary>The signs of activations; an exact zero is decided by a coin of <paramref name="key"/>, never silently by
    /// sign(0).</summary>
    public static sbyte[] FromActivations(ReadOnlySpan<double> activations, RandomKey key)
    {
        var stream = key.Stream();
        var spins = new sbyte[activations.Length];
        for (int i = 0; i < spins.Length; i++)
            spins[i] = activations[i] > 0 ? (sbyte)1 : activations[i] < 0 ? (sbyte)-1 : stream.NextSpin();
        return spins;
    }

    /// <summary>The same vector as numbers ±1.</summary>
    public static double[] ToActivations(ReadOnlySpan<sbyte> spins)
    {
        var activations = new double[spins.Length];
        for (int i = 0; i < spins.Length; i++) activations[i] = spins[i];
        return activations;
    }

    /// <summary>Overlap m = (1/N) Σ a_i b_i, from −1 (opposite) to +1 (equal).</summary>
    public static double Overlap(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        Check.Length(b.Length, a.Length, nameof(b));
        long sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return (double)sum / a.Length;
    }

    /// <summary>Number of positions where the two differ.</summary>
    public static int HammingDistance(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        Check.Length(b.Length, a.Length, nameof(b));
        int count = 0;
        for (int i = 0; i < a.Length; i++) if (a[i] != b[i]) count++;
        return count;
    }
}
