using Hopfield.Numerics;

namespace Hopfield.Tests.Numerics;

public class IntervalTests
{
    /// <summary>Published examples: 15 of 148 (Newcombe 1998, Statist. Med. 17:857, table I), none of 20, all of 29.</summary>
    [Theory]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(29, 29, 0.8830, 1)]
    public void OfShare_IsWilsonsInterval(int successes, int trials, double low, double high)
    {
        var interval = Interval.OfShare(successes, trials);
        Assert.Equal(low, interval.Low, 5e-5);
        Assert.Equal(high, interval.High, 5e-5);
    }

    /// <summary>Five draws: t(0.975; 4) = 2.776445, by any table.</summary>
    [Fact]
    public void OfMean_IsStudentsInterval()
    {
        var interval = Interval.OfMean([1, 2, 3, 4, 5]);
        double half = 2.776445 * Math.Sqrt(2.5 / 5);
        Assert.Equal(3 - half, interval.Low, 1e-6);
        Assert.Equal(3 + half, interval.High, 1e-6);
    }

    [Fact]
    public void Interval_WithEndsExchanged_IsRefused() => Assert.Throws<ArgumentException>(() => new Interval(2, 1));

    [Fact]
    public void Contains_TakesTheEndsButNotNaN()
    {
        Assert.True(new Interval(1, 2).Contains(1) && new Interval(1, 2).Contains(2) && Interval.AtMost(2).Contains(-1e300));
        Assert.False(Interval.AtLeast(0).Contains(double.NaN));
    }
}
