using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hopfield.Numerics.Dense;

/// <summary>The innermost loops of a matrix product: a tile of six rows and two vectors of C stays in registers while k runs. Each entry of
/// C is summed in the order of k, one rounding per step, so the result does not depend on the vector width. Layout after Goto and van de
/// Geijn 2008, ACM TOMS 34:12.</summary>
internal static unsafe class ProductKernel<T> where T : unmanaged, INumber<T>
{
    /// <summary>Rows of a tile: twelve accumulators, two vectors of B and one of A fit sixteen vector registers.</summary>
    public const int TileRows = 6;

    /// <summary>Columns of a tile: two vectors.</summary>
    public static int TileColumns => 2 * Vector<T>.Count;

    /// <summary>c[r, j] ±= Σ_k a[r·rowStride + k·stepStride] · panel[k·TileColumns + j] for six rows and TileColumns columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SixRows(T* a, nint rowStride, nint stepStride, T* panel, int steps, T* c, nint cStride, bool subtract)
    {
        int lanes = Vector<T>.Count;
        T* a1 = a + rowStride, a2 = a1 + rowStride, a3 = a2 + rowStride, a4 = a3 + rowStride, a5 = a4 + rowStride;
        Vector<T> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector<T> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        for (int k = 0; k < steps; k++)
        {
            var b0 = Vector.Load(panel);
            var b1 = Vector.Load(panel + lanes);
            var x = new Vector<T>(*a);
            c00 = Fused(x, b0, c00);
            c01 = Fused(x, b1, c01);
            x = new Vector<T>(*a1);
            c10 = Fused(x, b0, c10);
            c11 = Fused(x, b1, c11);
            x = new Vector<T>(*a2);
            c20 = Fused(x, b0, c20);
            c21 = Fused(x, b1, c21);
            x = new Vector<T>(*a3);
            c30 = Fused(x, b0, c30);
            c31 = Fused(x, b1, c31);
            x = new Vector<T>(*a4);
            c40 = Fused(x, b0, c40);
            c41 = Fused(x, b1, c41);
            x = new Vector<T>(*a5);
            c50 = Fused(x, b0, c50);
            c51 = Fused(x, b1, c51);
            panel += 2 * lanes;
            a += stepStride;
            a1 += stepStride;
            a2 += stepStride;
            a3 += stepStride;
            a4 += stepStride;
            a5 += stepStride;
        }
        Add(c, c00, c01, subtract);
        Add(c + cStride, c10, c11, subtract);
        Add(c + 2 * cStride, c20, c21, subtract);
        Add(c + 3 * cStride, c30, c31, subtract);
        Add(c + 4 * cStride, c40, c41, subtract);
        Add(c + 5 * cStride, c50, c51, subtract);
    }

    /// <summary>The same for four rows: eight accumulators still hide the latency of a multiplication.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourRows(T* a, nint rowStride, nint stepStride, T* panel, int steps, T* c, nint cStride, bool subtract)
    {
        int lanes = Vector<T>.Count;
        T* a1 = a + rowStride, a2 = a1 + rowStride, a3 = a2 + rowStride;
        Vector<T> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        for (int k = 0; k < steps; k++)
        {
            var b0 = Vector.Load(panel);
            var b1 = Vector.Load(panel + lanes);
            var x = new Vector<T>(*a);
            c00 = Fused(x, b0, c00);
            c01 = Fused(x, b1, c01);
            x = new Vector<T>(*a1);
            c10 = Fused(x, b0, c10);
            c11 = Fused(x, b1, c11);
            x = new Vector<T>(*a2);
            c20 = Fused(x, b0, c20);
            c21 = Fused(x, b1, c21);
            x = new Vector<T>(*a3);
            c30 = Fused(x, b0, c30);
            c31 = Fused(x, b1, c31);
            panel += 2 * lanes;
            a += stepStride;
            a1 += stepStride;
            a2 += stepStride;
            a3 += stepStride;
        }
        Add(c, c00, c01, subtract);
        Add(c + cStride, c10, c11, subtract);
        Add(c + 2 * cStride, c20, c21, subtract);
        Add(c + 3 * cStride, c30, c31, subtract);
    }

    /// <summary>The same for one row: what is left below the last whole tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OneRow(T* a, nint stepStride, T* panel, int steps, T* c, bool subtract)
    {
        int lanes = Vector<T>.Count;
        Vector<T> c0 = default, c1 = default;
        for (int k = 0; k < steps; k++)
        {
            var x = new Vector<T>(*a);
            c0 = Fused(x, Vector.Load(panel), c0);
            c1 = Fused(x, Vector.Load(panel + lanes), c1);
            panel += 2 * lanes;
            a += stepStride;
        }
        Add(c, c0, c1, subtract);
    }

    /// <summary>x·y + z with one rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Fused(Vector<T> x, Vector<T> y, Vector<T> z) =>
        typeof(T) == typeof(float)
            ? Vector.As<float, T>(Vector.FusedMultiplyAdd(Vector.As<T, float>(x), Vector.As<T, float>(y), Vector.As<T, float>(z)))
            : Vector.As<double, T>(Vector.FusedMultiplyAdd(Vector.As<T, double>(x), Vector.As<T, double>(y), Vector.As<T, double>(z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* c, Vector<T> first, Vector<T> second, bool subtract)
    {
        int lanes = Vector<T>.Count;
        if (subtract)
        {
            (Vector.Load(c) - first).Store(c);
            (Vector.Load(c + lanes) - second).Store(c + lanes);
        }
        else
        {
            (Vector.Load(c) + first).Store(c);
            (Vector.Load(c + lanes) + second).Store(c + lanes);
        }
    }
}
