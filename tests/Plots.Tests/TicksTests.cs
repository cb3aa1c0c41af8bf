using Plots.Drawing;

namespace Plots.Tests;

public class TicksTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3.7, 12.2)]
    [InlineData(1e-9, 5e-7)]
    [InlineData(-1e6, -999_000)]
    [InlineData(99.999, 100.001)]
    public void Linear_OfAnyRange_AreRoundInsideAndEvenlySpaced(double low, double high)
    {
        double[] ticks = Ticks.Linear(low, high, 8);

        Assert.InRange(ticks.Length, 2, 9);
        double step = ticks[1] - ticks[0], slack = 1e-6 * step;
        Assert.All(ticks, tick => Assert.InRange(tick, low - slack, high + slack));
        double lead = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-6));
        Assert.Contains(Math.Round(lead, 3), new[] { 1.0, 2, 5 });
        Assert.All(ticks, tick => Assert.Equal(Math.Round(tick / step), tick / step, 5));
    }

    [Fact]
    public void Logarithmic_OfManyDecades_AreDecades() =>
        Assert.Equal([1e-9, 1e-6, 1e-3, 1], Ticks.Logarithmic(1e-9, 10, 4).Select(v => double.Parse(v.ToString("E6"))));

    [Fact]
    public void Logarithmic_OfOneDecade_HasItsHalvesToo() =>
        Assert.Equal([1, 2, 5, 10], Ticks.Logarithmic(1, 10, 8));

    [Fact]
    public void Logarithmic_OfLessThanAnOctave_AreRoundOnes() =>
        Assert.Equal([0.0320, 0.0322, 0.0324, 0.0326, 0.0328], Ticks.Logarithmic(0.032, 0.0329, 6).Select(v => Math.Round(v, 4)));

    [Theory]
    [InlineData(1.2e-6, "s", "1.2 µs")]
    [InlineData(3.3e-15, "J", "3.3 fJ")]
    [InlineData(1000, "Ω", "1 kΩ")]
    [InlineData(-0.25, "V", "−250 mV")]
    [InlineData(1e-6, "", "10⁻⁶")]
    [InlineData(2e-5, "", "2×10⁻⁵")]
    [InlineData(41, "", "41")]
    [InlineData(0, "V", "0 V")]
    [InlineData(-1e-40, "V", "0 V")]
    [InlineData(-0.999999, "V", "−1 V")]
    public void Quantity_OfAnySize_TakesThePrefixThatSuitsIt(double value, string unit, string expected) =>
        Assert.Equal(expected, SiScale.Quantity(value, unit));

    [Theory]
    [InlineData(2e-6, "s", "t (µs)", 5e-7, 5e-7, "0.5")]
    [InlineData(1, "V", "t (V)", -0.5, 0.5, "−0.5")]
    [InlineData(1e-4, "S", "t (µS)", 2e-5, 2e-5, "20")]
    [InlineData(5e6, "", "t (×10⁶)", 2e6, 1e6, "2")]
    [InlineData(300, "", "t", 0, 50, "0")]
    public void Label_OfAnAxis_FollowsItsLargestMagnitude(double largest, string unit, string title, double value, double step,
        string label)
    {
        var scale = SiScale.For(new Axis("t", unit), largest);
        Assert.Equal((title, label), (scale.Title, scale.Label(value, step)));
    }
}
