using OxyPlot;
using Plots.Drawing;

namespace Plots.Renderers;

/// <summary>Draws a cut.</summary>
internal static class GraphCutRenderer
{
    private const double Side = 480, Margin = 26;
    private const int MostCircles = 2000, MostDots = 8000;

    internal static Sheet Draw(GraphCutFigure figure)
    {
        int nodes = figure.Sides.Count;
        if (figure.Coordinates is { } given && given.Count != nodes)
            throw new InvalidOperationException($"{nodes} nodes cannot have {given.Count} coordinates.");
        GraphEdges.Check(figure.Edges, nodes);
        int stride = GraphEdges.Stride(figure.Edges.Count);
        int cut = figure.Edges.Count(edge => figure.Sides[edge.From] != figure.Sides[edge.To]);
        string sample = stride > 1 ? $", 1 in {stride} drawn" : "";
        var heading = new Heading(figure.Title, $"{nodes} nodes, {cut} of {figure.Edges.Count} edges cut{sample}", Side);
        var places = PlaneLayout.Fit(figure.Coordinates ?? PlaneLayout.Circle(BySide(figure.Sides)), Margin, heading.Height + Margin,
            Side - 2 * Margin, Side - 2 * Margin);
        return new(Side, heading.Height + Side, figure.Title, surface =>
        {
            heading.Draw(surface);
            var drawn = GraphEdges.Sample(figure.Edges);
            var (strength, width) = GraphEdges.Look(drawn.Count);
            surface.Lines(GraphEdges.Ends(drawn.Where(edge => figure.Sides[edge.From] == figure.Sides[edge.To]), places), Palette.Frame,
                width, strength);
            surface.Lines(GraphEdges.Ends(drawn.Where(edge => figure.Sides[edge.From] != figure.Sides[edge.To]), places), Palette.Accent,
                width, strength);
            if (nodes > MostCircles) DrawDots(surface, figure, places);
            else DrawNodes(surface, figure, places);
        });
    }

    private static void DrawNodes(IRenderContext surface, GraphCutFigure figure, (double X, double Y)[] places)
    {
        var (radius, hasNumbers) = GraphEdges.Node(places.Length, Side / 2 - Margin);
        for (int i = 0; i < places.Length; i++)
        {
            bool isFirstSide = figure.Sides[i] > 0;
            surface.Circle(places[i].X, places[i].Y, radius, isFirstSide ? Palette.SideA : Palette.SideB, Palette.Paper);
            if (hasNumbers) surface.Write(places[i].X, places[i].Y, $"{figure.FirstNumber + i}", 10, HorizontalAlignment.Center,
                ink: isFirstSide ? Palette.Paper : Palette.Ink, isBold: true);
        }
    }

    /// <summary>Thousands of nodes: one shape of dots per side, an even sample where there are too many even for that.</summary>
    private static void DrawDots(IRenderContext surface, GraphCutFigure figure, (double X, double Y)[] places)
    {
        int stride = GraphEdges.Stride(figure.Sides.Count, MostDots);
        foreach (bool isFirstSide in (bool[])[true, false])
        {
            var dots = new List<ScreenPoint>();
            for (int i = 0; i < places.Length; i += stride)
                if (figure.Sides[i] > 0 == isFirstSide)
                    dots.AddRange([new(places[i].X - 1, places[i].Y), new(places[i].X + 1, places[i].Y)]);
            surface.Lines(dots, isFirstSide ? Palette.SideA : Palette.SideB, 2.2);
        }
    }

    private static int[] BySide(IReadOnlyList<sbyte> sides) =>
        [.. Enumerable.Range(0, sides.Count).Where(i => sides[i] > 0), .. Enumerable.Range(0, sides.Count).Where(i => sides[i] <= 0)];
}
