using OxyPlot;
using Plots.Drawing;

namespace Plots.Renderers;

/// <summary>Draws nodes in the colours of their classes, class by class round a circle.</summary>
internal static class VertexClassesRenderer
{
    private const double Side = 480, Margin = 26;

    internal static Sheet Draw(VertexClassesFigure figure)
    {
        int nodes = figure.Classes.Count;
        GraphEdges.Check(figure.Edges, nodes);
        var drawn = GraphEdges.Sample(figure.Edges);
        string sample = drawn.Count < figure.Edges.Count ? $" ({drawn.Count} of {figure.Edges.Count} edges drawn)" : "";
        var heading = new Heading(figure.Title, figure.Note + sample, Side);
        int[] order = [.. Enumerable.Range(0, nodes).OrderBy(i => figure.Classes[i] < 0 ? int.MaxValue : figure.Classes[i])];
        var places = PlaneLayout.Fit(PlaneLayout.Circle(order), Margin, heading.Height + Margin, Side - 2 * Margin, Side - 2 * Margin);
        return new(Side, heading.Height + Side, figure.Title, surface =>
        {
            heading.Draw(surface);
            var (strength, width) = GraphEdges.Look(drawn.Count);
            surface.Lines(GraphEdges.Ends(drawn.Where(edge => !Marked(edge)), places), Palette.Frame, width, strength);
            surface.Lines(GraphEdges.Ends(drawn.Where(Marked), places), Palette.Accent, 1.6 * width, Math.Max(strength, 0.7));
            DrawNodes(surface, figure, places);
        });

        bool Marked((int From, int To) edge) => figure.Marks(figure.Classes[edge.From], figure.Classes[edge.To]);
    }

    private static void DrawNodes(IRenderContext surface, VertexClassesFigure figure, (double X, double Y)[] places)
    {
        var (radius, hasNumbers) = GraphEdges.Node(places.Length, Side / 2 - Margin);
        for (int i = 0; i < places.Length; i++)
        {
            bool isPale = figure.Classes[i] < 0;
            surface.Circle(places[i].X, places[i].Y, radius, isPale ? Palette.Grid : Palette.Line(figure.Classes[i]),
                isPale ? Palette.Frame : Palette.Paper);
            if (hasNumbers) surface.Write(places[i].X, places[i].Y, $"{figure.FirstNumber + i}", 10, HorizontalAlignment.Center,
                ink: isPale ? Palette.Ink : Palette.Paper, isBold: true);
        }
    }
}
