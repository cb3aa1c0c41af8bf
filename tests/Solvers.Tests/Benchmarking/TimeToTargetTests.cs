using Hopfield.Numerics;
using Solvers.Benchmarking;
using Solvers.Heuristics;

namespace Solvers.Tests.Benchmarking;

public class TimeToTargetTests
{
    [Theory]
    [InlineData(0.9, 2)] // ln 0.01 / ln 0.1
    [InlineData(0.99, 1)]
    [InlineData(1, 1)]
    [InlineData(0.5, 6.643856189774724)] // log2 100
    public void Of_KnownProbabilities_IsTheClosedForm(double p, double runs) =>
        Assert.Equal(3 * runs, TimeToTarget.Of(3, p), 12);

    [Fact]
    public void Of_NoSuccess_IsInfinite() => Assert.Equal(double.PositiveInfinity, TimeToTarget.Of(1, 0));

    [Fact]
    public void OfRestarts_MixedTimes_UsesTheMeanTime()
    {
        var tts = TimeToTarget.OfRestarts([(1, true), (3, false), (1, true), (3, false)], new RandomKey(1));
        Assert.Equal(2 * Math.Log(0.01) / Math.Log(0.5), tts.Seconds, 12);
        Assert.Equal((2, 4, 0.5), (tts.Successes, tts.Runs, tts.SuccessProbability));
        Assert.True(tts.Range.Contains(tts.Seconds));
    }

    // The bootstrap interval should hold the true TTS99 in about 95 of 100 data sets. Of 300 sets at least 270 (90 %) must: were the
    // coverage 94 %, fewer would be seen once in 500.
    [Fact]
    public void OfRestarts_ManyDataSets_IntervalHoldsTheTruth()
    {
        var stream = new RandomKey(7).Stream();
        double truth = TimeToTarget.Of(1, 0.3);
        int held = 0;
        for (int set = 0; set < 300; set++)
        {
            var runs = new (double, bool)[200];
            for (int k = 0; k < runs.Length; k++) runs[k] = (1, stream.NextUniform() < 0.3);
            if (TimeToTarget.OfRestarts(runs, new RandomKey((ulong)set)).Range.Contains(truth)) held++;
        }
        Assert.InRange(held, 270, 300);
    }

    [Fact]
    public void OfRestarts_SameKey_IsTheSame()
    {
        (double, bool)[] runs = [(1, true), (2, false), (4, true)];
        Assert.Equal(TimeToTarget.OfRestarts(runs, new RandomKey(3)), TimeToTarget.OfRestarts(runs, new RandomKey(3)));
    }

    [Fact]
    public void OfRestarts_WithoutSuccess_IsInfiniteWithItsWilsonInterval()
    {
        var tts = TimeToTarget.OfRestarts([(1, false), (1, false)], new RandomKey(1));
        Assert.Equal(double.PositiveInfinity, tts.Seconds);
        Assert.InRange(tts.SuccessRange.High, 0.5, 0.8);
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.99, double.PositiveInfinity)]
    [InlineData(0, 1)]
    public void Quantile_WithAMissedRun_IsTheNearestRank(double part, double expected) =>
        Assert.Equal(expected, TimeToTarget.Quantile([double.PositiveInfinity, 1, 2, 3], part));

    [Fact]
    public void OfRestarts_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeToTarget.OfRestarts([], new RandomKey(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeToTarget.OfRestarts([(0, true)], new RandomKey(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeToTarget.Of(1, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Budget.OfCpuSeconds(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Budget.OfCpuSeconds(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Budget.OfUpdates(0));
    }
}
