using Hopfield.Numerics;

namespace Hopfield.Patterns;

/// <summary>Damaged copies of a pattern: what a recall starts from.</summary>
public static class PatternNoise
{
    /// <summary>Flips exactly round(fraction · N) distinct pixels (halves up), chosen uniformly by the key; the overlap with the original
    /// is then 1 − 2·flips/N without any spread, which independent coin flips per pixel would have.</summary>
    /// <param name="pattern">N spins; unchanged.</param>
    /// <param name="fraction">From 0 to 1.</param>
    /// <param name="key">Chooses the pixels.</param>
    public static sbyte[] Flip(ReadOnlySpan<sbyte> pattern, double fraction, RandomKey key)
    {
        Check.InRange(fraction, 0, 1, nameof(fraction));
        var noisy = pattern.ToArray();
        int flips = (int)Math.Round(fraction * noisy.Length, MidpointRounding.AwayFromZero);
        var order = new int[noisy.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        var stream = key.Stream();
        for (int i = 0; i < flips; i++)
        {
            int j = i + stream.NextIndex(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
            noisy[order[i]] = (sbyte)-noisy[order[i]];
        }
        return noisy;
    }

    /// <summary>Flips each pixel independently with the given chance: the number of flips has deviation √(N·f·(1 − f)), which
    /// <see cref="Flip"/> has not.</summary>
    /// <param name="pattern">N spins; unchanged.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <param name="key">Chooses the pixels.</param>
    public static sbyte[] FlipEach(ReadOnlySpan<sbyte> pattern, double chance, RandomKey key)
    {
        Check.InRange(chance, 0, 1, nameof(chance));
        var noisy = pattern.ToArray();
        var stream = key.Stream();
        for (int i = 0; i < noisy.Length; i++)
            if (stream.NextUniform() < chance) noisy[i] = (sbyte)-noisy[i];
        return noisy;
    }

    /// <summary>Covers a rectangle of the picture with one value.</summary>
    /// <param name="set">Gives the picture's width and height.</param>
    /// <param name="pattern">N spins; unchanged.</param>
    /// <param name="left">First covered column.</param>
    /// <param name="top">First covered row.</param>
    /// <param name="width">Covered columns; the rectangle must lie inside the picture.</param>
    /// <param name="height">Covered rows.</param>
    /// <param name="cover">The value put there, +1 or −1; the ground −1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle leaves the picture, or the cover is not ±1.</exception>
    public static sbyte[] Occlude(PatternSet set, ReadOnlySpan<sbyte> pattern, int left, int top, int width, int height, sbyte cover = -1)
    {
        Check.Length(pattern.Length, set.Size, nameof(pattern));
        Check.InRange(left, 0, set.Width, nameof(left));
        Check.InRange(top, 0, set.Height, nameof(top));
        Check.InRange(width, 0, set.Width - left, nameof(width));
        Check.InRange(height, 0, set.Height - top, nameof(height));
        if (cover is not (1 or -1)) throw new ArgumentOutOfRangeException(nameof(cover), cover, "The cover must be +1 or -1.");
        var covered = pattern.ToArray();
        for (int row = top; row < top + height; row++) covered.AsSpan(row * set.Width + left, width).Fill(cover);
        return covered;
    }
}
