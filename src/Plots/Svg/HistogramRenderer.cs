namespace Plots.Svg;

/// <summary>Draws a histogram.</summary>
internal static class HistogramRenderer
{
    private const double Width = 420, PlotHeight = 280, TitleBottom = 34, LegendRow = 18, Right = 22;

    internal static string Draw(HistogramFigure figure)
    {
        var values = figure.Groups.SelectMany(group => group.Values);
        var bins = HistogramBins.Over(figure.Reference is { } wanted ? values.Append(wanted.Value) : values, figure.AtMostBins);
        int[][] counts = [.. figure.Groups.Select(group => bins.CountOf(group.Values))];
        double most = Math.Max(1, counts.SelectMany(group => group).DefaultIfEmpty(0).Max());
        // Half a bin of air at both ends; a lone bin gets more, or its bar would fill the figure.
        double air = bins.Width * Math.Max(0.5, 0.5 * (3 - bins.Count));
        var x = new AxisRange(bins.Low - air, bins.High + air, false);
        var y = new AxisRange(0, 1.08 * most, false);
        var xMarks = new AxisMarks(figure.X, x, 7);
        var yMarks = new AxisMarks(new(figure.CountName), new(0, most, false), (int)Math.Min(7, most + 1));
        double left = 40 + yMarks.Labels.LongestText() * 7;
        double top = TitleBottom + LegendRow * (figure.Reference is null ? 1 : 2) + 6, bottom = top + PlotHeight;
        var area = new PlotArea(x, y, left, top, Width - Right, bottom);

        var canvas = new SvgCanvas(Width, bottom + 50, figure.Title);
        DrawLegend(canvas, figure, left);
        DrawAxes(canvas, area, xMarks, yMarks);
        DrawBars(canvas, area, bins, counts);
        if (figure.Reference is { } reference)
            canvas.Line(area.X(reference.Value), area.Top, area.X(reference.Value), area.Bottom, new(Palette.Ink, 1.4, "6 4"));
        canvas.Rectangle(area.Left, area.Top, area.Right - area.Left, area.Bottom - area.Top, "none", new(Palette.Frame));
        return canvas.Finish();
    }

    private static void DrawBars(SvgCanvas canvas, PlotArea area, HistogramBins bins, int[][] counts)
    {
        double pitch = area.X(bins.Width) - area.X(0), bar = 0.84 * pitch / counts.Length;
        for (int group = 0; group < counts.Length; group++)
            for (int bin = 0; bin < bins.Count; bin++)
            {
                if (counts[group][bin] == 0) continue;
                double start = area.X((bins.First + bin) * bins.Width) - 0.42 * pitch + group * bar,
                    height = area.Bottom - area.Y(counts[group][bin]);
                canvas.Rectangle(start, area.Bottom - height, Math.Max(bar - 0.5, 0.5), height, Palette.Line(group));
            }
    }

    private static void DrawAxes(SvgCanvas canvas, PlotArea area, AxisMarks x, AxisMarks y)
    {
        for (int i = 0; i < y.Positions.Length; i++)
        {
            double at = area.Y(y.Positions[i]);
            canvas.Line(area.Left, at, area.Right, at, new(Palette.Grid));
            canvas.Text(area.Left - 7, at + 4, y.Labels[i], anchor: Anchor.End);
        }
        for (int i = 0; i < x.Positions.Length; i++)
        {
            double at = area.X(x.Positions[i]);
            canvas.Line(at, area.Bottom, at, area.Bottom + 4, new(Palette.Frame));
            canvas.Text(at, area.Bottom + 17, x.Labels[i], anchor: Anchor.Middle);
        }
        canvas.Text((area.Left + area.Right) / 2, area.Bottom + 38, x.Title, size: 13, anchor: Anchor.Middle);
        canvas.Text(18, (area.Top + area.Bottom) / 2, y.Title, size: 13, anchor: Anchor.Middle, upwards: true);
    }

    private static void DrawLegend(SvgCanvas canvas, HistogramFigure figure, double left)
    {
        double x = left, y = TitleBottom + 8;
        for (int i = 0; i < figure.Groups.Count; i++)
        {
            canvas.Rectangle(x, y - 6, 12, 12, Palette.Line(i));
            canvas.Text(x + 18, y + 4, figure.Groups[i].Name);
            x += 44 + figure.Groups[i].Name.Length * 6.8;
        }
        if (figure.Reference is not { } reference) return;
        canvas.Line(left, y + LegendRow, left + 24, y + LegendRow, new(Palette.Ink, 1.4, "6 4"));
        canvas.Text(left + 30, y + LegendRow + 4, reference.Label);
    }
}
