using System.Xml.Linq;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using Plots.Svg;

namespace Plots.OxyPlot;

/// <summary>Draws a line figure with OxyPlot.</summary>
internal static class OxyPlotRenderer
{
    private const double Width = 760, Height = 400;

    internal static string Draw(LineFigure figure)
    {
        var model = new PlotModel
        {
            Title = figure.Title,
            TitleFontSize = 15,
            TitleFontWeight = FontWeights.Bold,
            TitleColor = Colour(Palette.Ink),
            TextColor = Colour(Palette.Ink),
            Background = OxyColors.White,
            PlotAreaBorderColor = Colour(Palette.Frame),
            DefaultFont = SvgCanvas.Fonts,
            PlotMargins = new OxyThickness(double.NaN, double.NaN, 16, double.NaN),
        };
        if (figure.Series.Any(series => series.Name is not null))
            model.Legends.Add(new Legend
            {
                LegendPlacement = LegendPlacement.Outside,
                LegendPosition = LegendPosition.TopLeft,
                LegendOrientation = LegendOrientation.Horizontal,
            });
        var x = AxisRange.Of(figure.Series.SelectMany(series => series.X), figure.X.IsLogarithmic, 0);
        var y = AxisRange.Of(figure.Series.SelectMany(series => series.Y).Concat(figure.References.Select(line => line.Value)),
            figure.Y.IsLogarithmic, 0.05);
        model.Axes.Add(MakeAxis(figure.X, x, AxisPosition.Bottom, 9));
        model.Axes.Add(MakeAxis(figure.Y, y, AxisPosition.Left, 8));
        foreach (var line in figure.References)
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Horizontal,
                Y = line.Value,
                Text = line.Label,
                Color = Colour(Palette.Muted),
                TextColor = Colour(Palette.Muted),
                LineStyle = LineStyle.Dash,
                TextVerticalAlignment = VerticalAlignment.Bottom,
                TextHorizontalAlignment = HorizontalAlignment.Left,
                TextLinePosition = 0,
            });
        int buckets = Math.Max(8, (int)Math.Min(640, LineRenderer.PointBudget / 4 / Math.Max(1, figure.Series.Count)));
        for (int i = 0; i < figure.Series.Count; i++)
            model.Series.Add(MakeSeries(figure.Series[i], x, y, Colour(Palette.Line(figure.Series[i].Colour ?? i)), buckets,
                figure.Series.Count));
        return AsPageElement(new SvgExporter { Width = Width, Height = Height, TextMeasurer = new EstimatedText() }.ExportToString(model),
            figure.Title);
    }

    // OxyPlot writes a document of fixed size without a description; a page needs an element that scales and speaks.
    private static string AsPageElement(string document, string title)
    {
        var svg = XElement.Parse(document);
        svg.SetAttributeValue("viewBox", $"0 0 {Width} {Height}");
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", title);
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static global::OxyPlot.Axes.Axis MakeAxis(Axis axis, AxisRange range, AxisPosition position, int atMost)
    {
        var marks = new AxisMarks(axis, range, atMost);
        var labels = marks.Positions.Zip(marks.Labels).ToArray();
        global::OxyPlot.Axes.Axis made = axis.IsLogarithmic ? new LogarithmicAxis() : new LinearAxis();
        made.Position = position;
        made.Title = marks.Title;
        made.AxisTitleDistance = 18; // text is measured by estimate: wide fonts need the room
        made.Minimum = range.Low;
        made.Maximum = range.High;
        if (!axis.IsLogarithmic && marks.Positions.Length > 1) made.MajorStep = marks.Positions[1] - marks.Positions[0];
        made.MajorGridlineStyle = LineStyle.Solid;
        made.MajorGridlineColor = Colour(Palette.Grid);
        made.MinorTickSize = 0;
        made.TicklineColor = Colour(Palette.Frame);
        // The texts of our own marks, so that both renderers write the same units; OxyPlot's steps are set to the same marks.
        made.LabelFormatter = value => labels.Length == 0 ? "" : Nearest(labels, value, axis);
        return made;
    }

    private static string Nearest((double Position, string Label)[] labels, double value, Axis axis)
    {
        var (position, label) = labels.MinBy(mark => Math.Abs(mark.Position - value));
        double span = labels.Length > 1 ? Math.Abs(labels[1].Position - labels[0].Position) : Math.Abs(position);
        return axis.IsLogarithmic
            ? SiScale.Quantity(value, axis.Unit)
            : Math.Abs(position - value) <= 0.01 * span ? label : "";
    }

    private static global::OxyPlot.Series.LineSeries MakeSeries(LineSeries data, AxisRange x, AxisRange y, OxyColor colour, int buckets,
        int seriesCount)
    {
        var series = data.Style == SeriesStyle.Step ? new StairStepSeries() : new global::OxyPlot.Series.LineSeries();
        bool crowded = seriesCount > 12;
        series.Title = data.Name;
        series.RenderInLegend = data.Name is not null;
        series.Color = crowded ? OxyColor.FromAColor(190, colour) : colour;
        series.StrokeThickness = crowded ? 1 : 1.7;
        if (data.Style == SeriesStyle.Markers)
        {
            series.LineStyle = LineStyle.None;
            series.MarkerType = MarkerType.Circle;
            series.MarkerSize = 2.6;
            series.MarkerFill = colour;
        }
        double[] xs = [.. data.X.Select(x.Fraction)], ys = [.. data.Y.Select(y.Fraction)];
        foreach (int i in Decimation.Keep(xs, ys, buckets))
            series.Points.Add(double.IsFinite(xs[i]) && double.IsFinite(ys[i]) ? new(data.X[i], data.Y[i]) : DataPoint.Undefined);
        return series;
    }

    private static OxyColor Colour(string hex) => OxyColor.Parse(hex);
}
