namespace Plots.Tests;

/// <summary>Small figures of each kind, with names that XML must escape, with the signs of physics, and with too much text.</summary>
internal static class SampleFigures
{
    private const string Long = "a title with σ µ ± ≤ G₀ Ω — that is much too long to stand in one line and must therefore go on in another";

    public static LineFigure Lines(params LineSeries[] series) =>
        new() { Title = "a < b & \"c\"", X = new("time", "s"), Y = new("voltage", "V"), Series = series };

    public static IEnumerable<Figure> All() => [.. Plots(), .. Bars(), .. Maps(), .. Graphs()];

    private static IEnumerable<Figure> Plots()
    {
        double[] t = [.. Enumerable.Range(0, 5000).Select(i => i * 1e-9)];
        yield return Lines(
            new("rise & <fall>", t, [.. t.Select(x => 1 - Math.Exp(-x / 1e-6))]),
            new("steps", [0, 1e-6, 4e-6], [0.2, 0.4, double.NaN], SeriesStyle.Step),
            new(null, [1e-6, 2e-6], [0.5, -0.5], SeriesStyle.Markers)) with
        { References = [new(0.9, "90 %")] };
        yield return new LineFigure { Title = "log", X = new("tolerance", "", true), Y = new("error", "V", true), Series = [new("e", [1e-6, 1e-3, 0], [1e-5, 1e-2, -1])] };
        yield return new LineFigure { Title = "one decade", X = new("R", "Ω", true), Y = new("G/G₀"), Series = [new("µ ≤ σ", [1, 2, 9], [1, 2, 3])] };
        yield return new LineFigure
        {
            Title = Long,
            X = new("a quantity whose name would be long enough for an axis of twice this width, or nearly so, and then some", "Ω"),
            Y = new("a quantity whose name is longer than the plot is high, as seen from its side", "V"),
            Series = [new(Long + ", and a legend entry that is longer than any legend", [1, 2], [3, 4]), new("b", [1, 2], [4, 3])],
        };
        yield return new LineFigure
        {
            Title = "error bars",
            X = new("spins"),
            Y = new("success", "", true),
            Series = [new("± σ", [1, 2, 3], [0.1, 0.2, 0.3], SeriesStyle.Markers) { Low = [0.05, -0.1, 0.2], High = [0.2, 0.3, double.NaN] },
                new("one-sided", [1, 2, 3], [0.3, 0.4, 0.5]) { High = [0.4, 0.5, 0.6] }],
        };
        yield return new LineFigure { Title = "empty", X = new("x"), Y = new("y"), Series = [] };
        yield return new LineFigure { Title = "flat", X = new("x"), Y = new("y"), Series = [new("c", [1, 2], [3, 3])] };
        yield return new HistogramFigure { Title = "scores", X = new("cut"), Groups = [new("circuit", [1, 2, 2, double.NaN]), new("digital", [-40])], Reference = new(3, "best") };
        yield return new HistogramFigure { Title = "one value", X = new("overlap"), Groups = [new("digital", [1, 1, 1])] };
        yield return new HistogramFigure { Title = "marks with many digits", X = new("cut"), Groups = [new("digital", [.. Enumerable.Range(0, 5).Select(i => 1e8 + i)])] };
        yield return new HistogramFigure { Title = "nothing", X = new("length", "m"), Groups = [new("none", [])] };
    }

    private static IEnumerable<Figure> Bars()
    {
        yield return new BarFigure
        {
            Title = "bars",
            CategoryName = "problem",
            Categories = ["burma14", "a problem with a long name, in several words", "G1"],
            Y = new("energy", "J"),
            Groups = [new("circuit", [1e-12, 2e-12, 3e-12]) { Low = [5e-13, 1e-12, 2e-12], High = [2e-12, 3e-12, 4e-12] },
                new("digital", [4e-12, double.NaN, 1e-12])],
            Reference = new(2.5e-12, "best & known"),
        };
        yield return new BarFigure { Title = "below zero", Categories = ["a"], Y = new("J"), Groups = [new("g", [-1]), new("h", [-3])] };
        yield return new BarFigure { Title = "no bars", Categories = [], Y = new("J"), Groups = [] };
        yield return new BarFigure
        {
            Title = "many bars",
            Categories = [.. Enumerable.Range(0, 25).Select(i => $"instance-number-{i}")],
            Y = new("time", "s", true),
            Groups = [new("a", [.. Enumerable.Range(0, 25).Select(i => i == 7 ? 0 : Math.Pow(10, -i / 5.0))])],
        };
        yield return new SpanFigure
        {
            Title = "parts",
            X = new("energy", "J"),
            Bars = [SpanFigure.Stacked("crossbar", [("reads", 1e-12), ("DAC", 2e-12)]), SpanFigure.Stacked(Long, [("reads", 4e-12)])],
            Reference = new(2e-12, "limit < this"),
        };
        yield return new SpanFigure { Title = "tornado", X = new("energy", "J", true), Bars = [new("ADC", [new("half", 1e-12, 2e-12), new("double", 2e-12, 5e-12)])] };
        yield return new SpanFigure { Title = "no spans", X = new("energy", "J"), Bars = [] };
    }

    private static IEnumerable<Figure> Maps()
    {
        yield return new HeatMap { Title = "map", Rows = 2, Columns = 3, Values = [1e-6, 2e-6, 3e-6, 4e-6, double.NaN, 1e-4], Scale = new("conductance", "S") };
        yield return new HeatMap { Title = Long, Rows = 1, Columns = 3, Values = [1e-6, 1e-5, 1e-4], Scale = new("conductance", "S", true) };
        yield return new HeatMap { Title = "signed", Rows = 2, Columns = 1, Values = [-1, 3], Scale = new(Long), IsDiverging = true };
        yield return new HeatMap { Title = "tall", Rows = 1500, Columns = 2, Values = new double[3000], Scale = new("V"), RowName = Long, ColumnName = Long };
        yield return new ImageStrip { Title = "glyphs", PerRow = 2, Images = [.. Enumerable.Range(0, 5).Select(i => new StripImage($"glyph {i} <&>", 3, 2, [1, -1, 0, 1, -1, 7]))] };
        yield return new ImageStrip { Title = Long, Images = [new(Long, 1, 1, [0])] };
        yield return new ImageStrip { Title = "no pictures", Images = [] };
    }

    private static IEnumerable<Figure> Graphs()
    {
        yield return new GraphCutFigure { Title = "cut", Sides = [1, -1, 1, -1], Edges = [(0, 1), (1, 2), (2, 0)] };
        yield return new GraphCutFigure { Title = Long, Sides = [1, -1], Edges = [(0, 1)], Coordinates = [(5, 5), (-3, 100)], FirstNumber = 1 };
        yield return new VertexClassesFigure { Title = "colours", Classes = [0, 1, 2, -1], Edges = [(0, 1), (1, 2), (2, 3)], Marks = (a, b) => a == b, Note = "a & b: " + Long };
        yield return new GraphCutFigure { Title = "many", Sides = [.. Enumerable.Range(0, 3000).Select(i => (sbyte)(i % 2 * 2 - 1))], Edges = [(0, 1), (1, 2999)] };
        yield return new TourFigure { Title = "tour", Tour = [2, 0, 1], Coordinates = [(0, 0), (1e4, 0), (0, 1e4)], Note = "length 1 < 2" };
        yield return new TourFigure { Title = "distances only", Tour = [0, 1, 2, 3], Names = ["a", "b", "c, " + Long, "d & e"] };
        yield return new TourFigure { Title = "tall", Tour = [0, 1, 2], Coordinates = [(0, 0), (0.1, 10), (0.05, 5)], Names = ["x " + Long, Long, "y"] };
        yield return new TourFigure { Title = "all in one place", Tour = [0, 1], Coordinates = [(1, 1), (1, 1)] };
    }
}
