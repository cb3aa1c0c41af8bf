using Plots.Drawing;

namespace Plots.Tests;

public class DecimationTests
{
    [Fact]
    public void Keep_OfALongWaveformWithOneSampleSpikes_KeepsEverySpikeAndBothEnds()
    {
        const int count = 100_000;
        double[] x = [.. Enumerable.Range(0, count).Select(i => i * 1e-9)];
        double[] y = [.. x.Select(t => Math.Sin(t * 1e5))];
        (y[12_345], y[77_777]) = (9, -9);

        int[] kept = Decimation.Keep(x, y, 500);

        Assert.InRange(kept.Length, 500, 2000);
        Assert.Equal(kept.Order().Distinct(), kept);
        Assert.Contains(12_345, kept);
        Assert.Contains(77_777, kept);
        Assert.Equal((0, count - 1), (kept[0], kept[^1]));
    }

    [Fact]
    public void Keep_OfAnyBucket_SpansTheSameValuesAsAllItsSamples()
    {
        double[] x = [.. Enumerable.Range(0, 5000).Select(i => Math.Sqrt(i))];
        double[] y = [.. x.Select(t => Math.Cos(t * 37) * t)];
        const int buckets = 20;
        int Bucket(double t) => Math.Min((int)(t / x[^1] * buckets), buckets - 1);

        var kept = Decimation.Keep(x, y, buckets).GroupBy(i => Bucket(x[i]))
            .ToDictionary(g => g.Key, g => (g.Min(i => y[i]), g.Max(i => y[i])));
        var all = Enumerable.Range(0, x.Length).GroupBy(i => Bucket(x[i]))
            .ToDictionary(g => g.Key, g => (g.Min(i => y[i]), g.Max(i => y[i])));

        Assert.Equal(all, kept);
    }

    [Fact]
    public void Keep_OfFewPoints_KeepsAll() => Assert.Equal([0, 1, 2], Decimation.Keep([1, 2, 3], [4, 5, 6], 10));

    [Fact]
    public void Keep_OfPositionsThatGoBack_KeepsAll()
    {
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(i))];
        Assert.Equal(1000, Decimation.Keep(x, x, 5).Length);
    }

    [Fact]
    public void Keep_OfAGap_KeepsOneOfItsPoints()
    {
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => (double)i)];
        double[] y = [.. x.Select(t => t is > 400 and < 600 ? double.NaN : 1.0)];
        Assert.Single(Decimation.Keep(x, y, 10), i => double.IsNaN(y[i]));
    }
}
