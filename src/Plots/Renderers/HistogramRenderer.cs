using OxyPlot.Axes;
using OxyPlot.Series;
using Plots.Drawing;

namespace Plots.Renderers;

/// <summary>Draws a histogram of counts, the groups side by side in each bin.</summary>
internal static class HistogramRenderer
{
    private const double Width = 420, PlotHeight = 340, Filled = 0.84;

    internal static Sheet Draw(HistogramFigure figure)
    {
        var values = figure.Groups.SelectMany(group => group.Values);
        var bins = HistogramBins.Over(figure.Reference is { } wanted ? values.Append(wanted.Value) : values, figure.AtMostBins);
        int[][] counts = [.. figure.Groups.Select(group => bins.CountOf(group.Values))];
        double most = Math.Max(1, counts.SelectMany(group => group).DefaultIfEmpty(0).Max());
        // Half a bin of air at both ends; a lone bin gets more, or its bar would fill the figure.
        double air = bins.Width * Math.Max(0.5, 0.5 * (3 - bins.Count));
        var x = new AxisRange(bins.Low - air, bins.High + air, false);
        var y = new AxisRange(0, 1.08 * most, false);
        var model = PlotPage.New();
        model.Add(AxisMarks.Beside(figure.X with { IsLogarithmic = false }, x, 7, Width - 80), x, AxisPosition.Bottom, Width - 80);
        model.Add(AxisMarks.Of(new(figure.CountName), new(0, most, false), (int)Math.Min(7, most + 1)), y, AxisPosition.Left,
            PlotHeight - 60);
        double bar = Filled * bins.Width / counts.Length;
        for (int group = 0; group < counts.Length; group++)
        {
            var bars = PlotPage.Bars(group);
            bars.Name(figure.Groups[group].Name, Width);
            for (int bin = 0; bin < bins.Count; bin++)
            {
                double start = (bins.First + bin) * bins.Width - Filled / 2 * bins.Width + group * bar;
                if (counts[group][bin] > 0) bars.Items.Add(new RectangleBarItem(start, 0, start + bar, counts[group][bin]));
            }
            model.Series.Add(bars);
        }
        if (figure.Reference is { } line)
            model.Series.Add(PlotPage.Dashed(line.Label, new(line.Value, y.Low), new(line.Value, y.High), Width));
        return PlotPage.On(figure, model, Width, PlotHeight);
    }
}
