using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Tests;

/// <summary>Small random models for property tests.</summary>
internal static class RandomIsing
{
    public static IsingModel Make(int size, ulong seed, bool fields = true)
    {
        var stream = RandomKey.FromSeed(seed).Stream();
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < size; i++)
            for (int j = 0; j < i; j++)
                if (stream.NextUniform() < 0.6) pairs.Add((i, j, stream.NextGaussian()));
        var h = new double[size];
        for (int i = 0; i < size; i++) h[i] = fields ? 3 * stream.NextGaussian() : 0;
        return new(Couplings.FromPairs(size, pairs), h, stream.NextGaussian());
    }

    /// <summary>An unweighted random graph as MAX-CUT: J = −A/2, offset −edges/2, so that E = −cut.</summary>
    public static IsingModel MaxCut(int nodes, ulong seed)
    {
        var stream = RandomKey.FromSeed(seed).Stream();
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < nodes; i++)
            for (int j = 0; j < i; j++)
                if (stream.NextUniform() < 0.5) pairs.Add((i, j, -0.5));
        return new(Couplings.FromPairs(nodes, pairs), default, -0.5 * pairs.Count);
    }

    public static double[] Start(int size, RandomKey key)
    {
        var stream = key.Fold("start").Stream();
        var start = new double[size];
        for (int i = 0; i < size; i++) start[i] = stream.NextGaussian();
        return start;
    }
}
