using System.Text.RegularExpressions;
using System.Xml.Linq;
using Plots;
using Plots.Svg;

namespace Cli.Tests.Figures;

public class FigureSvgTests
{
    public static TheoryData<int> Samples => [.. Enumerable.Range(0, SampleFigures.All().Count())];

    [Theory]
    [MemberData(nameof(Samples))]
    public void ToSvg_OfAnyFigure_IsWellFormedScalableAndDescribed(int sample)
    {
        var figure = SampleFigures.All().ElementAt(sample);
        var svg = XElement.Parse(figure.ToSvg());

        Assert.Equal("{http://www.w3.org/2000/svg}svg", svg.Name.ToString());
        Assert.Equal(figure.Title, (string?)svg.Attribute("aria-label"));
        Assert.NotNull(svg.Attribute("viewBox"));
        Assert.Contains(svg.Descendants().Where(e => e.Name.LocalName == "text"), text => text.Value == figure.Title);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Draw_OfAnyFigureByOurOwnRenderers_StaysInsideTheViewport(int sample)
    {
        var figure = SampleFigures.All().ElementAt(sample);
        var svg = XElement.Parse(figure is LineFigure lines ? LineRenderer.Draw(lines) : figure.ToSvg());
        double width = (double)svg.Attribute("width")!, height = (double)svg.Attribute("height")!;

        var (xs, ys) = (new List<double>(), new List<double>());
        foreach (var element in svg.Descendants())
        {
            foreach (string name in (string[])["x", "x1", "x2", "cx"]) if ((double?)element.Attribute(name) is { } x) xs.Add(x);
            foreach (string name in (string[])["y", "y1", "y2", "cy"]) if ((double?)element.Attribute(name) is { } y) ys.Add(y);
            if ((double?)element.Attribute("width") is { } w) xs.Add((double)element.Attribute("x")! + w);
            if ((double?)element.Attribute("height") is { } h) ys.Add((double)element.Attribute("y")! + h);
            if ((string?)element.Attribute("d") is { } path)
                foreach (Match step in Regex.Matches(path, @"([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?"))
                {
                    (step.Groups[1].Value == "V" ? ys : xs).Add(double.Parse(step.Groups[2].Value));
                    if (step.Groups[3].Success) ys.Add(double.Parse(step.Groups[3].Value));
                }
        }
        Assert.All(xs, x => Assert.InRange(x, 0, width));
        Assert.All(ys, y => Assert.InRange(y, 0, height));
    }

    [Fact]
    public void Draw_OfAKnownCurve_PutsItsEndsOnTheFrame()
    {
        // y runs over [0, 10] and the axis is 5 % wider at both ends: the ends lie 0.5/11 of the plot height inside the frame.
        var svg = XElement.Parse(LineRenderer.Draw(new LineFigure { Title = "t", X = new("x"), Y = new("y"), Series = [new(null, [0, 2], [0, 10])] }));
        var frame = svg.Elements().Last(e => e.Name.LocalName == "rect");
        double left = (double)frame.Attribute("x")!, top = (double)frame.Attribute("y")!;
        double right = left + (double)frame.Attribute("width")!, bottom = top + (double)frame.Attribute("height")!;
        var numbers = Regex.Matches((string)svg.Elements().Single(e => e.Name.LocalName == "path").Attribute("d")!, @"-?[\d.]+")
            .Select(match => double.Parse(match.Value)).ToArray();

        double inset = LineRenderer.PlotHeight * 0.5 / 11;
        double[] expected = [left, bottom - inset, right, top + inset];
        Assert.Equal(4, numbers.Length);
        Assert.All(expected.Zip(numbers), pair => Assert.Equal(pair.First, pair.Second, 0.06));
    }

    [Fact]
    public void ToSvg_OfManyLongNoisyWaveforms_StaysSmall()
    {
        double[] t = [.. Enumerable.Range(0, 20_000).Select(i => i * 1e-10)];
        var series = Enumerable.Range(0, 64).Select(k => new LineSeries(null, t, [.. t.Select((_, i) => Math.Sin(i * (k + 1.7)) * k)]))
            .ToArray();
        var figure = SampleFigures.Lines(series);

        Assert.InRange(figure.ToSvg().Length, 50_000, 300_000);
        Assert.InRange(LineRenderer.Draw(figure).Length, 50_000, 300_000);
    }

    [Fact]
    public void ToSvg_OfAGSetSizedGraph_DrawsASampleAndSaysSo()
    {
        var edges = Enumerable.Range(0, 19_176).Select(i => (i % 800, (i * 7 + 1) % 800)).ToArray();
        string svg = new GraphCutFigure { Title = "G1", Sides = new sbyte[800], Edges = edges }.ToSvg();

        Assert.Contains("1 in 5 drawn", svg);
        Assert.True(svg.Length < 300_000);
    }

    [Fact]
    public void ToSvg_OfACut_CountsTheEdgesBetweenTheSides() =>
        Assert.Contains("4 nodes, 2 of 3 edges cut",
            new GraphCutFigure { Title = "t", Sides = [1, -1, 1, -1], Edges = [(0, 1), (1, 2), (2, 0)] }.ToSvg());

    [Fact]
    public void ToSvg_OfAMap_HoldsThePictureOfItsValues()
    {
        var map = new HeatMap { Title = "m", Rows = 2, Columns = 3, Values = [0, 1, 2, 3, double.NaN, 4], Scale = new("G", "S") };
        var image = XElement.Parse(map.ToSvg()).Elements().First(e => e.Name.LocalName == "image");
        string uri = (string)image.Attribute("href")!;

        var png = PngDecoder.Read(Convert.FromBase64String(uri[(uri.IndexOf(',') + 1)..]));

        Assert.Equal((3, 2), (png.Width, png.Height));
        // Shades 0 … 254 are linear in the value, halves round to even; 255 marks what has no value.
        Assert.Equal([0, 64, 127, 190, 255, 254], png.Indexes);
    }

    [Fact]
    public void ToSvg_OfImpossibleFigures_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => new TourFigure { Title = "t", Tour = [0, 0, 1] }.ToSvg());
        Assert.Throws<InvalidOperationException>(() => new TourFigure { Title = "t", Tour = [0, 1], Coordinates = [(0, 0)] }.ToSvg());
        Assert.Throws<InvalidOperationException>(() => new GraphCutFigure { Title = "t", Sides = [1], Edges = [(0, 1)] }.ToSvg());
        Assert.Throws<InvalidOperationException>(() =>
            new HeatMap { Title = "t", Rows = 2, Columns = 2, Values = [1], Scale = new("G") }.ToSvg());
        Assert.Throws<ArgumentException>(() => new LineSeries("s", [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new StripImage("s", 2, 2, [1, 1, 1]));
    }
}
