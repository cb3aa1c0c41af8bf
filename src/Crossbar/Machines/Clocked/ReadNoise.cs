using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hopfield.Numerics;

namespace Crossbar.Machines.Clocked;

/// <summary>Sixty-four replicas' numbers, four vectors of sixteen.</summary>
internal struct Lanes
{
    public Vector512<float> A, B, C, D;
}

/// <summary>What is added to a read of one column, in 64 replicas. Implementations are structs, so that the loop is compiled for
/// each.</summary>
internal interface IReadNoise
{
    /// <summary>Adds the noise of a column of this cycle.</summary>
    void AddTo(ref Lanes fields, in RandomBits bits, ref ulong step, int column);
}

/// <summary>No noise: no random number is drawn.</summary>
internal readonly struct NoReadNoise : IReadNoise
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(ref Lanes fields, in RandomBits bits, ref ulong step, int column)
    {
    }
}

/// <summary>Uniform from −n to +n.</summary>
internal readonly struct UniformReadNoise(float halfWidth) : IReadNoise
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(ref Lanes fields, in RandomBits bits, ref ulong step, int column)
    {
        bits.Step(step++, out var r0, out var r1);
        bits.Step(step++, out var r2, out var r3);
        // 32 signed bits over 2³¹ are uniform in [−1, 1).
        var scale = Vector512.Create(halfWidth * (1f / 2147483648f));
        fields.A += Vector512.ConvertToSingle(r0.AsInt32()) * scale;
        fields.B += Vector512.ConvertToSingle(r1.AsInt32()) * scale;
        fields.C += Vector512.ConvertToSingle(r2.AsInt32()) * scale;
        fields.D += Vector512.ConvertToSingle(r3.AsInt32()) * scale;
    }
}

/// <summary>Normal, with a standard deviation for each column. Tails end at 5.9 σ. Source: Box and Muller 1958.</summary>
internal readonly unsafe struct GaussianReadNoise(float* sigma) : IReadNoise
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(ref Lanes fields, in RandomBits bits, ref ulong step, int column)
    {
        bits.Step(step++, out var r0, out var r1);
        bits.Step(step++, out var r2, out var r3);
        var scale = Vector512.Create(sigma[column]);
        Pair(r0, r1, scale, out var a, out var b);
        Pair(r2, r3, scale, out var c, out var d);
        fields.A += a;
        fields.B += b;
        fields.C += c;
        fields.D += d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(Vector512<ulong> first, Vector512<ulong> second, Vector512<float> scale, out Vector512<float> x,
        out Vector512<float> y)
    {
        // (k + ½) / 2²⁴: never 0, never 1.
        var u = (Vector512.ConvertToSingle((first.AsUInt32() >>> 8).AsInt32()) + Vector512.Create(0.5f)) * Vector512.Create(1f / (1 << 24));
        var angle = Vector512.ConvertToSingle(second.AsInt32()) * Vector512.Create(MathF.PI / 2147483648f);
        var radius = scale * Vector512.Sqrt(Vector512.Create(-2f) * Vector512.Log(u));
        var (sin, cos) = Vector512.SinCos(angle);
        x = radius * cos;
        y = radius * sin;
    }
}

/// <summary>Both, independent of each other.</summary>
internal readonly struct UniformAndGaussianReadNoise(UniformReadNoise uniform, GaussianReadNoise gaussian) : IReadNoise
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(ref Lanes fields, in RandomBits bits, ref ulong step, int column)
    {
        uniform.AddTo(ref fields, bits, ref step, column);
        gaussian.AddTo(ref fields, bits, ref step, column);
    }
}
