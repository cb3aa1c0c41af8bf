using Plots;

namespace Cli.Tests.Figures;

/// <summary>One small figure of each kind, with names that XML must escape.</summary>
internal static class SampleFigures
{
    public static LineFigure Lines(params LineSeries[] series) =>
        new() { Title = "a < b & \"c\"", X = new("time", "s"), Y = new("voltage", "V"), Series = series };

    public static IEnumerable<Figure> All()
    {
        double[] t = [.. Enumerable.Range(0, 5000).Select(i => i * 1e-9)];
        yield return Lines(
            new("rise & <fall>", t, [.. t.Select(x => 1 - Math.Exp(-x / 1e-6))]),
            new("steps", [0, 1e-6, 4e-6], [0.2, 0.4, double.NaN], SeriesStyle.Step),
            new(null, [1e-6, 2e-6], [0.5, -0.5], SeriesStyle.Markers)) with
        { References = [new(0.9, "90 %")] };
        yield return new LineFigure { Title = "log", X = new("tolerance", "", true), Y = new("error", "V", true), Series = [new("e", [1e-6, 1e-3, 0], [1e-5, 1e-2, -1])] };
        yield return new LineFigure { Title = "empty", X = new("x"), Y = new("y"), Series = [] };
        yield return new LineFigure { Title = "flat", X = new("x"), Y = new("y"), Series = [new("c", [1, 2], [3, 3])] };
        yield return new HeatMap { Title = "map", Rows = 2, Columns = 3, Values = [1e-6, 2e-6, 3e-6, 4e-6, double.NaN, 1e-4], Scale = new("conductance", "S") };
        yield return new HeatMap { Title = "log map", Rows = 1, Columns = 3, Values = [1e-6, 1e-5, 1e-4], Scale = new("conductance", "S", true) };
        yield return new HeatMap { Title = "signed", Rows = 2, Columns = 1, Values = [-1, 3], Scale = new("J"), IsDiverging = true };
        yield return new HistogramFigure { Title = "scores", X = new("cut"), Groups = [new("circuit", [1, 2, 2, double.NaN]), new("digital", [-40])], Reference = new(3, "best") };
        yield return new HistogramFigure { Title = "one value", X = new("overlap"), Groups = [new("digital", [1, 1, 1])] };
        yield return new HistogramFigure { Title = "nothing", X = new("length", "m"), Groups = [new("none", [])] };
        yield return new ImageStrip { Title = "glyphs", PerRow = 2, Images = [.. Enumerable.Range(0, 5).Select(i => new StripImage($"glyph {i} <&>", 3, 2, [1, -1, 0, 1, -1, 7]))] };
        yield return new GraphCutFigure { Title = "cut", Sides = [1, -1, 1, -1], Edges = [(0, 1), (1, 2), (2, 0)] };
        yield return new GraphCutFigure { Title = "cut in the plane", Sides = [1, -1], Edges = [(0, 1)], Coordinates = [(5, 5), (-3, 100)] };
        yield return new VertexClassesFigure { Title = "colours", Classes = [0, 1, 2, -1], Edges = [(0, 1), (1, 2), (2, 3)], Marks = (a, b) => a == b, Note = "a & b" };
        yield return new GraphCutFigure { Title = "many", Sides = [.. Enumerable.Range(0, 3000).Select(i => (sbyte)(i % 2 * 2 - 1))], Edges = [(0, 1), (1, 2999)] };
        yield return new TourFigure { Title = "tour", Tour = [2, 0, 1], Coordinates = [(0, 0), (1e4, 0), (0, 1e4)], Note = "length 1 < 2" };
        yield return new TourFigure { Title = "distances only", Tour = [0, 1, 2, 3], Names = ["a", "b", "c", "d & e"] };
        yield return new TourFigure { Title = "all in one place", Tour = [0, 1], Coordinates = [(1, 1), (1, 1)] };
    }
}
