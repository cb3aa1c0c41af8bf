using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.RandomFeatures;

namespace Hopfield.Tests.RandomFeatures;

public class RandomFeaturesTests
{
    /// <summary>
    /// A majority of three features agrees with each of them on 3/4 of the pixels: overlap ½ in size. With {0, 1} coefficients its sign is
    /// always +, with ±1 either. 400 mixtures × N = 500: 5 deviations of the mean overlap are below 0.02.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Mixture_OfThreeFeatures_OverlapsEachByAHalf(bool isSigned)
    {
        var world = new MixtureWorld(500, 3, 3, isSigned, RandomKey.FromSeed(1));
        var mixtures = world.Mixtures(400, "training");
        var overlaps = mixtures.SelectMany(mixture => world.Features.Select(feature => Spins.Overlap(mixture, feature))).ToList();
        Assert.Equal(0.5, overlaps.Average(Math.Abs), 0.02);
        if (isSigned) Assert.InRange(overlaps.Count(overlap => overlap > 0), 500, 700);
        else Assert.DoesNotContain(overlaps, overlap => overlap < 0);
        Assert.Equal(mixtures[7], world.Mixtures(8, "training")[7]);
        if (isSigned) Assert.NotEqual(mixtures, world.Mixtures(400, "test")); // with {0, 1} and L = D there is one mixture only
    }

    [Fact]
    public void World_WithAnEvenNumberOfFeaturesPerPattern_IsRefused() =>
        Assert.Contains("odd", Assert.Throws<ArgumentException>(() => new MixtureWorld(10, 5, 2, true, RandomKey.FromSeed(1))).Message);

    /// <summary>At p = N the full pseudoinverse is the unit matrix: it keeps everything, the random control included.</summary>
    [Fact]
    public void Magnetisations_OfAFullPseudoinverseAtLoadOne_AreAllOne()
    {
        var world = new MixtureWorld(60, 30, 3, true, RandomKey.FromSeed(2));
        var m = Magnetisations.Of(world, new PseudoinverseRule(), 2, true, false, 20, RandomKey.FromSeed(3));
        Assert.Equal(new Magnetisations(1, 1, 1, 1), m);
    }

    /// <summary>With few features and many examples Hebb keeps features and unseen mixtures but not random states.</summary>
    [Fact]
    public void Magnetisations_OfHebbWithManyExamples_ShowGeneralisation()
    {
        var world = new MixtureWorld(1000, 5, 3, true, RandomKey.FromSeed(2));
        var m = Magnetisations.Of(world, new HebbRule(), 0.5, false, true, 20, RandomKey.FromSeed(3));
        Assert.True(m is { Feature: > 0.95, Test: > 0.9, Random: < 0.3 }, m.ToString());
    }
}
