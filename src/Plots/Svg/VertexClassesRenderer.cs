namespace Plots.Svg;

/// <summary>Draws nodes in the colours of their classes, class by class round a circle.</summary>
internal static class VertexClassesRenderer
{
    private const double Side = 480, Top = 58, Margin = 26;

    internal static string Draw(VertexClassesFigure figure)
    {
        int nodes = figure.Classes.Count;
        GraphCutRenderer.CheckEdges(figure.Edges, nodes);
        int[] order = [.. Enumerable.Range(0, nodes).OrderBy(i => figure.Classes[i] < 0 ? int.MaxValue : figure.Classes[i])];
        var places = PlaneLayout.Fit(PlaneLayout.Circle(order), Margin, Top + Margin, Side - 2 * Margin, Side - 2 * Margin);
        var drawn = GraphCutRenderer.Sample(figure.Edges);
        var canvas = new SvgCanvas(Side, Top + Side, figure.Title);
        string sample = drawn.Count < figure.Edges.Count ? $" ({drawn.Count} of {figure.Edges.Count} edges drawn)" : "";
        canvas.Text(Side / 2, 42, figure.Note + sample, anchor: Anchor.Middle, fill: Palette.Muted);
        double opacity = Math.Clamp(120.0 / Math.Max(1, drawn.Count), 0.15, 0.9), width = drawn.Count > 400 ? 0.7 : 1.3;
        bool Marked((int From, int To) edge) => figure.Marks(figure.Classes[edge.From], figure.Classes[edge.To]);
        canvas.Path(GraphCutRenderer.Lines(drawn.Where(edge => !Marked(edge)), places), new(Palette.Frame, width, null, opacity));
        canvas.Path(GraphCutRenderer.Lines(drawn.Where(Marked), places), new(Palette.Accent, 1.6 * width, null, Math.Max(opacity, 0.7)));
        double radius = Math.Clamp(Math.PI * (Side / 2 - Margin) / Math.Max(nodes, 1) * 0.8, 2, 11);
        for (int i = 0; i < nodes; i++)
        {
            bool pale = figure.Classes[i] < 0;
            canvas.Circle(places[i].X, places[i].Y, radius, pale ? Palette.Grid : Palette.Line(figure.Classes[i]),
                new(pale ? Palette.Frame : Palette.Paper, 1));
            if (radius >= 9) canvas.Text(places[i].X, places[i].Y + 3.6, $"{figure.FirstNumber + i}", 10, Anchor.Middle, pale ? Palette.Ink
                : Palette.Paper, bold: true);
        }
        return canvas.Finish();
    }
}
