using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hopfield.Numerics;

/// <summary>Independent standard normal numbers of one key, sixteen at a time in vector registers (Box and Muller 1958 on the words of
/// <see cref="RandomBits"/>): number c depends on key and c alone, so any part can be asked for first, on any thread. Logarithm, sine and
/// cosine are polynomials with fused multiply–add, so that the bytes are the same on every processor. Range: ±8.49 (52 bits of
/// radius).</summary>
public readonly struct RandomGaussians(RandomKey key)
{
    /// <summary>Numbers in one step.</summary>
    public const int StepNumbers = RandomBits.StepWords;

    private readonly RandomBits _bits = new(key);

    /// <summary>Fills a span with numbers 16·step, 16·step + 1, … of the key's stream.</summary>
    /// <param name="step">Where to start, in units of 16 numbers.</param>
    /// <param name="numbers">Receives the numbers; any length.</param>
    public void Fill(ulong step, Span<double> numbers)
    {
        int whole = numbers.Length - numbers.Length % StepNumbers;
        ref double to = ref MemoryMarshal.GetReference(numbers);
        for (int at = 0; at < whole; at += StepNumbers, step++)
        {
            Step(step, out var first, out var second);
            first.StoreUnsafe(ref to, (nuint)at);
            second.StoreUnsafe(ref to, (nuint)at + 8);
        }
        if (whole == numbers.Length) return;
        Span<double> last = stackalloc double[StepNumbers];
        Step(step, out var head, out var tail);
        head.CopyTo(last);
        tail.CopyTo(last[8..]);
        last[..(numbers.Length - whole)].CopyTo(numbers[whole..]);
    }

    /// <summary>The sixteen numbers of one step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(ulong step, out Vector512<double> first, out Vector512<double> second)
    {
        _bits.Step(step, out var radiusBits, out var angleBits);
        var one = Vector512.Create(0x3FF0000000000000UL);
        // 52 bits as a number in [1, 2): of it 2 − x is in (0, 1], and (x − 1.5)/4 is an angle in eighths of a turn either side of 0.
        var uniform = Vector512.Create(2.0) - ((radiusBits >>> 12) | one).AsDouble();
        var angle = (((angleBits >>> 12) | one).AsDouble() - Vector512.Create(1.5)) * Vector512.Create(Math.PI / 2);
        var radius = Vector512.Sqrt(Vector512.Create(-2.0) * Log(uniform));
        var square = angle * angle;
        // The two lowest bits, which the angle does not use, say which quarter: a sign of the cosine, and an exchange.
        var cosine = ((radius * Cosine(square)).AsUInt64() ^ (angleBits << 63)).AsDouble();
        var sine = radius * (angle * Sine(square));
        var exchange = Vector512.Equals(angleBits & Vector512.Create(2UL), Vector512<ulong>.Zero).AsDouble();
        first = Vector512.ConditionalSelect(exchange, cosine, sine);
        second = Vector512.ConditionalSelect(exchange, sine, cosine);
    }

    /// <summary>Natural logarithm of positive normal numbers: exponent, and 2 artanh((m − 1)/(m + 1)) of a mantissa m in [√½,
    /// √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Log(Vector512<double> x)
    {
        const ulong RootHalf = 0x3FE6A09E667F3BCDUL;
        var offset = x.AsUInt64() - Vector512.Create(RootHalf);
        var mantissa = ((offset & Vector512.Create(0x000FFFFFFFFFFFFFUL)) + Vector512.Create(RootHalf)).AsDouble();
        // The exponent is a small negative integer or 0: as a double by way of the mantissa of 1.5 · 2⁵².
        var exponent = (((offset.AsInt64() >> 52)
            + Vector512.Create(0x4338000000000000L)).AsDouble()) - Vector512.Create(6755399441055744.0);
        var f = (mantissa - Vector512.Create(1.0)) / (mantissa + Vector512.Create(1.0));
        var s = f * f;
        var series = Vector512.Create(1.0 / 19);
        for (int odd = 17; odd >= 1; odd -= 2) series = Vector512.FusedMultiplyAdd(series, s, Vector512.Create(1.0 / odd));
        return Vector512.FusedMultiplyAdd(exponent, Vector512.Create(0.693147180559945309), (f + f) * series);
    }

    /// <summary>sin(x)/x from x², |x| ≤ π/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Sine(Vector512<double> s)
    {
        var sum = Vector512.Create(-1.0 / 1307674368000);
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(1.0 / 6227020800));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(-1.0 / 39916800));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(1.0 / 362880));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(-1.0 / 5040));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(1.0 / 120));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(-1.0 / 6));
        return Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(1.0));
    }

    /// <summary>cos(x) from x², |x| ≤ π/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Cosine(Vector512<double> s)
    {
        var sum = Vector512.Create(1.0 / 20922789888000);
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(-1.0 / 87178291200));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(1.0 / 479001600));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(-1.0 / 3628800));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(1.0 / 40320));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(-1.0 / 720));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(1.0 / 24));
        sum = Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(-0.5));
        return Vector512.FusedMultiplyAdd(sum, s, Vector512.Create(1.0));
    }
}
