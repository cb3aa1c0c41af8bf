using System.Text;

namespace Plots.Svg;

/// <summary>Draws a line figure by ourselves, for builds without OxyPlot.</summary>
internal static class LineRenderer
{
    internal const double Width = 760, PlotHeight = 300, PointBudget = 17000;
    private const double TitleBottom = 34, Right = 22, LegendRow = 18, TextWidth = 0.56;

    internal static string Draw(LineFigure figure)
    {
        var x = AxisRange.Of(figure.Series.SelectMany(series => series.X), figure.X.IsLogarithmic, 0);
        var y = AxisRange.Of(figure.Series.SelectMany(series => series.Y).Concat(figure.References.Select(line => line.Value)),
            figure.Y.IsLogarithmic, 0.05);
        var yTicks = new AxisMarks(figure.Y, y, 8);
        var xTicks = new AxisMarks(figure.X, x, 9);
        double left = 42 + yTicks.Labels.LongestText() * 12 * TextWidth;
        var legend = LegendRows(figure, Width - left - Right);
        double top = TitleBottom + LegendRow * legend.Count + 4, bottom = top + PlotHeight;
        var area = new PlotArea(x, y, left, top, Width - Right, bottom);

        var canvas = new SvgCanvas(Width, bottom + 50, figure.Title);
        DrawLegend(canvas, legend, left);
        DrawAxes(canvas, area, xTicks, yTicks);
        foreach (var line in figure.References.Where(line => double.IsFinite(area.Y(line.Value))))
        {
            canvas.Line(left, area.Y(line.Value), area.Right, area.Y(line.Value), new(Palette.Muted, 1.2, "6 4"));
            canvas.Text(left + 6, area.Y(line.Value) - 5, line.Label, size: 11, fill: Palette.Muted);
        }
        int buckets = Math.Max(8, (int)Math.Min(area.Right - left, PointBudget / 4 / Math.Max(1, figure.Series.Count)));
        for (int i = 0; i < figure.Series.Count; i++)
            DrawSeries(canvas, area, figure.Series[i], Palette.Line(figure.Series[i].Colour ?? i), buckets, figure.Series.Count);
        return canvas.Finish();
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
            canvas.Line(at, area.Top, at, area.Bottom, new(Palette.Grid));
            canvas.Text(at, area.Bottom + 17, x.Labels[i], anchor: Anchor.Middle);
        }
        canvas.Rectangle(area.Left, area.Top, area.Right - area.Left, area.Bottom - area.Top, "none", new(Palette.Frame));
        canvas.Text((area.Left + area.Right) / 2, area.Bottom + 38, x.Title, size: 13, anchor: Anchor.Middle);
        canvas.Text(18, (area.Top + area.Bottom) / 2, y.Title, size: 13, anchor: Anchor.Middle, upwards: true);
    }

    private static void DrawSeries(SvgCanvas canvas, PlotArea area, LineSeries series, string colour, int buckets, int seriesCount)
    {
        var xs = series.X.Select(area.X).ToArray();
        var ys = series.Y.Select(area.Y).ToArray();
        var kept = Decimation.Keep(xs, ys, buckets);
        if (series.Style == SeriesStyle.Markers)
        {
            foreach (int i in kept)
                if (double.IsFinite(xs[i]) && double.IsFinite(ys[i])) canvas.Circle(xs[i], ys[i], 2.6, colour);
            return;
        }
        bool crowded = seriesCount > 12;
        canvas.Path(PathData(xs, ys, kept, series.Style == SeriesStyle.Step), new(colour, crowded ? 1 : 1.7, Opacity: crowded ? 0.75 : 1));
    }

    private static string PathData(double[] xs, double[] ys, int[] kept, bool step)
    {
        var data = new StringBuilder();
        string lastY = "";
        bool down = false;
        foreach (int i in kept)
        {
            if (!double.IsFinite(xs[i]) || !double.IsFinite(ys[i]))
            {
                down = false;
                continue;
            }
            string x = Math.Round(xs[i], 1).ToString("0.#"), y = Math.Round(ys[i], 1).ToString("0.#");
            if (!down) data.Append('M').Append(x).Append(' ').Append(y);
            else if (step && y != lastY) data.Append('H').Append(x).Append('V').Append(y);
            else if (y == lastY) data.Append('H').Append(x);
            else data.Append('L').Append(x).Append(' ').Append(y);
            (down, lastY) = (true, y);
        }
        return data.ToString();
    }

    private static List<List<(string Name, string Colour, SeriesStyle Style)>> LegendRows(LineFigure figure, double width)
    {
        var entries = figure.Series.Select((series, i) => (series.Name, Colour: Palette.Line(series.Colour ?? i), series.Style))
            .Where(entry => entry.Name is not null).ToList();
        var rows = new List<List<(string, string, SeriesStyle)>>();
        double free = 0;
        foreach (var (name, colour, style) in entries)
        {
            double needed = EntryWidth(name!);
            if (rows.Count == 0 || needed > free)
            {
                rows.Add([]);
                free = width;
            }
            rows[^1].Add((name!, colour, style));
            free -= needed;
        }
        return rows;
    }

    private static double EntryWidth(string name) => 44 + name.Length * 12 * TextWidth;

    // Above the plot, never inside it: a legend must not cover data.
    private static void DrawLegend(SvgCanvas canvas, List<List<(string Name, string Colour, SeriesStyle Style)>> rows, double left)
    {
        double y = TitleBottom + 8;
        foreach (var row in rows)
        {
            double x = left;
            foreach (var (name, colour, style) in row)
            {
                if (style == SeriesStyle.Markers) canvas.Circle(x + 12, y, 3.2, colour);
                else canvas.Line(x, y, x + 24, y, new(colour, 2.4));
                canvas.Text(x + 30, y + 4, name);
                x += EntryWidth(name);
            }
            y += LegendRow;
        }
    }
}
