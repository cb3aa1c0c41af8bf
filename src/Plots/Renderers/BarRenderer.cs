using OxyPlot.Axes;
using OxyPlot.Series;
using Plots.Drawing;
using Plots.Fonts;

namespace Plots.Renderers;

/// <summary>Draws grouped bars with their error bars.</summary>
internal static class BarRenderer
{
    private const double PlotHeight = 356, Filled = 0.8;

    internal static Sheet Draw(BarFigure figure)
    {
        int count = figure.Categories.Count;
        foreach (var group in figure.Groups)
            if (group.Values.Count != count || (group.Low?.Count ?? count) != count || (group.High?.Count ?? count) != count)
                throw new InvalidOperationException(
                    $"{count} categories need as many values and ends of error bars in group '{group.Name}'.");
        var x = new AxisRange(-0.5, Math.Max(count, 1) - 0.5, false);
        var y = Heights(figure);
        var model = PlotPage.New();
        double slot = PlotPage.TitleAcross / Math.Max(count, 1);
        bool isTilted = figure.Categories.SelectMany(name => name.Split(' ')).Widest(Pen.TextPixels) > slot - 6;
        string[] labels = [.. figure.Categories.Select(name => TextSize.Wrap(name, Pen.TextPixels, isTilted ? 160 : slot - 6))];
        var categories = model.Add(new(figure.CategoryName, [.. Enumerable.Range(0, count).Select(i => (double)i)], labels), x,
            AxisPosition.Bottom, PlotPage.TitleAcross);
        categories.MajorGridlineStyle = OxyPlot.LineStyle.None;
        if (isTilted) categories.Angle = -90;
        double labelHeight = isTilted ? labels.Widest(Pen.TextPixels) : labels.Select(text => TextSize.Height(text, Pen.TextPixels))
            .DefaultIfEmpty(0).Max();
        model.Add(AxisMarks.Of(figure.Y, y, 8), y, AxisPosition.Left, PlotHeight - 80);
        double bar = Filled / Math.Max(1, figure.Groups.Count);
        for (int g = 0; g < figure.Groups.Count; g++)
        {
            var group = figure.Groups[g];
            var bars = PlotPage.Bars(g);
            var errors = new ErrorBarSeries(Pen.Colour(Palette.Ink), y.Low);
            bars.Name(group.Name, PlotPage.Width);
            for (int i = 0; i < count; i++)
            {
                double start = i - Filled / 2 + g * bar;
                if (double.IsFinite(y.Fraction(group.Values[i])))
                    bars.Items.Add(new RectangleBarItem(start, y.IsLogarithmic ? y.Low : 0, start + 0.95 * bar, group.Values[i]));
                errors.Add(start + 0.475 * bar, group.Values[i], group.Low, group.High, i);
            }
            model.Series.Add(bars);
            model.Series.Add(errors);
        }
        if (figure.Reference is { } line && double.IsFinite(y.Fraction(line.Value)))
            model.Series.Add(PlotPage.Dashed(line.Label, new(x.Low, line.Value), new(x.High, line.Value), PlotPage.Width));
        return PlotPage.On(figure, model, PlotPage.Width, PlotHeight + labelHeight);
    }

    // Bars stand on zero, which is therefore always shown; on a logarithmic axis they stand on the frame.
    private static AxisRange Heights(BarFigure figure)
    {
        IEnumerable<double> ends = figure.Groups.SelectMany(group => (IEnumerable<double>)
            [.. group.Values, .. group.Low ?? [], .. group.High ?? []]);
        if (figure.Reference is { } line) ends = ends.Append(line.Value);
        if (figure.Y.IsLogarithmic) return AxisRange.Of(ends, true, 0.1);
        var range = AxisRange.Of(ends.Append(0), false, 0.05);
        double[] finite = [.. ends.Where(double.IsFinite)];
        double low = finite.All(end => end >= 0) ? 0 : range.Low;
        return new(low, finite.Any(end => end > 0) || low == 0 ? range.High : 0, false);
    }
}
