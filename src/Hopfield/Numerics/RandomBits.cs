using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hopfield.Numerics;

/// <summary>The numbers of <see cref="RandomStream.NextBits"/> of one key, eight Philox blocks at a time in vector registers: the same
/// bits, at a fraction of the time. Any block can be asked for first, so parallel work needs no shared state.</summary>
public readonly struct RandomBits(RandomKey key)
{
    /// <summary>64-bit words in one step of eight blocks.</summary>
    public const int StepWords = 16;

    private readonly uint _key0 = (uint)key.Value, _key1 = (uint)(key.Value >> 32);

    /// <summary>Fills a span with words 16·step, 16·step + 1, … of the key's stream.</summary>
    /// <param name="step">Where to start, in units of 16 words.</param>
    /// <param name="words">Receives the words; any length.</param>
    public void Fill(ulong step, Span<ulong> words)
    {
        Span<ulong> last = stackalloc ulong[StepWords];
        for (int at = 0; at < words.Length; at += StepWords, step++)
        {
            Step(step, out var even, out var odd);
            var to = words.Length - at >= StepWords ? words.Slice(at, StepWords) : last;
            for (int lane = 0; lane < 8; lane++) (to[2 * lane], to[2 * lane + 1]) = (even[lane], odd[lane]);
            if (words.Length - at < StepWords) last[..(words.Length - at)].CopyTo(words[at..]);
        }
    }

    /// <summary>The sixteen words of one step: the first word of each block in one vector, the second in the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(ulong step, out Vector512<ulong> first, out Vector512<ulong> second)
    {
        var low = Vector512.Create(0xFFFFFFFFUL);
        var counter = Vector512.Create(step * 8) + Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
        var c0 = counter & low;
        var c1 = counter >>> 32;
        var c2 = Vector512<ulong>.Zero;
        var c3 = Vector512<ulong>.Zero;
        uint k0 = _key0, k1 = _key1;
        for (int round = 0; round < 10; round++)
        {
            var p0 = Product(c0, 0xD2511F53);
            var p1 = Product(c2, 0xCD9E8D57);
            c0 = (p1 >>> 32) ^ c1 ^ Vector512.Create((ulong)k0);
            c1 = p1 & low;
            c2 = (p0 >>> 32) ^ c3 ^ Vector512.Create((ulong)k1);
            c3 = p0 & low;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        first = (c1 << 32) | c0;
        second = (c3 << 32) | c2;
    }

    /// <summary>Product of the low halves of each lane with a 32-bit number, 64 bits wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> x, uint y) =>
        Avx512F.IsSupported ? Avx512F.Multiply(x.AsUInt32(), Vector512.Create((ulong)y).AsUInt32()) : x * Vector512.Create((ulong)y);
}
