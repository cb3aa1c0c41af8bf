using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Crossbar.Arrays.Solving;

/// <summary>Solves groups of word lines in place: right-hand sides in amperes in, node voltages out.</summary>
internal sealed class WordSolve(PaddedGrid grid, LineFamily words)
{
    /// <summary>Replaces the currents injected into the nodes of the rows first … first+3 (stride apart in <paramref name="t"/>) by their
    /// voltages.</summary>
    public void Group(int first, Span<double> t)
    {
        if (words.IsIdeal) Ideal(first, t);
        else Resistive(first, t);
    }

    private void Ideal(int first, Span<double> t)
    {
        for (int k = 0; k < PaddedGrid.RowGroup; k++)
        {
            var row = t.Slice(k * grid.Stride, grid.Stride);
            double volts = first + k < grid.Rows ? TensorPrimitives.Sum(row) * words.InverseTotal[first + k] : 0;
            row[..grid.Columns].Fill(volts);
        }
    }

    /// <summary>Four chains side by side hide each other's latency: one multiply-add per node and direction is on the critical
    /// path.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Resistive(int first, Span<double> t)
    {
        int n = grid.Stride;
        double r = words.SegmentOhms;
        ref double inverse0 = ref words.InversePivots[first * n];
        ref double inverse1 = ref Unsafe.Add(ref inverse0, n);
        ref double inverse2 = ref Unsafe.Add(ref inverse1, n);
        ref double inverse3 = ref Unsafe.Add(ref inverse2, n);
        ref double t0 = ref MemoryMarshal.GetReference(t);
        ref double t1 = ref Unsafe.Add(ref t0, n);
        ref double t2 = ref Unsafe.Add(ref t1, n);
        ref double t3 = ref Unsafe.Add(ref t2, n);
        double a0 = 0, a1 = 0, a2 = 0, a3 = 0;
        for (int k = 0; k < n; k++)
        {
            double i0 = Unsafe.Add(ref inverse0, k), i1 = Unsafe.Add(ref inverse1, k), i2 = Unsafe.Add(ref inverse2, k),
                i3 = Unsafe.Add(ref inverse3, k);
            Unsafe.Add(ref t0, k) = a0 = Math.FusedMultiplyAdd(i0, a0, i0 * (r * Unsafe.Add(ref t0, k)));
            Unsafe.Add(ref t1, k) = a1 = Math.FusedMultiplyAdd(i1, a1, i1 * (r * Unsafe.Add(ref t1, k)));
            Unsafe.Add(ref t2, k) = a2 = Math.FusedMultiplyAdd(i2, a2, i2 * (r * Unsafe.Add(ref t2, k)));
            Unsafe.Add(ref t3, k) = a3 = Math.FusedMultiplyAdd(i3, a3, i3 * (r * Unsafe.Add(ref t3, k)));
        }
        a0 = a1 = a2 = a3 = 0;
        for (int k = n - 1; k >= 0; k--)
        {
            Unsafe.Add(ref t0, k) = a0 = Math.FusedMultiplyAdd(Unsafe.Add(ref inverse0, k), a0, Unsafe.Add(ref t0, k));
            Unsafe.Add(ref t1, k) = a1 = Math.FusedMultiplyAdd(Unsafe.Add(ref inverse1, k), a1, Unsafe.Add(ref t1, k));
            Unsafe.Add(ref t2, k) = a2 = Math.FusedMultiplyAdd(Unsafe.Add(ref inverse2, k), a2, Unsafe.Add(ref t2, k));
            Unsafe.Add(ref t3, k) = a3 = Math.FusedMultiplyAdd(Unsafe.Add(ref inverse3, k), a3, Unsafe.Add(ref t3, k));
        }
    }
}
