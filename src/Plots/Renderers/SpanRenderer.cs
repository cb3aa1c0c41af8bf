using OxyPlot.Axes;
using OxyPlot.Series;
using Plots.Drawing;
using Plots.Fonts;

namespace Plots.Renderers;

/// <summary>Draws horizontal bars of spans.</summary>
internal static class SpanRenderer
{
    private const double Pitch = 32, Filled = 0.62, LabelPixels = 230, Below = 62;

    internal static Sheet Draw(SpanFigure figure)
    {
        string[] names = [.. figure.Bars.SelectMany(bar => bar.Spans).Select(span => span.Name).Distinct()];
        var x = Along(figure);
        string[] labels = [.. figure.Bars.Select(bar => TextSize.Wrap(bar.Label, Pen.TextPixels, LabelPixels))];
        double pitch = Math.Max(Pitch, labels.Select(label => TextSize.Height(label, Pen.TextPixels) + 4).DefaultIfEmpty(0).Max());
        // The first bar is at the top: the axis counts downwards.
        var y = new AxisRange(0.5 - Math.Max(1, labels.Length), 0.5, false);
        double across = PlotPage.Width - labels.Widest(Pen.TextPixels) - 60;
        var model = PlotPage.New();
        model.Add(AxisMarks.Beside(figure.X, x, 7, across), x, AxisPosition.Bottom, across);
        double[] places = [.. Enumerable.Range(1 - labels.Length, labels.Length).Select(b => (double)b)];
        model.Add(new("", places, [.. labels.Reverse()]), y, AxisPosition.Left, Pitch).MajorGridlineStyle = OxyPlot.LineStyle.None;
        for (int k = 0; k < names.Length; k++)
        {
            var bars = PlotPage.Bars(k);
            bars.Name(names.Length > 1 ? names[k] : null, PlotPage.Width);
            for (int b = 0; b < figure.Bars.Count; b++)
                foreach (var span in figure.Bars[b].Spans.Where(span => span.Name == names[k] && span.From != span.To))
                {
                    double from = Math.Clamp(Math.Min(span.From, span.To), x.Low, x.High),
                        to = Math.Clamp(Math.Max(span.From, span.To), x.Low, x.High);
                    if (to > from) bars.Items.Add(new RectangleBarItem(from, -b - Filled / 2, to, -b + Filled / 2));
                }
            model.Series.Add(bars);
        }
        if (figure.Reference is { } line && double.IsFinite(x.Fraction(line.Value)))
            model.Series.Add(PlotPage.Dashed(line.Label, new(line.Value, y.Low), new(line.Value, y.High), PlotPage.Width));
        return PlotPage.On(figure, model, PlotPage.Width, pitch * Math.Max(1, labels.Length) + Below);
    }

    private static AxisRange Along(SpanFigure figure)
    {
        double[] ends = [.. figure.Bars.SelectMany(bar => bar.Spans).SelectMany(span => (double[])[span.From, span.To]),
            .. figure.Reference is { } r ? [r.Value] : (double[])[]];
        double[] finite = [.. ends.Where(end => double.IsFinite(end) && (!figure.X.IsLogarithmic || end > 0))];
        if (figure.X.IsLogarithmic) return finite.Length == 0 ? new(1, 10, true) : new(finite.Min() / 2, finite.Max() * 2, true);
        double high = finite.DefaultIfEmpty(1).Max(), low = Math.Min(0, finite.DefaultIfEmpty(0).Min());
        return new(1.05 * low, Math.Max(1e-300, 1.05 * high), false);
    }
}
