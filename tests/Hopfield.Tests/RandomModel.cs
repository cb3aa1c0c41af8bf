using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Tests;

/// <summary>Small random models for property tests.</summary>
internal static class RandomModel
{
    public static IsingModel Make(int size, ulong seed, double density = 1, bool fields = true, bool integers = false)
    {
        var stream = RandomKey.FromSeed(seed).Stream();
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < size; i++)
            for (int j = 0; j < i; j++)
                if (stream.NextUniform() < density)
                    pairs.Add((i, j, integers ? stream.NextIndex(7) - 3 : stream.NextGaussian()));
        var h = new double[size];
        for (int i = 0; i < size; i++) h[i] = fields ? stream.NextGaussian() : 0;
        return new(Couplings.FromPairs(size, pairs), h, stream.NextGaussian());
    }

    /// <summary>E by the definition, term by term.</summary>
    public static double EnergyByDefinition(IsingModel model, sbyte[] s)
    {
        double energy = model.Offset;
        for (int i = 0; i < model.Size; i++)
        {
            energy -= model.Fields[i] * s[i];
            for (int j = 0; j < model.Size; j++) energy -= 0.5 * model.Couplings[i, j] * s[i] * s[j];
        }
        return energy;
    }

    public static sbyte[] State(int size, int bits) =>
        [.. Enumerable.Range(0, size).Select(i => (bits >> i & 1) == 1 ? (sbyte)1 : (sbyte)-1)];
}
