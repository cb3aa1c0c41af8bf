using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Modern;

/// <summary>Associates state patterns with stored patterns in a learned space: per head Z = p(β Q Kᵀ) V with Q = R W_Q, K = Y W_K, V = Y'
/// W_V, then the heads side by side through W_O. With β = 1/√d_k and softmax it is multi-head scaled dot-product attention (Vaswani et al.
/// 2017, eqs. 1 and 5); more steps iterate the state in the key space before the values are read. Source: Ramsauer et al. 2020, eq. 10,
/// layer "Hopfield".</summary>
public sealed class HopfieldAssociation
{
    /// <summary>W_Q: state patterns to heads × key length.</summary>
    public required Projection Query { get; init; }

    /// <summary>W_K: stored patterns to heads × key length.</summary>
    public required Projection Key { get; init; }

    /// <summary>W_V: what is read out of stored patterns, to heads × value length.</summary>
    public required Projection Value { get; init; }

    /// <summary>W_O: the joined heads to the output; null (the default) gives them as they are.</summary>
    public Projection? Output { get; init; }

    /// <summary>Number of heads; divides the lengths of keys and values. Default 1. Range: ≥ 1.</summary>
    public int Heads { get; init => field = Check.AtLeast(value, 1, nameof(Heads)); } = 1;

    /// <summary>β; null (the default) is 1/√d_k, as in attention. Range: &gt; 0.</summary>
    public double? Beta { get; init => field = value is { } given ? Check.Positive(given, nameof(Beta)) : null; }

    /// <summary>Retrieval steps in the key space, of which the last reads the values. Default 1, as in attention. Range: ≥ 1.</summary>
    public int Steps { get; init => field = Check.AtLeast(value, 1, nameof(Steps)); } = 1;

    /// <summary>How scores become weights. Default: softmax.</summary>
    public ISeparation Separation { get; init; } = new Softmax();

    /// <summary>Associates.</summary>
    /// <param name="states">n state patterns, n × Query.Inputs.</param>
    /// <param name="stored">m stored patterns, m × Key.Inputs.</param>
    /// <param name="mask">n × m: true where a state may see a stored pattern; empty for everywhere.</param>
    /// <returns>n rows of Output.Outputs numbers, or of Value.Outputs without W_O.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or the mask leaves a state nothing to see.</exception>
    public double[] Associate(ReadOnlySpan<double> states, ReadOnlySpan<double> stored, ReadOnlySpan<bool> mask = default)
    {
        int count = states.Length / Query.Inputs, patterns = Check.AtLeast(stored.Length / Key.Inputs, 1, "number of stored patterns");
        int keyLength = HeadLength(Key.Outputs, "keys"), valueLength = HeadLength(Value.Outputs, "values");
        Check.Length(Query.Outputs, Key.Outputs, "query projection's output");
        Check.Length(Value.Inputs, Key.Inputs, "value projection's input");
        if (!mask.IsEmpty) Check.Length(mask.Length, count * patterns, nameof(mask));
        double beta = Beta ?? 1 / Math.Sqrt(keyLength);
        double[] queries = Query.Apply(states), keys = Key.Apply(stored), values = Value.Apply(stored),
            joined = new double[count * Value.Outputs];
        for (int head = 0; head < Heads; head++)
        {
            double[] q = Columns(queries, Query.Outputs, head * keyLength, keyLength),
                k = Columns(keys, Key.Outputs, head * keyLength, keyLength);
            double[] v = Columns(values, Value.Outputs, head * valueLength, valueLength), weights = new double[count * patterns];
            for (int step = 1; step <= Steps; step++)
            {
                MatrixProduct.Multiply<double>(q, Operand.Plain, k, Operand.Transposed, weights, count, patterns, keyLength);
                for (int row = 0; row < count; row++)
                    Weigh(weights.AsSpan(row * patterns, patterns), beta, mask.IsEmpty ? default : mask.Slice(row * patterns, patterns),
                        row);
                if (step < Steps) MatrixProduct.Multiply<double>(weights, Operand.Plain, k, Operand.Plain, q, count, keyLength, patterns);
            }
            var read = new double[count * valueLength];
            MatrixProduct.Multiply<double>(weights, Operand.Plain, v, Operand.Plain, read, count, valueLength, patterns);
            for (int row = 0; row < count; row++)
                read.AsSpan(row * valueLength, valueLength).CopyTo(joined.AsSpan(row * Value.Outputs + head * valueLength));
        }
        return Output?.Apply(joined) ?? joined;
    }

    private int HeadLength(int length, string what) => length % Heads == 0 ? length / Heads
        : throw new ArgumentException($"{Heads} heads cannot share {what} of length {length}.");

    /// <summary>Weights over the patterns that the mask lets through; the others get zero.</summary>
    private void Weigh(Span<double> scores, double beta, ReadOnlySpan<bool> mask, int row)
    {
        for (int m = 0; m < scores.Length; m++) scores[m] *= beta;
        if (mask.IsEmpty)
        {
            Separation.Weigh(scores);
            return;
        }
        var seen = new double[mask.Count(true)];
        if (seen.Length == 0) throw new ArgumentException($"The mask leaves state {row} no pattern to see.", nameof(mask));
        for (int m = 0, next = 0; m < scores.Length; m++) if (mask[m]) seen[next++] = scores[m];
        Separation.Weigh(seen);
        for (int m = 0, next = 0; m < scores.Length; m++) scores[m] = mask[m] ? seen[next++] : 0;
    }

    private static double[] Columns(double[] rows, int width, int first, int count)
    {
        if (count == width) return [.. rows];
        var part = new double[rows.Length / width * count];
        for (int row = 0; row < rows.Length / width; row++) rows.AsSpan(row * width + first, count).CopyTo(part.AsSpan(row * count));
        return part;
    }
}
