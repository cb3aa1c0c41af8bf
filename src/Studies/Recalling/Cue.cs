using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Studies.Recalling;

/// <summary>How a stored picture is damaged.</summary>
public sealed record Cue
{
    /// <summary>Fraction of pixels flipped. Default 0.15 (our choice). Range: 0 … 1.</summary>
    public double FlippedFraction { get; init => field = Check.InRange(value, 0, 1, "the fraction of flipped pixels"); } = 0.15;

    /// <summary>Each pixel is flipped with that chance, instead of exactly that fraction of them.</summary>
    public bool IsBernoulli { get; init; }

    /// <summary>Rectangle that is covered with paper: left, top, width, height in pixels; null for none.</summary>
    public int[]? Occluded { get; init; }

    /// <summary>A damaged copy of a stored picture; the key chooses the pixels.</summary>
    public sbyte[] Of(PatternSet set, int target, RandomKey key)
    {
        var cue = IsBernoulli ? PatternNoise.FlipEach(set.Patterns[target], FlippedFraction, key)
            : PatternNoise.Flip(set.Patterns[target], FlippedFraction, key);
        return Occluded is [var left, var top, var width, var height] ? PatternNoise.Occlude(set, cue, left, top, width, height) : cue;
    }

    /// <summary>The pixels that a cue shows as they are: all outside the covered rectangle; null where any may be wrong.</summary>
    public bool[]? Visible(PatternSet set)
    {
        if (FlippedFraction > 0 || Occluded is not [var left, var top, var width, var height]) return null;
        var paper = new sbyte[set.Size];
        paper.AsSpan().Fill(1);
        return [.. PatternNoise.Occlude(set, paper, left, top, width, height).Select(pixel => pixel > 0)];
    }
}
