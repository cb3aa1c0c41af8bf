using System.Numerics;
using System.Runtime.CompilerServices;
using Hopfield.Learning;
using Hopfield.Numerics;

namespace Hopfield.Recall;

/// <summary>Recalls on Hebb's weights without diagonal for thousands of spins: N·W_ij = Σ ξ_i ξ_j is a whole number of at most p in
/// magnitude, so it is counted from bits (p − 2 · differing patterns), kept in 16 bits, and fields are exact. Memory: 2N² bytes, a quarter
/// of a dense matrix. Ends are those of <see cref="RecallNetwork"/> on <see cref="HebbRule"/>'s weights, bit for bit.</summary>
public sealed class HebbNetwork
{
    private const int RowBlock = 64;

    private readonly short[] _couplings;

    /// <summary>Learns.</summary>
    /// <param name="patterns">1 … 32,767 patterns of N spins.</param>
    /// <exception cref="ArgumentException">Two patterns differ in length, or an entry is not ±1.</exception>
    public HebbNetwork(IReadOnlyList<sbyte[]> patterns)
    {
        int count = (int)Check.InRange(patterns.Count, 1, short.MaxValue, "number of patterns");
        Size = Check.AtLeast(patterns[0].Length, 2, "pattern length");
        int words = (count + 63) / 64;
        ulong[] bits = Bits(patterns, words);
        _couplings = new short[checked(Size * Size)];
        Parallel.For(0, (Size + RowBlock - 1) / RowBlock, block =>
        {
            // Rows of a block stay in the cache while every column passes once.
            int end = Math.Min(Size, (block + 1) * RowBlock);
            for (int j = 0; j < end; j++)
                for (int i = Math.Max(block * RowBlock, j + 1); i < end; i++)
                    _couplings[i * Size + j] = (short)(count - 2 * Differing(bits.AsSpan(i * words, words), bits.AsSpan(j * words, words)));
        });
        for (int i = 0; i < Size; i++)
            for (int j = 0; j < i; j++) _couplings[j * Size + i] = _couplings[i * Size + j];
    }

    /// <summary>Number of spins N.</summary>
    public int Size { get; }

    /// <summary>Sweeps after which a recall gives up. Default 100 (our choice). Range: ≥ 1.</summary>
    public int LargestSweepCount { get; init => field = Check.AtLeast(value, 1, nameof(LargestSweepCount)); } = 100;

    /// <summary>N·W_ij, a whole number; 0 on the diagonal.</summary>
    public int this[int row, int column] => _couplings[row * Size + column];

    /// <summary>Asynchronous recalls, each sweep in a fresh random order, on all cores; a zero field keeps the spin.</summary>
    /// <param name="cues">States of N spins; unchanged.</param>
    /// <param name="key">Source of the orders; recall k draws from it folded by k.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public RecallEnd[] Asynchronous(IReadOnlyList<sbyte[]> cues, RandomKey key, CancellationToken cancellation = default)
    {
        var ends = new RecallEnd[cues.Count];
        for (int k = 0; k < cues.Count; k++) Check.Length(cues[k].Length, Size, $"cue {k}");
        Parallel.For(0, cues.Count, new ParallelOptions { CancellationToken = cancellation }, k =>
            ends[k] = Descend([.. cues[k]], key.Fold(k)));
        return ends;
    }

    private RecallEnd Descend(sbyte[] state, RandomKey key)
    {
        int[] fields = Fields(state), visit = [.. Enumerable.Range(0, Size)];
        var randoms = new ulong[(Size + 1) / 2];
        var bits = new RandomBits(key);
        ulong stepsPerSweep = (ulong)(randoms.Length + RandomBits.StepWords - 1) / RandomBits.StepWords;
        long flips = 0;
        for (int sweep = 1; sweep <= LargestSweepCount; sweep++)
        {
            if (IsStable(state, fields)) return new(state, sweep, flips, true);
            bits.Fill((ulong)sweep * stepsPerSweep, randoms);
            for (int left = visit.Length; left > 0; left--)
            {
                int i = RandomOrder.Draw(visit, randoms, left);
                if (state[i] * fields[i] >= 0) continue;
                state[i] = (sbyte)-state[i];
                AddRow(i, 2 * state[i], fields);
                flips++;
            }
        }
        return new(state, LargestSweepCount, flips, IsStable(state, fields));
    }

    private static bool IsStable(sbyte[] state, int[] fields)
    {
        for (int i = 0; i < state.Length; i++)
            if (state[i] * fields[i] < 0) return false;
        return true;
    }

    private int[] Fields(sbyte[] state)
    {
        var spins = new short[Size];
        for (int i = 0; i < Size; i++) spins[i] = state[i];
        var fields = new int[Size];
        int lanes = Vector<short>.Count;
        for (int i = 0; i < Size; i++)
        {
            var row = _couplings.AsSpan(i * Size, Size);
            var sums = Vector<int>.Zero;
            int j = 0;
            for (; j <= Size - lanes; j += lanes)
            {
                // |N·W · s| stays within 16 bits; only the sum needs 32.
                Vector.Widen(new Vector<short>(row[j..]) * new Vector<short>(spins, j), out var low, out var high);
                sums += low + high;
            }
            fields[i] = Vector.Sum(sums);
            for (; j < Size; j++) fields[i] += row[j] * spins[j];
        }
        return fields;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRow(int i, int factor, int[] fields)
    {
        var row = _couplings.AsSpan(i * Size, Size);
        int lanes = Vector<short>.Count, half = Vector<int>.Count, j = 0;
        for (; j <= Size - lanes; j += lanes)
        {
            Vector.Widen(new Vector<short>(row[j..]), out var low, out var high);
            (new Vector<int>(fields, j) + low * factor).CopyTo(fields, j);
            (new Vector<int>(fields, j + half) + high * factor).CopyTo(fields, j + half);
        }
        for (; j < Size; j++) fields[j] += row[j] * factor;
    }

    /// <summary>Bit m of spin i's words says whether pattern m is +1 there.</summary>
    private ulong[] Bits(IReadOnlyList<sbyte[]> patterns, int words)
    {
        var bits = new ulong[checked(Size * words)];
        for (int m = 0; m < patterns.Count; m++)
        {
            sbyte[] pattern = patterns[m];
            Check.Length(pattern.Length, Size, $"pattern {m}");
            if (pattern.AsSpan().ContainsAnyExcept((sbyte)1, (sbyte)-1))
                throw new ArgumentException($"Pattern {m} has entries other than +1 and -1.", nameof(patterns));
            for (int i = 0; i < Size; i++)
                if (pattern[i] > 0) bits[i * words + m / 64] |= 1UL << (m % 64);
        }
        return bits;
    }

    private static int Differing(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        int count = 0;
        for (int k = 0; k < a.Length; k++) count += BitOperations.PopCount(a[k] ^ b[k]);
        return count;
    }
}
