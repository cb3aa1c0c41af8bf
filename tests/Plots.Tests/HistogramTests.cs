using System.Xml.Linq;
using Plots.Drawing;
using Plots.Export;

namespace Plots.Tests;

public class HistogramTests
{
    [Theory]
    [InlineData(3, 24, 3, 22, 1)] // 22 whole numbers, one bin each
    [InlineData(3, 3, 3, 1, 1)]
    [InlineData(3300, 8000, 17, 24, 200)] // a step of 4700/24 rounds up to 200
    [InlineData(0, 0.9, 0, 19, 0.05)]
    [InlineData(-1, 1, -10, 21, 0.1)]
    public void Over_OfARange_HasRoundBinsThatHoldBothEnds(double low, double high, long first, int count, double width)
    {
        // Widths of a 1-2-5 ladder and whole numbers; the half-integer keeps the fractional rows from counting as whole.
        bool whole = width >= 1;
        var bins = HistogramBins.Over(whole ? [low, high] : [low, high, low + width / 2], 24);

        Assert.Equal((first, count), (bins.First, bins.Count));
        Assert.Equal(width, bins.Width, 12);
        Assert.InRange(low, bins.Low, bins.High);
        Assert.InRange(high, bins.Low, bins.High);
    }

    [Fact]
    public void CountOf_CountsEveryFiniteValueOnce()
    {
        double[] values = [-2, 0, 0, 0.49, 0.5, 3, double.NaN, double.PositiveInfinity];
        var bins = new HistogramBins(-2, 6, 1);

        Assert.Equal([1, 0, 3, 1, 0, 1], bins.CountOf(values));
    }

    [Fact]
    public void ToSvg_DrawsBarsInProportionToTheirCounts()
    {
        var figure = new HistogramFigure { Title = "t", X = new("x"), Groups = [new("a", [1, 1, 1, 2])] };
        double[] heights = [.. XElement.Parse(figure.ToSvg()).Descendants()
            .Where(e => e.Name.LocalName == "rect" && (string?)e.Attribute("fill") == "#0072b2" && (double)e.Attribute("width")! > 14)
            .Select(e => (double)e.Attribute("height")!)];

        Assert.Equal(2, heights.Length);
        Assert.Equal(3, heights[0] / heights[1], 1);
    }
}
