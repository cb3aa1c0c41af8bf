using Hopfield.Numerics;

namespace Hopfield.Modern;

/// <summary>E(s) = −Σ_μ F(ξ_μ·s) over spins, with F steeper than a square: wells so narrow that many more patterns fit. A spin takes the
/// value of lower energy, s_i = sign Σ_μ [F(x_μi + ξ_μi) − F(x_μi − ξ_μi)] with x_μi the overlap without spin i. Cost: O(p) per spin.
/// Source: Krotov and Hopfield 2016, NeurIPS, eqs. 1 and 3.</summary>
public sealed class DenseAssociativeMemory
{
    private readonly sbyte[][] _patterns;
    private readonly double[] _table;

    /// <summary>Stores patterns.</summary>
    /// <param name="patterns">At least one; all of the same length N, entries ±1.</param>
    /// <param name="interaction">F.</param>
    public DenseAssociativeMemory(IReadOnlyList<sbyte[]> patterns, Interaction interaction)
    {
        Check.AtLeast(patterns.Count, 1, "number of patterns");
        Size = patterns[0].Length;
        for (int m = 0; m < patterns.Count; m++) Check.Length(patterns[m].Length, Size, $"pattern {m}");
        _patterns = [.. patterns];
        _table = interaction.Table(Size);
    }

    /// <summary>Number of spins N.</summary>
    public int Size { get; }

    /// <summary>E(s), up to the factor by which F is scaled.</summary>
    public double Energy(ReadOnlySpan<sbyte> state)
    {
        double energy = 0;
        foreach (int overlap in Overlaps(state)) energy -= _table[overlap + Size + 1];
        return energy;
    }

    /// <summary>All spins once, each from the state as given: what a one-step retrieval reads. Ties keep the spin.</summary>
    public sbyte[] Step(ReadOnlySpan<sbyte> state)
    {
        int[] overlaps = Overlaps(state);
        var next = new sbyte[Size];
        for (int i = 0; i < Size; i++) next[i] = Wanted(state[i], i, overlaps);
        return next;
    }

    /// <summary>Spin by spin in random order until nothing flips.</summary>
    /// <param name="start">N spins.</param>
    /// <param name="key">Source of the order.</param>
    /// <param name="largestSweepCount">Sweeps after which it gives up. Default 100 (our choice).</param>
    /// <returns>The end, its energy after every flip, and whether it is a fixed point.</returns>
    public (sbyte[] State, double[] Energies, bool Settled) Settle(ReadOnlySpan<sbyte> start, RandomKey key, int largestSweepCount = 100)
    {
        sbyte[] state = start.ToArray();
        int[] overlaps = Overlaps(state), visit = [.. Enumerable.Range(0, Size)];
        var energies = new List<double> { Energy(state) };
        var order = key.Stream();
        for (int sweep = 0; sweep < largestSweepCount; sweep++)
        {
            order.Shuffle<int>(visit);
            bool isStable = true;
            foreach (int i in visit)
            {
                sbyte wanted = Wanted(state[i], i, overlaps);
                if (wanted == state[i]) continue;
                isStable = false;
                state[i] = wanted;
                for (int m = 0; m < overlaps.Length; m++) overlaps[m] += 2 * _patterns[m][i] * wanted;
                energies.Add(Energy(state));
            }
            if (isStable) return (state, [.. energies], true);
        }
        return (state, [.. energies], false);
    }

    private sbyte Wanted(sbyte spin, int i, int[] overlaps)
    {
        double up = 0, scale = 0;
        int centre = Size + 1;
        for (int m = 0; m < overlaps.Length; m++)
        {
            int own = _patterns[m][i], without = overlaps[m] - own * spin + centre;
            double difference = _table[without + own] - _table[without - own];
            up += difference;
            scale += Math.Abs(difference);
        }
        return Math.Abs(up) <= 1e-13 * scale ? spin : up > 0 ? (sbyte)1 : (sbyte)-1;
    }

    private int[] Overlaps(ReadOnlySpan<sbyte> state)
    {
        Check.Length(state.Length, Size, nameof(state));
        var overlaps = new int[_patterns.Length];
        for (int m = 0; m < overlaps.Length; m++)
        {
            int sum = 0;
            var pattern = _patterns[m].AsSpan();
            for (int i = 0; i < Size; i++) sum += pattern[i] * state[i];
            overlaps[m] = sum;
        }
        return overlaps;
    }
}
