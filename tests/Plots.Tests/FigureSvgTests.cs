using System.Text.RegularExpressions;
using System.Xml.Linq;
using Plots.Drawing;
using Plots.Export;

namespace Plots.Tests;

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
        // Of a title in several lines the line breaks have taken the place of blanks.
        Assert.Contains(figure.Title, string.Join(' ', SvgText.In(svg).Select(text => text.Value)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void ToSvg_OfAnyFigure_KeepsLinesAndTextsInsideTheCanvas(int sample)
    {
        var svg = XElement.Parse(SampleFigures.All().ElementAt(sample).ToSvg());
        double width = (double)svg.Attribute("width")!, height = (double)svg.Attribute("height")!;

        var (xs, ys) = (new List<double>(), new List<double>());
        foreach (var element in svg.Descendants().Where(element => element.Name.LocalName != "text"))
        {
            foreach (string name in (string[])["x", "cx"]) if ((double?)element.Attribute(name) is { } x) xs.Add(x);
            foreach (string name in (string[])["y", "cy"]) if ((double?)element.Attribute(name) is { } y) ys.Add(y);
            if ((double?)element.Attribute("width") is { } w) xs.Add((double)element.Attribute("x")! + w);
            if ((double?)element.Attribute("height") is { } h) ys.Add((double)element.Attribute("y")! + h);
            foreach (var (x, y) in Points((string?)element.Attribute("d") ?? ""))
            {
                xs.Add(x);
                ys.Add(y);
            }
        }
        Assert.All(xs, x => Assert.InRange(x, 0, width));
        Assert.All(ys, y => Assert.InRange(y, 0, height));
        Assert.All(SvgText.In(svg), text =>
        {
            Assert.InRange(text.Left, 0, width);
            Assert.InRange(text.Right, 0, width);
            Assert.InRange(text.Top, 0, height);
            Assert.InRange(text.Bottom, 0, height);
        });
    }

    [Fact]
    public void ToSvg_OfACurveOfOnePoint_MarksIt()
    {
        var figure = new LineFigure { Title = "a run", X = new("time", "s"), Y = new("length"), Series = [new("run 0", [0.5], [620])] };
        Assert.Contains($"fill=\"{Palette.Line(0)}\"", figure.ToSvg(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void ToSvg_OfAnyFigureButATour_KeepsTextsApart(int sample)
    {
        // City names stand where their cities are, and cities may be anywhere.
        if (SampleFigures.All().ElementAt(sample) is TourFigure) return;
        var texts = SvgText.In(XElement.Parse(SampleFigures.All().ElementAt(sample).ToSvg())).ToArray();

        for (int i = 0; i < texts.Length; i++)
            for (int k = 0; k < i; k++)
                Assert.False(texts[i].Overlaps(texts[k], slack: 1), $"'{texts[i].Value}' lies on '{texts[k].Value}'");
    }

    [Fact]
    public void ToSvg_OfAKnownCurve_PutsItsEndsOnTheFrame()
    {
        // y runs over [0, 10] and the axis is 5 % wider at both ends: the ends lie 0.5/11 of the plot height inside the frame.
        var svg = XElement.Parse(new LineFigure { Title = "t", X = new("x"), Y = new("y"), Series = [new(null, [0, 2], [0, 10])] }.ToSvg());
        var frame = svg.Elements().Last(e => e.Name.LocalName == "rect");
        double left = (double)frame.Attribute("x")!, top = (double)frame.Attribute("y")!;
        double right = left + (double)frame.Attribute("width")!, bottom = top + (double)frame.Attribute("height")!;
        var curve = svg.Descendants().Single(e => (string?)e.Attribute("stroke") == "#0072b2");

        double inset = (bottom - top) * 0.5 / 11;
        (double X, double Y)[] expected = [(left, bottom - inset), (right, top + inset)], ends = [.. Points((string)curve.Attribute("d")!)];
        Assert.Equal(2, ends.Length);
        Assert.All(expected.Zip(ends), pair =>
        {
            Assert.Equal(pair.First.X, pair.Second.X, 0.06);
            Assert.Equal(pair.First.Y, pair.Second.Y, 0.06);
        });
    }

    [Fact]
    public void ToSvg_OfErrorBars_DrawsThemFromEndToEnd()
    {
        var figure = new LineFigure { Title = "t", X = new("x"), Y = new("y"), Series = [new(null, [1, 2], [5, 5]) { Low = [0, 4], High = [10, 6] }] };
        var bars = XElement.Parse(figure.ToSvg()).Descendants().Single(e => (string?)e.Attribute("stroke-width") == "1.2");
        // Two points a segment, three segments a bar: the bar and its caps.
        var points = Points((string)bars.Attribute("d")!).ToArray();
        double first = points[0].Y - points[1].Y, second = points[6].Y - points[7].Y;

        Assert.Equal(12, points.Length);
        Assert.Equal(5, first / second, 0.02);
    }

    // Path data of absolute commands, as the figures write it; h0 and Z add no point.
    private static IEnumerable<(double X, double Y)> Points(string data)
    {
        double x = 0, y = 0;
        foreach (Match step in Regex.Matches(data, @"([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?"))
        {
            double number = double.Parse(step.Groups[2].Value);
            if (step.Groups[1].Value == "V") y = number;
            else x = number;
            if (step.Groups[3].Success) y = double.Parse(step.Groups[3].Value);
            yield return (x, y);
        }
    }

    [Fact]
    public void ToSvg_OfManyLongNoisyWaveforms_StaysSmall()
    {
        double[] t = [.. Enumerable.Range(0, 20_000).Select(i => i * 1e-10)];
        var series = Enumerable.Range(0, 64).Select(k => new LineSeries(null, t, [.. t.Select((_, i) => Math.Sin(i * (k + 1.7)) * k)]))
            .ToArray();
        var figure = SampleFigures.Lines(series);

        Assert.InRange(figure.ToSvg().Length, 50_000, 300_000);
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
        string uri = (string)image.Attribute("{http://www.w3.org/1999/xlink}href")!;

        var png = PngDecoder.Read(Convert.FromBase64String(uri[(uri.IndexOf(',') + 1)..]));

        // The map is 420 × 280 and holds two pixels for each of them: 280 × 280 a cell.
        Assert.Equal((840, 560), (png.Width, png.Height));
        // Shades 0 … 254 are linear in the value, halves round to even; 255 marks what has no value.
        byte[] cells = [0, 64, 127, 190, 255, 254];
        for (int i = 0; i < png.Indexes.Length; i++)
            if (png.Indexes[i] != cells[i / 840 / 280 * 3 + i % 840 / 280]) Assert.Fail($"Pixel {i} is {png.Indexes[i]}.");
    }

    [Fact]
    public void ToSvg_OfAPictureWithALongCaption_BreaksItInsteadOfGrowing()
    {
        var strip = new ImageStrip { Title = "t", Images = [new(string.Join(' ', Enumerable.Repeat("word", 40)), 1, 1, [0])] };
        Assert.Equal(300, (double)XElement.Parse(strip.ToSvg()).Attribute("width")!);
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
