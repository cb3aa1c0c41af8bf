using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Recall;

/// <summary>Many recalls on the same dense weights, as capacity curves need them: the first fields of 64 cues come from one matrix product,
/// and nothing but the end is recorded. One run with its energy staircase is the business of the machines in <c>Hopfield.Dynamics</c>,
/// which end in the same states where the order of updates does not matter.</summary>
public sealed class RecallNetwork
{
    private const int Batch = 64;

    private readonly double[] _weights;
    private readonly double _scale, _tieField;

    /// <summary>Takes weights N × N with whatever diagonal they have; they are used, not copied.</summary>
    /// <param name="weights">N² finite numbers, symmetric, row-major.</param>
    /// <param name="size">N.</param>
    public RecallNetwork(double[] weights, int size)
    {
        Size = Check.AtLeast(size, 1, nameof(size));
        Check.Length(weights.Length, checked(size * size), nameof(weights));
        _weights = weights;
        _scale = Math.Sqrt(size) * Math.Abs(TensorPrimitives.MaxMagnitude<double>(weights));
        _tieField = TieTolerance * _scale;
    }

    /// <summary>Takes what a rule learned, with or without its diagonal.</summary>
    public RecallNetwork(LearnedWeights weights, bool withDiagonal) : this(weights.ToMatrix(withDiagonal), weights.Diagonal.Length)
    {
    }

    /// <summary>Number of spins N.</summary>
    public int Size { get; }

    /// <summary>What a zero field does. Default: keep.</summary>
    public TieRule Ties { get; init; } = TieRule.Keep;

    /// <summary>Fields below this part of √N · max |W| count as zero: sums that are zero in whole numbers come out as rounding errors of
    /// about 10⁻¹⁶ of it. 0 takes rounding for a sign, as much published code does. Default 10⁻¹² (our choice). Range: 0 … 1.</summary>
    public double TieTolerance
    {
        get;
        init => _tieField = (field = Check.InRange(value, 0, 1, nameof(TieTolerance))) * _scale;
    } = 1e-12;

    /// <summary>Sweeps (asynchronous) or steps (synchronous) after which a recall gives up. Default 100 (our choice). Range: ≥ 1.</summary>
    public int LargestSweepCount { get; init => field = Check.AtLeast(value, 1, nameof(LargestSweepCount)); } = 100;

    /// <summary>Asynchronous recalls, each sweep in a fresh random order, on all cores; recall k draws from key folded by k.</summary>
    /// <param name="cues">States of N spins; unchanged.</param>
    /// <param name="key">Source of the orders.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public RecallEnd[] Asynchronous(IReadOnlyList<sbyte[]> cues, RandomKey key, CancellationToken cancellation = default)
    {
        var ends = new RecallEnd[cues.Count];
        InBatches(cues.Count, (first, count) =>
        {
            int numbers = count * Size;
            double[] states = ArrayPool<double>.Shared.Rent(numbers), fields = ArrayPool<double>.Shared.Rent(numbers);
            Fill(states, cues, first, count);
            Fill(fields, states, count);
            var visit = new int[Size];
            var randoms = new ulong[(Size + 1) / 2];
            for (int k = 0; k < count; k++)
            {
                cancellation.ThrowIfCancellationRequested();
                ends[first + k] = Descend(states.AsSpan(k * Size, Size), fields.AsSpan(k * Size, Size), key.Fold(first + k), visit,
                    randoms);
            }
            ArrayPool<double>.Shared.Return(states);
            ArrayPool<double>.Shared.Return(fields);
        }, cancellation);
        return ends;
    }

    /// <summary>Synchronous recalls to a fixed point or a 2-cycle, on all cores.</summary>
    /// <param name="cues">States of N spins; unchanged.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public RecallEnd[] Synchronous(IReadOnlyList<sbyte[]> cues, CancellationToken cancellation = default)
    {
        var ends = new RecallEnd[cues.Count];
        InBatches(cues.Count, (first, count) =>
        {
            double[] states = States(cues, first, count);
            double[] before = [.. states];
            var flips = new long[count];
            int[] running = [.. Enumerable.Range(0, count)];
            for (int step = 1; running.Length > 0 && step <= LargestSweepCount; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                double[] fields = Fields(states, count);
                foreach (int k in running)
                {
                    var state = states.AsSpan(k * Size, Size);
                    var earlier = before.AsSpan(k * Size, Size);
                    int changed = 0, returned = 0;
                    for (int i = 0; i < Size; i++)
                    {
                        double wanted = Wanted(state[i], fields[k * Size + i]);
                        if (wanted != state[i]) changed++;
                        if (wanted == earlier[i]) returned++;
                        (earlier[i], state[i]) = (state[i], wanted);
                    }
                    flips[k] += changed;
                    bool isCycle = returned == Size && step > 1;
                    if (changed == 0 || isCycle || step == LargestSweepCount)
                        ends[first + k] = new(ToSpins(state), step, flips[k], changed == 0);
                }
                running = [.. running.Where(k => ends[first + k] is null)];
            }
        }, cancellation);
        return ends;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RecallEnd Descend(Span<double> state, Span<double> fields, RandomKey key, int[] visit, ulong[] randoms)
    {
        for (int i = 0; i < visit.Length; i++) visit[i] = i;
        var bits = new RandomBits(key);
        ulong stepsPerSweep = (ulong)(randoms.Length + RandomBits.StepWords - 1) / RandomBits.StepWords;
        long flips = 0;
        int sweep = 0;
        bool isStable = false;
        while (!isStable && sweep < LargestSweepCount)
        {
            sweep++;
            if (isStable = Ties == TieRule.Keep && IsStable(state, fields)) break; // a sweep in which nothing would flip, in one pass
            bits.Fill((ulong)sweep * stepsPerSweep, randoms);
            long before = flips;
            for (int left = visit.Length; left > 0; left--)
            {
                int i = RandomOrder.Draw(visit, randoms, left);
                if (state[i] * fields[i] > _tieField) continue;
                double wanted = Wanted(state[i], fields[i]);
                if (wanted == state[i]) continue;
                state[i] = wanted;
                TensorPrimitives.MultiplyAdd(_weights.AsSpan(i * Size, Size), 2 * wanted, fields, fields);
                flips++;
            }
            isStable = flips == before;
        }
        return new(ToSpins(state), sweep, flips, isStable);
    }

    private bool IsStable(ReadOnlySpan<double> state, ReadOnlySpan<double> fields)
    {
        var limit = new Vector<double>(-_tieField);
        int lanes = Vector<double>.Count, i = 0;
        for (; i <= state.Length - lanes; i += lanes)
            if (Vector.LessThanAny(new Vector<double>(state[i..]) * new Vector<double>(fields[i..]), limit)) return false;
        for (; i < state.Length; i++)
            if (state[i] * fields[i] < -_tieField) return false;
        return true;
    }

    private double Wanted(double spin, double field) =>
        field > _tieField ? 1 : field < -_tieField ? -1 : Ties switch { TieRule.Up => 1, TieRule.Down => -1, _ => spin };

    private double[] Fields(double[] states, int count)
    {
        var fields = new double[count * Size];
        Fill(fields, states, count);
        return fields;
    }

    private void Fill(Span<double> fields, ReadOnlySpan<double> states, int count) => MatrixProduct.Multiply(
        states[..(count * Size)], Operand.Plain, _weights, Operand.Plain, fields[..(count * Size)], count, Size, Size);

    private double[] States(IReadOnlyList<sbyte[]> cues, int first, int count)
    {
        var states = new double[count * Size];
        Fill(states, cues, first, count);
        return states;
    }

    private void Fill(Span<double> states, IReadOnlyList<sbyte[]> cues, int first, int count)
    {
        for (int k = 0; k < count; k++)
        {
            Check.Length(cues[first + k].Length, Size, $"cue {first + k}");
            TensorPrimitives.ConvertTruncating<sbyte, double>(cues[first + k], states[(k * Size)..]);
        }
    }

    private static sbyte[] ToSpins(ReadOnlySpan<double> state)
    {
        var spins = new sbyte[state.Length];
        TensorPrimitives.ConvertTruncating<double, sbyte>(state, spins);
        return spins;
    }

    private static void InBatches(int count, Action<int, int> work, CancellationToken cancellation)
    {
        int batches = (count + Batch - 1) / Batch;
        if (batches == 1) work(0, count);
        else
            Parallel.For(0, batches, new ParallelOptions { CancellationToken = cancellation },
                batch => work(batch * Batch, Math.Min(Batch, count - batch * Batch)));
    }
}
