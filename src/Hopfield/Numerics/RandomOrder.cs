namespace Hopfield.Numerics;

/// <summary>Random orders from bulk random words: the inner part of an asynchronous sweep.</summary>
internal static class RandomOrder
{
    /// <summary>
    /// Puts the items in random order (Fisher and Yates), one 32-bit half word per exchange. Index j of n is ⌊n·u/2³²⌋: it differs from uniform
    /// by at most n/2³² relatively, 2·10⁻⁷ for a thousand spins, which no recall experiment can see.
    /// </summary>
    /// <param name="items">Reordered.</param>
    /// <param name="words">At least ⌈items/2⌉ random words.</param>
    public static void Shuffle(Span<int> items, ReadOnlySpan<ulong> words)
    {
        Check.AtLeast(words.Length, (items.Length + 1) / 2, nameof(words));
        for (int i = items.Length - 1; i > 0; i--)
        {
            ulong word = words[i >> 1];
            uint half = (i & 1) == 0 ? (uint)word : (uint)(word >> 32);
            int j = (int)(((ulong)half * (uint)(i + 1)) >> 32);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
