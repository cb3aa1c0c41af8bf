using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Tests.Files;

namespace Hopfield.Tests.Patterns;

public class PatternTests
{
    [Fact]
    public void Glyphs_AreTenDistinctPictures()
    {
        var glyphs = Glyphs.Read();
        Assert.Equal((10, 12, 10), (glyphs.Width, glyphs.Height, glyphs.Count));
        Assert.Equal(["A", "C", "J", "L", "3", "4", "T", "X", "1", "N"], glyphs.Names);
        for (int a = 0; a < 10; a++)
            for (int b = 0; b < a; b++)
                Assert.InRange(Math.Abs(Spins.Overlap(glyphs.Patterns[a], glyphs.Patterns[b])), 0, 0.5);
    }

    [Theory]
    [InlineData("##\n", 1, "before the first name")]
    [InlineData("= a\n##\n#\n", 3, "1 pixels")]
    [InlineData("= a\n#o\n", 2, "pixel 2 is 'o'")]
    [InlineData("= a\n##\n..\n= b\n##\n", 5, "'b' has 1 rows")]
    [InlineData("= a\n= b\n", 2, "'a' has 0 rows")]
    [InlineData("", 1, "no picture")]
    public void PatternText_OfABrokenFile_NamesTheLineAndTheFault(string content, int line, string fault)
    {
        using var file = new TemporaryFile(content);
        var error = Assert.Throws<InvalidDataException>(() => PatternText.Read(file.Path));
        Assert.StartsWith($"{file.Path}:{line}: ", error.Message);
        Assert.Contains(fault, error.Message);
    }

    [Fact]
    public void PatternSet_OfWrongContent_Refuses()
    {
        Assert.Throws<ArgumentException>(() => new PatternSet(2, 1, [[1, 1, 1]], ["a"]));
        Assert.Throws<ArgumentException>(() => new PatternSet(2, 1, [[1, 0]], ["a"]));
        Assert.Throws<ArgumentException>(() => new PatternSet(2, 1, [[1, 1]], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Glyphs.Read().Take(11));
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.1, 12)]
    [InlineData(0.15, 18)]
    [InlineData(0.1041, 12)]
    [InlineData(0.1042, 13)]
    [InlineData(1.0, 120)]
    public void Flip_OfAnyFraction_ChangesExactlyTheRoundedCount(double fraction, int flips)
    {
        var glyph = Glyphs.Read().Patterns[0];
        for (int seed = 0; seed < 50; seed++)
            Assert.Equal(flips, Spins.HammingDistance(glyph, PatternNoise.Flip(glyph, fraction, new RandomKey((ulong)seed))));
    }

    [Fact]
    public void Flip_OverManyKeys_HitsEveryPixelEquallyOften()
    {
        var glyph = Glyphs.Read().Patterns[0];
        var hits = new int[120];
        const int draws = 4000;
        for (int seed = 0; seed < draws; seed++)
        {
            var noisy = PatternNoise.Flip(glyph, 0.25, new RandomKey(3).Fold(seed));
            for (int i = 0; i < 120; i++) if (noisy[i] != glyph[i]) hits[i]++;
        }
        // Five standard deviations of a binomial(4000, 1/4) are 137; 120 pixels exceed them with probability below 1e-4.
        Assert.All(hits, count => Assert.InRange(count, 1000 - 137, 1000 + 137));
        Assert.Equal(PatternNoise.Flip(glyph, 0.25, new RandomKey(1)), PatternNoise.Flip(glyph, 0.25, new RandomKey(1)));
    }

    [Fact]
    public void Occlude_OfARectangle_CoversItAndNothingElse()
    {
        var glyphs = Glyphs.Read();
        sbyte[] ink = [.. Enumerable.Repeat((sbyte)1, 120)];
        var covered = PatternNoise.Occlude(glyphs, ink, left: 2, top: 6, width: 8, height: 6);
        Assert.Equal(48, covered.Count(pixel => pixel < 0));
        Assert.Equal((1, -1), (covered[6 * 10 + 1], covered[6 * 10 + 2]));
        Assert.Equal(ink, PatternNoise.Occlude(glyphs, covered, 0, 0, 10, 12, cover: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PatternNoise.Occlude(glyphs, ink, 5, 0, 6, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PatternNoise.Occlude(glyphs, ink, 0, 0, 1, 1, cover: 0));
    }
}
