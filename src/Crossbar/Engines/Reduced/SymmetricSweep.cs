using System.Numerics;

namespace Crossbar.Engines.Reduced;

/// <summary>
/// The sweep operator on the leading block of a symmetric positive definite matrix, blocked so that nearly all work is a
/// register-tiled rank-b update. Sweeping block 1 of [[A, Bᵀ], [B, D]] leaves [[−A⁻¹, ·], [B A⁻¹, D − B A⁻¹ Bᵀ]]: inverse, transfer and
/// Schur complement in one pass. Only the lower triangle is read and written (the upper one is scratch).
/// Source: Goodnight 1979, "A tutorial on the SWEEP operator", The American Statistician 33:149.
/// </summary>
/// <remarks>Cost: pivots · order² / 2 multiply-adds, on the lower triangle. The order of operations does not depend on threads.</remarks>
internal sealed class SymmetricSweep
{
    private const int Block = 16;
    private readonly double[] _pivot = new double[Block * Block];
    private readonly double[] _panel;      // order × Block: columns K times the inverse pivot
    private readonly double[] _transposed; // Block × stride: columns K as they were
    private readonly int _stride;

    /// <summary>Workspace for matrices of up to <paramref name="largestOrder"/> rows stored with this row stride.</summary>
    public SymmetricSweep(int largestOrder, int stride)
    {
        _stride = stride;
        _panel = new double[(largestOrder + 4) * Block];
        _transposed = new double[Block * stride];
    }

    /// <summary>Row stride that lets vector loops run past the last column into padding.</summary>
    public static int StrideFor(int order) => (order + 15) / 16 * 16 + 16;

    /// <summary>Rows to allocate for an order, so that row tiles may run past the end.</summary>
    public static int RowsFor(int order) => order + 4;

    /// <summary>Sweeps the first <paramref name="pivots"/> rows of the leading <paramref name="order"/> × <paramref name="order"/> matrix.</summary>
    /// <exception cref="ArithmeticException">A pivot is not positive: the matrix is not positive definite.</exception>
    public void Sweep(double[] matrix, int pivots, int order)
    {
        for (int start = 0; start < pivots; start += Block) SweepBlock(matrix, start, Math.Min(Block, pivots - start), order);
    }

    private void SweepBlock(double[] a, int start, int width, int order)
    {
        int end = start + width;
        InvertPivot(a, start, width);
        // Columns K of the symmetric matrix, transposed: rows above the block come from the lower triangle's row K.
        for (int k = 0; k < width; k++)
        {
            var row = _transposed.AsSpan(k * _stride, _stride);
            a.AsSpan((start + k) * _stride, start).CopyTo(row);
            for (int i = end; i < order; i++) row[i] = a[i * _stride + start + k];
            row.Slice(start, width).Clear();
            row[order..].Clear();
        }
        // panel = columns K · P⁻¹
        for (int i = 0; i < order; i++)
        {
            if (i >= start && i < end)
            {
                _panel.AsSpan(i * Block, Block).Clear();
                continue;
            }
            for (int k = 0; k < width; k++)
            {
                double sum = 0;
                for (int l = 0; l < width; l++) sum += _transposed[l * _stride + i] * _pivot[l * Block + k];
                _panel[i * Block + k] = sum;
            }
        }
        _panel.AsSpan(order * Block, 4 * Block).Clear();
        for (int i = 0; i < order; i += 4) UpdateRows(a, i, Math.Min(i + 4, order), width);
        // The swept columns and the pivot itself.
        for (int k = 0; k < width; k++)
        {
            for (int j = 0; j < start; j++) a[(start + k) * _stride + j] = _panel[j * Block + k];
            for (int i = end; i < order; i++) a[i * _stride + start + k] = _panel[i * Block + k];
            for (int l = 0; l <= k; l++) a[(start + k) * _stride + start + l] = -_pivot[k * Block + l];
        }
    }

    /// <summary>Rows i … i+3, columns up to the diagonal (and a little past it): a −= panel · transposed.</summary>
    private void UpdateRows(double[] a, int i, int columns, int width)
    {
        int lanes = Vector<double>.Count;
        ref double panel = ref _panel[i * Block];
        for (int j = 0; j < columns; j += 2 * lanes)
        {
            Vector<double> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
            for (int k = 0; k < width; k++)
            {
                ref double t = ref _transposed[k * _stride + j];
                var t0 = Vector.LoadUnsafe(ref t);
                var t1 = Vector.LoadUnsafe(ref t, (nuint)lanes);
                var p = new Vector<double>(System.Runtime.CompilerServices.Unsafe.Add(ref panel, k));
                s00 = Vector.FusedMultiplyAdd(p, t0, s00);
                s01 = Vector.FusedMultiplyAdd(p, t1, s01);
                p = new Vector<double>(System.Runtime.CompilerServices.Unsafe.Add(ref panel, Block + k));
                s10 = Vector.FusedMultiplyAdd(p, t0, s10);
                s11 = Vector.FusedMultiplyAdd(p, t1, s11);
                p = new Vector<double>(System.Runtime.CompilerServices.Unsafe.Add(ref panel, 2 * Block + k));
                s20 = Vector.FusedMultiplyAdd(p, t0, s20);
                s21 = Vector.FusedMultiplyAdd(p, t1, s21);
                p = new Vector<double>(System.Runtime.CompilerServices.Unsafe.Add(ref panel, 3 * Block + k));
                s30 = Vector.FusedMultiplyAdd(p, t0, s30);
                s31 = Vector.FusedMultiplyAdd(p, t1, s31);
            }
            Subtract(ref a[i * _stride + j], s00, s01);
            Subtract(ref a[(i + 1) * _stride + j], s10, s11);
            Subtract(ref a[(i + 2) * _stride + j], s20, s21);
            Subtract(ref a[(i + 3) * _stride + j], s30, s31);
        }

        static void Subtract(ref double target, Vector<double> s0, Vector<double> s1)
        {
            (Vector.LoadUnsafe(ref target) - s0).StoreUnsafe(ref target);
            (Vector.LoadUnsafe(ref target, (nuint)Vector<double>.Count) - s1).StoreUnsafe(ref target, (nuint)Vector<double>.Count);
        }
    }

    /// <summary>P⁻¹ of the pivot block by Gauss–Jordan without pivoting, which is stable for positive definite blocks.</summary>
    private void InvertPivot(double[] a, int start, int width)
    {
        var p = _pivot;
        for (int k = 0; k < width; k++)
            for (int l = 0; l < width; l++)
                p[k * Block + l] = k >= l ? a[(start + k) * _stride + start + l] : a[(start + l) * _stride + start + k];
        for (int k = 0; k < width; k++)
        {
            double pivot = p[k * Block + k];
            if (!(pivot > 0)) throw new ArithmeticException($"Pivot {start + k} is {pivot}: the matrix is not positive definite.");
            double inverse = 1 / pivot;
            for (int i = 0; i < width; i++)
            {
                if (i == k) continue;
                double factor = p[i * Block + k] * inverse;
                for (int j = 0; j < width; j++)
                    if (j != k) p[i * Block + j] -= factor * p[k * Block + j];
                p[i * Block + k] = -factor;
            }
            for (int j = 0; j < width; j++)
                if (j != k) p[k * Block + j] *= inverse;
            p[k * Block + k] = inverse;
        }
    }
}
