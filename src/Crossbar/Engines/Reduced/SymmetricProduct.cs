using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Crossbar.Engines.Reduced;

/// <summary>Symmetric matrix times vector, reading only the lower triangle: matrices of more than a few hundred rows come from beyond the
/// first caches, and half the traffic is nearly half the time.</summary>
internal static class SymmetricProduct
{
    private const int Block = 4;

    /// <summary>y = M x for a symmetric, row-major n × n matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(double[] matrix, int n, ReadOnlySpan<double> x, Span<double> y)
    {
        y[..n].Clear();
        if (n == 0) return;
        ref double m = ref matrix[0];
        ref double from = ref Unsafe.AsRef(in x[0]);
        ref double to = ref y[0];
        int blocked = n / Block * Block;
        for (int i = 0; i < blocked; i += Block) FourRows(ref Unsafe.Add(ref m, i * n), n, i, ref from, ref to);
        for (int i = blocked; i < n; i++)
        {
            double sum = Unsafe.Add(ref m, i * n + i) * x[i];
            for (int j = 0; j < i; j++)
            {
                double value = Unsafe.Add(ref m, i * n + j);
                sum += value * x[j];
                y[j] += value * x[i];
            }
            y[i] += sum;
        }
    }

    private static void FourRows(ref double rows, int n, int i, ref double x, ref double y)
    {
        ref double r0 = ref rows;
        ref double r1 = ref Unsafe.Add(ref r0, n);
        ref double r2 = ref Unsafe.Add(ref r1, n);
        ref double r3 = ref Unsafe.Add(ref r2, n);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var x0 = Vector256.Create(Unsafe.Add(ref x, i));
        var x1 = Vector256.Create(Unsafe.Add(ref x, i + 1));
        var x2 = Vector256.Create(Unsafe.Add(ref x, i + 2));
        var x3 = Vector256.Create(Unsafe.Add(ref x, i + 3));
        for (nuint j = 0; j < (nuint)i; j += Block)
        {
            Vector256<double> v0 = Vector256.LoadUnsafe(ref r0, j), v1 = Vector256.LoadUnsafe(ref r1, j);
            Vector256<double> v2 = Vector256.LoadUnsafe(ref r2, j), v3 = Vector256.LoadUnsafe(ref r3, j);
            var at = Vector256.LoadUnsafe(ref x, j);
            s0 = Vector256.FusedMultiplyAdd(v0, at, s0);
            s1 = Vector256.FusedMultiplyAdd(v1, at, s1);
            s2 = Vector256.FusedMultiplyAdd(v2, at, s2);
            s3 = Vector256.FusedMultiplyAdd(v3, at, s3);
            var here = Vector256.FusedMultiplyAdd(v0, x0, Vector256.FusedMultiplyAdd(v1, x1, Vector256.LoadUnsafe(ref y, j)));
            Vector256.FusedMultiplyAdd(v2, x2, Vector256.FusedMultiplyAdd(v3, x3, here)).StoreUnsafe(ref y, j);
        }
        // The block on the diagonal, whole: its upper half is in its rows.
        var own = Vector256.LoadUnsafe(ref x, (nuint)i);
        Add(ref Unsafe.Add(ref y, i), s0 + Vector256.LoadUnsafe(ref r0, (nuint)i) * own);
        Add(ref Unsafe.Add(ref y, i + 1), s1 + Vector256.LoadUnsafe(ref r1, (nuint)i) * own);
        Add(ref Unsafe.Add(ref y, i + 2), s2 + Vector256.LoadUnsafe(ref r2, (nuint)i) * own);
        Add(ref Unsafe.Add(ref y, i + 3), s3 + Vector256.LoadUnsafe(ref r3, (nuint)i) * own);

        static void Add(ref double target, Vector256<double> sum) => target += Vector256.Sum(sum);
    }
}
