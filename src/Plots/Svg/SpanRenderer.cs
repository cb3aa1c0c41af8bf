namespace Plots.Svg;

/// <summary>Draws horizontal bars of spans.</summary>
internal static class SpanRenderer
{
    private const double Width = 760, Bar = 20, Pitch = 32, Title = 36, LegendRow = 18, Right = 30;

    internal static string Draw(SpanFigure figure)
    {
        string[] names = [.. figure.Bars.SelectMany(bar => bar.Spans).Select(span => span.Name).Distinct()];
        double[] ends = [.. figure.Bars.SelectMany(bar => bar.Spans).SelectMany(span => (double[])[span.From, span.To]),
            .. figure.Reference is { } r ? [r.Value] : (double[])[]];
        double low, high;
        if (figure.X.IsLogarithmic)
        {
            double[] positive = [.. ends.Where(end => end > 0 && double.IsFinite(end))];
            (low, high) = positive.Length == 0 ? (1, 10) : (positive.Min() / 2, positive.Max() * 2);
        }
        else (low, high) = (0, Math.Max(1e-300, 1.05 * ends.Where(double.IsFinite).DefaultIfEmpty(1).Max()));
        var range = new AxisRange(low, high, figure.X.IsLogarithmic);
        var marks = new AxisMarks(figure.X, range, 7);
        double left = 24 + figure.Bars.Select(bar => bar.Label).LongestText() * 6.6;
        int columns = Math.Max(1, (int)((Width - left - Right) / (30 + names.LongestText() * 6.4)));
        bool hasLegend = names.Length > 1;
        double top = Title + (hasLegend ? LegendRow * Math.Ceiling((double)names.Length / columns) : 0) + 8
            + (figure.Reference is null ? 0 : 14);
        double bottom = top + Pitch * figure.Bars.Count;
        var area = new PlotArea(range, new(0, 1, false), left, top, Width - Right, bottom);
        var canvas = new SvgCanvas(Width, bottom + 50, figure.Title);
        for (int k = 0; k < names.Length && hasLegend; k++)
        {
            double x = left + k % columns * ((Width - left - Right) / columns), y = Title + LegendRow * (k / columns);
            canvas.Rectangle(x, y, 12, 10, Palette.Line(k));
            canvas.Text(x + 17, y + 9, names[k]);
        }
        for (int k = 0; k < marks.Positions.Length; k++)
        {
            double x = area.X(marks.Positions[k]);
            canvas.Line(x, top, x, bottom, new(Palette.Grid));
            canvas.Text(x, bottom + 17, marks.Labels[k], anchor: Anchor.Middle);
        }
        canvas.Text((left + Width - Right) / 2, bottom + 38, marks.Title, size: 13, anchor: Anchor.Middle);
        for (int b = 0; b < figure.Bars.Count; b++)
        {
            double y = top + Pitch * b + (Pitch - Bar) / 2;
            canvas.Text(left - 8, y + Bar / 2 + 4, figure.Bars[b].Label, anchor: Anchor.End);
            foreach (var span in figure.Bars[b].Spans)
            {
                double from = area.X(Math.Clamp(Math.Min(span.From, span.To), low, high)),
                    to = area.X(Math.Clamp(Math.Max(span.From, span.To), low, high));
                if (to > from) canvas.Rectangle(from, y, to - from, Bar, Palette.Line(Array.IndexOf(names, span.Name)),
                    new(Palette.Paper, 0.5));
            }
        }
        if (figure.Reference is { } reference)
        {
            double x = area.X(reference.Value);
            canvas.Line(x, top, x, bottom, new(Palette.Ink, 1.4, "6 4"));
            canvas.Text(x, top - 5, reference.Label, anchor: Anchor.Middle, fill: Palette.Muted);
        }
        canvas.Rectangle(left, top, Width - Right - left, bottom - top, "none", new(Palette.Frame));
        return canvas.Finish();
    }
}
