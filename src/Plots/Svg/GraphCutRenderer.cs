using System.Text;

namespace Plots.Svg;

/// <summary>Draws a cut.</summary>
internal static class GraphCutRenderer
{
    private const double Side = 480, Top = 58, Margin = 26;
    private const int MostEdges = 4000, MostCircles = 2000, MostDots = 8000;

    internal static string Draw(GraphCutFigure figure)
    {
        int nodes = figure.Sides.Count;
        if (figure.Coordinates is { } given && given.Count != nodes)
            throw new InvalidOperationException($"{nodes} nodes cannot have {given.Count} coordinates.");
        CheckEdges(figure.Edges, nodes);
        var places = PlaneLayout.Fit(figure.Coordinates ?? PlaneLayout.Circle(BySide(figure.Sides)), Margin, Top + Margin,
            Side - 2 * Margin, Side - 2 * Margin);
        int stride = Stride(figure.Edges.Count, MostEdges);
        var drawn = Sample(figure.Edges);
        int cut = figure.Edges.Count(edge => figure.Sides[edge.From] != figure.Sides[edge.To]);

        var canvas = new SvgCanvas(Side, Top + Side, figure.Title);
        string sample = stride > 1 ? $", 1 in {stride} drawn" : "";
        canvas.Text(Side / 2, 42, $"{nodes} nodes, {cut} of {figure.Edges.Count} edges cut{sample}", anchor: Anchor.Middle,
            fill: Palette.Muted);
        double opacity = Math.Clamp(120.0 / Math.Max(1, drawn.Count), 0.15, 0.9), width = drawn.Count > 400 ? 0.7 : 1.3;
        canvas.Path(Lines(drawn.Where(edge => figure.Sides[edge.From] == figure.Sides[edge.To]), places),
            new(Palette.Frame, width, null, opacity));
        canvas.Path(Lines(drawn.Where(edge => figure.Sides[edge.From] != figure.Sides[edge.To]), places),
            new(Palette.Accent, width, null, opacity));
        if (nodes > MostCircles) return WithDots(canvas, figure, places);
        double radius = Math.Clamp(Math.PI * (Side / 2 - Margin) / Math.Max(nodes, 1) * 0.8, 2, 11);
        for (int i = 0; i < nodes; i++)
        {
            canvas.Circle(places[i].X, places[i].Y, radius, figure.Sides[i] > 0 ? Palette.SideA : Palette.SideB, new(Palette.Paper, 1));
            if (radius >= 9) canvas.Text(places[i].X, places[i].Y + 3.6, $"{figure.FirstNumber + i}", 10, Anchor.Middle, figure.Sides[i] > 0
                ? Palette.Paper : Palette.Ink, bold: true);
        }
        return canvas.Finish();
    }

    private static int[] BySide(IReadOnlyList<sbyte> sides) =>
        [.. Enumerable.Range(0, sides.Count).Where(i => sides[i] > 0), .. Enumerable.Range(0, sides.Count).Where(i => sides[i] <= 0)];

    /// <summary>Refuses edges to nodes that are not there.</summary>
    internal static void CheckEdges(IReadOnlyList<(int From, int To)> edges, int nodes)
    {
        foreach (var (from, to) in edges)
            if ((uint)from >= (uint)nodes || (uint)to >= (uint)nodes)
                throw new InvalidOperationException($"Edge ({from}, {to}) names a node outside 0 … {nodes - 1}.");
    }

    /// <summary>All edges, or an even sample of as many as a figure can bear.</summary>
    internal static IReadOnlyList<(int From, int To)> Sample(IReadOnlyList<(int From, int To)> edges)
    {
        int stride = Stride(edges.Count, MostEdges);
        return stride <= 1 ? edges : [.. edges.Where((_, i) => i % stride == 0)];
    }

    /// <summary>Thousands of nodes: one path of dots per side, an even sample where there are too many even for that.</summary>
    private static string WithDots(SvgCanvas canvas, GraphCutFigure figure, (double X, double Y)[] places)
    {
        int stride = Stride(figure.Sides.Count, MostDots);
        foreach (int side in (int[])[1, -1])
        {
            var dots = new StringBuilder();
            for (int i = 0; i < places.Length; i += stride)
                if (figure.Sides[i] > 0 == side > 0) dots.Append($"M{places[i].X - 1:0.#} {places[i].Y:0.#}h2");
            canvas.Path(dots.ToString(), new(side > 0 ? Palette.SideA : Palette.SideB, 2.2));
        }
        return canvas.Finish();
    }

    private static int Stride(int count, int most) => (count + most - 1) / most;

    internal static string Lines(IEnumerable<(int From, int To)> edges, (double X, double Y)[] places)
    {
        var data = new StringBuilder();
        foreach (var (from, to) in edges)
            data.Append($"M{places[from].X:0.#} {places[from].Y:0.#}L{places[to].X:0.#} {places[to].Y:0.#}");
        return data.ToString();
    }
}
