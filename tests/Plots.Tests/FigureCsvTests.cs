namespace Plots.Tests;

public class FigureCsvTests
{
    [Fact]
    public void ToCsv_OfAnyFigure_HasAHeadingAndRowsOfItsWidth()
    {
        foreach (var figure in SampleFigures.All()) Assert.NotEmpty(CsvReader.Read(figure.ToCsv())[0]);
    }

    [Fact]
    public void ToCsv_OfCurvesOverTheSamePositions_HasAColumnForEach()
    {
        double[] t = [0, 1e-9, 1.0 / 3], u = [0.1, -2, double.NaN], v = [1, 2, 3];
        var rows = CsvReader.Read(SampleFigures.Lines(new("a, \"b\"", t, u), new(null, [.. t], v)).ToCsv());

        Assert.Equal(["time (s)", "a, \"b\" (V)", "2 (V)"], rows[0]);
        Assert.Equal(t, rows.Skip(1).Select(row => CsvReader.Number(row[0])));
        Assert.Equal(u, rows.Skip(1).Select(row => CsvReader.Number(row[1])));
        Assert.Equal(v, rows.Skip(1).Select(row => CsvReader.Number(row[2])));
    }

    [Fact]
    public void ToCsv_OfOtherCurves_HasARowPerPointAndPerReference()
    {
        var figure = SampleFigures.Lines(new("a", [1], [2]) { Low = [1.5] }, new(null, [3, 4], [5, 6])) with { References = [new(0.9, "goal")] };

        Assert.Equal([["series", "time (s)", "voltage (V)", "low", "high"], ["a", "1", "2", "1.5", ""], ["2", "3", "5", "", ""],
            ["2", "4", "6", "", ""], ["reference: goal", "", "0.9", "", ""]], CsvReader.Read(figure.ToCsv()));
    }

    [Fact]
    public void ToCsv_OfBarsAndSpansAndCounts_HoldsEveryNumber()
    {
        var bars = new BarFigure
        {
            Title = "t",
            CategoryName = "problem",
            Categories = ["p", "q"],
            Y = new("energy", "J"),
            Groups = [new("g", [1e-12, double.NaN]) { High = [2e-12, 3] }],
            Reference = new(1, "r"),
        };
        var spans = new SpanFigure { Title = "t", X = new("energy", "J"), Bars = [SpanFigure.Stacked("x", [("a", 0.1), ("b", 0.2)])] };
        var counts = new HistogramFigure { Title = "t", X = new("cut"), Groups = [new("g", [1, 2]), new("h", [2.5])], Reference = new(3, "best") };

        Assert.Equal([["problem", "group", "energy (J)", "low", "high"], ["p", "g", "1E-12", "", "2E-12"], ["q", "g", "NaN", "", "3"],
            ["reference: r", "", "1", "", ""]], CsvReader.Read(bars.ToCsv()));
        Assert.Equal([["bar", "part", "from (J)", "to (J)"], ["x", "a", "0", "0.1"], ["x", "b", "0.1", "0.30000000000000004"]],
            CsvReader.Read(spans.ToCsv()));
        Assert.Equal([["group", "cut"], ["g", "1"], ["g", "2"], ["h", "2.5"], ["reference: best", "3"]], CsvReader.Read(counts.ToCsv()));
    }

    [Fact]
    public void ToCsv_OfMapsAndPictures_HoldsEveryCell()
    {
        var map = new HeatMap { Title = "m", Rows = 2, Columns = 2, Values = [1e-6, double.NaN, 3, 4], Scale = new("G", "S"), RowName = "word line" };
        var strip = new ImageStrip { Title = "s", Images = [new("a", 1, 2, [1, -1]), new("b", 1, 1, [0.5])] };

        Assert.Equal([["word line", "column", "G (S)"], ["0", "0", "1E-06"], ["0", "1", "NaN"], ["1", "0", "3"], ["1", "1", "4"]],
            CsvReader.Read(map.ToCsv()));
        Assert.Equal([["picture", "caption", "row", "column", "value"], ["0", "a", "0", "0", "1"], ["0", "a", "0", "1", "-1"],
            ["1", "b", "0", "0", "0.5"]], CsvReader.Read(strip.ToCsv()));
    }

    [Fact]
    public void ToCsv_OfGraphsAndTours_HoldsNodesEdgesAndPlaces()
    {
        var cut = new GraphCutFigure { Title = "c", Sides = [1, -1], Edges = [(0, 1)], Coordinates = [(0.5, 1), (2, 3)], FirstNumber = 1 };
        var classes = new VertexClassesFigure { Title = "v", Classes = [2, 2], Edges = [(0, 1)], Marks = (a, b) => a == b };
        var tour = new TourFigure { Title = "t", Tour = [1, 0], Names = ["here", "there"] };

        Assert.Equal([["item", "node", "to", "side", "x", "y"], ["node", "1", "", "1", "0.5", "1"], ["node", "2", "", "-1", "2", "3"],
            ["edge", "1", "2", "", "", ""]], CsvReader.Read(cut.ToCsv()));
        Assert.Equal([["item", "node", "to", "class", "marked"], ["node", "1", "", "2", ""], ["node", "2", "", "2", ""],
            ["edge", "1", "2", "", "1"]], CsvReader.Read(classes.ToCsv()));
        Assert.Equal([["visit", "city", "x", "y"], ["1", "there", "", ""], ["2", "here", "", ""]], CsvReader.Read(tour.ToCsv()));
    }
}
