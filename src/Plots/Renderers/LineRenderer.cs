using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;
using Plots.Drawing;
using Plots.Fonts;

namespace Plots.Renderers;

/// <summary>Draws curves, steps, dots and error bars over one pair of axes.</summary>
internal static class LineRenderer
{
    private const double PlotHeight = 356, TitleAlong = 280;
    private const int PointBudget = 17000;

    internal static Sheet Draw(LineFigure figure)
    {
        bool hasDots = figure.Series.Any(series => series.Style == SeriesStyle.Markers || HasBars(series));
        var x = AxisRange.Of(figure.Series.SelectMany(series => series.X), figure.X.IsLogarithmic, hasDots ? 0.02 : 0);
        var y = AxisRange.Of(figure.Series.SelectMany(series =>
            (IEnumerable<double>)[.. series.Y, .. series.Low ?? [], .. series.High ?? []])
            .Concat(figure.References.Select(line => line.Value)), figure.Y.IsLogarithmic, 0.05);
        var model = PlotPage.New();
        model.Add(AxisMarks.Beside(figure.X, x, 9, PlotPage.TitleAcross), x, AxisPosition.Bottom, PlotPage.TitleAcross);
        model.Add(AxisMarks.Of(figure.Y, y, 8), y, AxisPosition.Left, TitleAlong);
        foreach (var line in figure.References.Where(line => double.IsFinite(y.Fraction(line.Value))))
            model.Annotations.Add(Reference(line));
        int buckets = Math.Clamp(PointBudget / 4 / Math.Max(1, figure.Series.Count), 8, 640);
        for (int i = 0; i < figure.Series.Count; i++)
        {
            var colour = Pen.Colour(Palette.Line(figure.Series[i].Colour ?? i));
            if (HasBars(figure.Series[i])) model.Series.Add(Bars(figure.Series[i], colour, y));
            model.Series.Add(Curve(figure.Series[i], x, y, colour, buckets, isCrowded: figure.Series.Count > 12));
        }
        return PlotPage.On(figure, model, PlotPage.Width, PlotHeight);
    }

    private static bool HasBars(LineSeries series) => series.Low is not null || series.High is not null;

    private static LineAnnotation Reference(ReferenceLine line) => new()
    {
        Type = LineAnnotationType.Horizontal,
        Y = line.Value,
        Text = TextSize.Wrap(line.Label, Pen.TextPixels, PlotPage.TitleAcross),
        Color = Pen.Colour(Palette.Muted),
        TextColor = Pen.Colour(Palette.Muted),
        LineStyle = LineStyle.Dash,
        TextVerticalAlignment = VerticalAlignment.Bottom,
        TextHorizontalAlignment = HorizontalAlignment.Left,
        TextLinePosition = 0,
        TextMargin = 4,
    };

    private static ErrorBarSeries Bars(LineSeries data, OxyColor colour, AxisRange y)
    {
        var bars = new ErrorBarSeries(colour, y.Low);
        for (int i = 0; i < data.X.Count; i++) bars.Add(data.X[i], data.Y[i], data.Low, data.High, i);
        return bars;
    }

    private static OxyPlot.Series.LineSeries Curve(LineSeries data, AxisRange x, AxisRange y, OxyColor colour, int buckets, bool isCrowded)
    {
        var curve = data.Style == SeriesStyle.Step ? new StairStepSeries() : new OxyPlot.Series.LineSeries();
        curve.Name(data.Name, PlotPage.Width);
        curve.Color = isCrowded ? OxyColor.FromAColor(190, colour) : colour;
        curve.StrokeThickness = isCrowded ? 1 : 1.7;
        if (data.Style == SeriesStyle.Markers) curve.LineStyle = LineStyle.None;
        if (data.Style == SeriesStyle.Markers || HasBars(data) || data.X.Count == 1)
        {
            curve.MarkerType = MarkerType.Circle;
            curve.MarkerSize = 2.6;
            curve.MarkerFill = colour;
        }
        double[] xs = [.. data.X.Select(x.Fraction)], ys = [.. data.Y.Select(y.Fraction)];
        foreach (int i in Decimation.Keep(xs, ys, buckets))
            curve.Points.Add(double.IsFinite(xs[i]) && double.IsFinite(ys[i]) ? new(data.X[i], data.Y[i]) : DataPoint.Undefined);
        return curve;
    }
}
