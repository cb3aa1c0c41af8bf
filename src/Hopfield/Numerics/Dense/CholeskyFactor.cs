using System.Numerics.Tensors;

namespace Hopfield.Numerics.Dense;

/// <summary>G = L Lᵀ of a symmetric positive definite matrix, in blocks, so that nearly all work is matrix products. Source: Golub and Van
/// Loan, Matrix Computations, 4th ed., section 4.2.6.</summary>
public sealed class CholeskyFactor
{
    private const int Block = 48;

    private readonly double[] _lower;

    private CholeskyFactor(double[] lower, int size) => (_lower, Size) = (lower, size);

    /// <summary>Rows and columns.</summary>
    public int Size { get; }

    /// <summary>Factors a matrix; null when a pivot is not above the limit, which says that the matrix is singular to that
    /// degree.</summary>
    /// <param name="matrix">size × size row-major, of which the lower triangle is read; it is not changed.</param>
    /// <param name="size">Rows and columns.</param>
    /// <param name="pivotLimit">Pivots must be larger than this. Range: ≥ 0.</param>
    public static CholeskyFactor? Of(ReadOnlySpan<double> matrix, int size, double pivotLimit = 0)
    {
        Check.Length(matrix.Length, checked(size * size), nameof(matrix));
        Check.NotNegative(pivotLimit, nameof(pivotLimit));
        double[] lower = matrix.ToArray();
        for (int start = 0; start < size; start += Block)
        {
            int end = Math.Min(size, start + Block);
            for (int i = start; i < size; i++)
            {
                var row = lower.AsSpan(i * size);
                for (int j = start; j < Math.Min(i + 1, end); j++)
                {
                    double value = row[j] - TensorPrimitives.Dot<double>(row[start..j], lower.AsSpan(j * size + start, j - start));
                    if (j < i)
                    {
                        row[j] = value / lower[j * size + j];
                        continue;
                    }
                    if (!(value > pivotLimit)) return null;
                    row[j] = Math.Sqrt(value);
                }
            }
            if (end < size)
                MatrixProduct.SubtractGram<double>(lower.AsSpan(end * size + start), size, lower.AsSpan(end * size + end), size, size - end,
                    end - start);
        }
        return new(lower, size);
    }

    /// <summary>The test for positive definiteness, without allocation: overwrites the lower triangle of the leading size × size block by
    /// its factor; false when the block is not positive definite.</summary>
    /// <param name="matrix">Row-major.</param>
    /// <param name="size">Rows and columns of the block.</param>
    /// <param name="stride">Numbers from one row to the next.</param>
    public static bool TryInPlace(double[] matrix, int size, int stride)
    {
        for (int i = 0; i < size; i++)
        {
            var row = matrix.AsSpan(i * stride, i + 1);
            for (int j = 0; j <= i; j++)
            {
                double value = row[j] - TensorPrimitives.Dot<double>(row[..j], matrix.AsSpan(j * stride, j));
                if (j < i) row[j] = value / matrix[j * stride + j];
                else if (value > 0) row[j] = Math.Sqrt(value);
                else return false;
            }
        }
        return true;
    }

    /// <summary>B ← L⁻¹ B: forward substitution on all columns at once.</summary>
    /// <param name="right">Size × columns, row-major; overwritten by the solution.</param>
    /// <param name="columns">Columns of B.</param>
    public void SolveLower(Span<double> right, int columns)
    {
        Check.Length(right.Length, checked(Size * columns), nameof(right));
        for (int start = 0; start < Size; start += Block)
        {
            int end = Math.Min(Size, start + Block);
            if (start > 0)
                MatrixProduct.Subtract<double>(_lower.AsSpan(start * Size), Size, right[..(start * columns)], columns,
                    right[(start * columns)..], columns, end - start, columns, start);
            for (int i = start; i < end; i++)
            {
                var row = right.Slice(i * columns, columns);
                for (int j = start; j < i; j++)
                    TensorPrimitives.MultiplyAdd(right.Slice(j * columns, columns), -_lower[i * Size + j], row, row);
                TensorPrimitives.Multiply(row, 1 / _lower[i * Size + i], row);
            }
        }
    }
}
