using System.Runtime.CompilerServices;

namespace Hopfield.Numerics;

/// <summary>Random orders from bulk random words, drawn item by item: the inner part of an asynchronous sweep.</summary>
internal static class RandomOrder
{
    /// <summary>Draws one of the first <paramref name="left"/> items and puts it behind them (Fisher and Yates): called with left = n, n −
    /// 1 … 1 it gives all n items in random order. Uses one 32-bit half word; index ⌊left·u/2³²⌋ differs from uniform by at most left/2³²
    /// relatively, 2·10⁻⁷ for a thousand spins, which no recall experiment can see.</summary>
    /// <param name="items">All items; reordered.</param>
    /// <param name="words">At least ⌈left/2⌉ random words.</param>
    /// <param name="left">Items not yet drawn, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Draw(int[] items, ulong[] words, int left)
    {
        ulong word = words[(left - 1) >> 1];
        uint half = (left & 1) == 0 ? (uint)word : (uint)(word >> 32);
        int j = (int)(((ulong)half * (uint)left) >> 32), item = items[j];
        items[j] = items[left - 1];
        items[left - 1] = item;
        return item;
    }
}
