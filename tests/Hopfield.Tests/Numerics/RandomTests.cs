using Hopfield.Numerics;

namespace Hopfield.Tests.Numerics;

public class RandomTests
{
    /// <summary>The known-answer vectors of Random123 (Salmon et al. 2011, kat_vectors, philox4x32-10).</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u,
        0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u,
        0x24126ea1u)]
    public void Block_OfThePublishedVectors_IsThePublishedAnswer(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3) =>
        Assert.Equal((r0, r1, r2, r3), Philox.Block(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void Stream_OfOneKey_IsTheSameEveryTime()
    {
        var a = RandomKey.FromSeed(7).Fold("x").Fold(3).Stream();
        var b = RandomKey.FromSeed(7).Fold("x").Fold(3).Stream();
        for (int i = 0; i < 100; i++) Assert.Equal(a.NextBits(), b.NextBits());
    }

    [Fact]
    public void Fold_OfDifferentPurposesAndIndices_GivesDifferentKeys()
    {
        var key = RandomKey.FromSeed(1);
        var keys = Enumerable.Range(0, 1000).Select(i => key.Fold(i).Value)
            .Concat(Enumerable.Range(0, 1000).Select(i => key.Fold("row").Fold(i).Value)).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    /// <summary>10⁵ samples: the mean of a uniform is within 5 σ (false alarm 6e-7) of ½, and so on.</summary>
    [Fact]
    public void Samples_OfEachDistribution_HaveItsMoments()
    {
        const int Count = 100_000;
        var stream = RandomKey.FromSeed(2).Stream();
        double uniform = 0, gauss = 0, square = 0, fourth = 0, spin = 0;
        var buckets = new int[7];
        for (int i = 0; i < Count; i++)
        {
            uniform += stream.NextUniform();
            double g = stream.NextGaussian();
            gauss += g;
            square += g * g;
            fourth += g * g * g * g;
            spin += stream.NextSpin();
            buckets[stream.NextIndex(7)]++;
        }
        double sigma = 1 / Math.Sqrt(Count);
        Assert.InRange(uniform / Count, 0.5 - 5 * sigma * 0.2887, 0.5 + 5 * sigma * 0.2887);
        Assert.InRange(gauss / Count, -5 * sigma, 5 * sigma);
        Assert.InRange(square / Count, 1 - 5 * sigma * Math.Sqrt(2), 1 + 5 * sigma * Math.Sqrt(2));
        Assert.InRange(fourth / Count, 3 - 5 * sigma * Math.Sqrt(96), 3 + 5 * sigma * Math.Sqrt(96));
        Assert.InRange(spin / Count, -5 * sigma, 5 * sigma);
        Assert.All(buckets, count => Assert.InRange(count, Count / 7.0 - 5 * Math.Sqrt(Count / 7.0),
            Count / 7.0 + 5 * Math.Sqrt(Count / 7.0)));
    }

    [Fact]
    public void Shuffle_OfAnyItems_IsAPermutation()
    {
        var stream = RandomKey.FromSeed(3).Stream();
        var items = Enumerable.Range(0, 50).ToArray();
        stream.Shuffle<int>(items);
        Assert.NotEqual(Enumerable.Range(0, 50), items);
        Assert.Equal(Enumerable.Range(0, 50), items.Order());
    }
}
