using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Learning;

/// <summary>The patterns ξ as the rows of a p × N matrix of numbers, checked, with what every rule needs from them.</summary>
internal sealed class PatternMatrix
{
    /// <summary>A pattern whose squared distance from the span of the others is below this part of N counts as dependent on them. The Gram
    /// matrix holds whole numbers, so a dependent pattern leaves about p·2⁻⁵³ of N, and independent ones of real data sets leave more than
    /// 10⁻⁴ of it (our choice, between the two).</summary>
    private const double RankTolerance = 1e-8;

    public PatternMatrix(IReadOnlyList<sbyte[]> patterns)
    {
        Check.AtLeast(patterns.Count, 1, "number of patterns");
        Size = Check.AtLeast(patterns[0].Length, 2, "pattern length");
        Count = patterns.Count;
        Values = new double[checked(Count * Size)];
        for (int m = 0; m < Count; m++)
        {
            Check.Length(patterns[m].Length, Size, $"pattern {m}");
            int at = patterns[m].AsSpan().IndexOfAnyExcept((sbyte)1, (sbyte)-1);
            if (at >= 0) throw new ArgumentException($"Pattern {m} holds {patterns[m][at]} at {at}; expected +1 or -1.", nameof(patterns));
            for (int i = 0; i < Size; i++) Values[m * Size + i] = patterns[m][i];
        }
    }

    /// <summary>Pixels per pattern N.</summary>
    public int Size { get; }

    /// <summary>Number of patterns p.</summary>
    public int Count { get; }

    /// <summary>p × N numbers ±1, row-major.</summary>
    public double[] Values { get; }

    /// <summary>The mean pattern, N numbers.</summary>
    public double[] Mean()
    {
        var mean = new double[Size];
        for (int k = 0; k < Values.Length; k++) mean[k % Size] += Values[k];
        for (int i = 0; i < Size; i++) mean[i] /= Count;
        return mean;
    }

    /// <summary>All inner products ξ_a·ξ_b: p × p whole numbers.</summary>
    public double[] Gram()
    {
        var gram = new double[checked(Count * Count)];
        MatrixProduct.Gram<double>(Values, Operand.Plain, gram, Count, Size);
        return gram;
    }

    /// <summary>A largest set of independent patterns: all of them, in order, where they are independent; otherwise those that a Cholesky
    /// factorisation with diagonal pivoting takes. Source: Higham 2002, Accuracy and Stability, 2nd ed., section 10.3.</summary>
    public int[] Independent(double[] gram)
    {
        double limit = RankTolerance * Size;
        if (CholeskyFactor.Of(gram, Count, limit) is not null) return [.. Enumerable.Range(0, Count)];
        var chosen = new List<int>();
        var left = Enumerable.Range(0, Count).Select(m => gram[m * Count + m]).ToArray(); // squared distances from the span of the chosen
        var factor = new double[Count][];
        for (int m = 0; m < Count; m++) factor[m] = new double[Count];
        while (chosen.Count < Count)
        {
            int next = Array.IndexOf(left, left.Max()), k = chosen.Count;
            if (!(left[next] > limit)) break;
            double root = Math.Sqrt(left[next]);
            for (int m = 0; m < Count; m++)
            {
                double inner = System.Numerics.Tensors.TensorPrimitives.Dot<double>(factor[m].AsSpan(0, k), factor[next].AsSpan(0, k));
                factor[m][k] = (gram[m * Count + next] - inner) / root;
                left[m] -= factor[m][k] * factor[m][k];
            }
            left[next] = double.NegativeInfinity;
            chosen.Add(next);
        }
        return [.. chosen.Order()];
    }

    /// <summary>The chosen patterns as the rows of a new matrix.</summary>
    public double[] RowsOf(int[] chosen)
    {
        var rows = new double[chosen.Length * Size];
        for (int k = 0; k < chosen.Length; k++) Values.AsSpan(chosen[k] * Size, Size).CopyTo(rows.AsSpan(k * Size));
        return rows;
    }
}
