using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using Plots.Drawing;
using Plots.Fonts;

namespace Plots.Renderers;

/// <summary>What the figures that OxyPlot draws have in common: typeface, colours, title above, legend between title and plot.</summary>
internal static class PlotPage
{
    /// <summary>Width of a figure with one pair of axes, pixels.</summary>
    internal const double Width = 760;

    /// <summary>Room for the text along an axis; what is longer goes to another line.</summary>
    internal const double TitleAcross = Width - 140;

    private const double LegendGap = 24, LegendSymbol = 20, SidePixels = 16;

    /// <summary>An empty plot in the style of the house.</summary>
    internal static PlotModel New() => new()
    {
        Culture = CultureInfo.InvariantCulture,
        TextColor = Pen.Colour(Palette.Ink),
        PlotAreaBorderColor = Pen.Colour(Palette.Frame),
        DefaultFont = FigureFont.Family,
        DefaultFontSize = Pen.TextPixels,
        Padding = new(8, 0, SidePixels, 8),
    };

    /// <summary>An axis with our own marks, so that all kinds of figures write the same units.</summary>
    internal static OxyPlot.Axes.Axis Add(this PlotModel model, AxisMarks marks, AxisRange range, AxisPosition position, double titlePixels)
    {
        OxyPlot.Axes.Axis axis = range.IsLogarithmic ? new MarkedLogarithmicAxis(marks) : new MarkedLinearAxis(marks);
        axis.Position = position;
        axis.Title = TextSize.Wrap(marks.Title, Pen.TextPixels, titlePixels);
        axis.ClipTitle = false;
        axis.AxisTitleDistance = 9;
        axis.Minimum = range.Low;
        axis.Maximum = range.High;
        axis.IsPanEnabled = axis.IsZoomEnabled = false;
        axis.MajorGridlineStyle = LineStyle.Solid;
        axis.MajorGridlineColor = Pen.Colour(Palette.Grid);
        axis.MinorTickSize = 0;
        axis.TicklineColor = Pen.Colour(Palette.Frame);
        model.Axes.Add(axis);
        return axis;
    }

    /// <summary>A legend entry of a series; one that is too long goes to another line.</summary>
    internal static void Name(this OxyPlot.Series.Series series, string? name, double width)
    {
        series.Title = name is null ? null : TextSize.Wrap(name, Pen.TextPixels, width - 150);
        series.RenderInLegend = name is not null;
    }

    /// <summary>A rectangle of each group's bars.</summary>
    internal static RectangleBarSeries Bars(int colour) => new() { FillColor = Pen.Colour(Palette.Line(colour)), StrokeThickness = 0 };

    /// <summary>A dashed line from one point to another, with a legend entry.</summary>
    internal static OxyPlot.Series.LineSeries Dashed(string name, DataPoint from, DataPoint to, double width)
    {
        var line = new OxyPlot.Series.LineSeries { Color = Pen.Colour(Palette.Ink), StrokeThickness = 1.4, Dashes = [6, 4] };
        line.Points.AddRange([from, to]);
        line.Name(name, width);
        return line;
    }

    /// <summary>The plot below its title, higher by as much as the legend needs.</summary>
    internal static Sheet On(Figure figure, PlotModel model, double width, double plotHeight)
    {
        var heading = new Heading(figure.Title, "", width);
        string[] names = [.. model.Series.Where(series => series.RenderInLegend && series.Title is not null)
            .Select(series => series.Title)];
        if (names.Length > 0)
            model.Legends.Add(new Legend
            {
                LegendPlacement = LegendPlacement.Outside,
                LegendPosition = LegendPosition.TopLeft,
                LegendOrientation = LegendOrientation.Horizontal,
                AllowUseFullExtent = false,
                LegendPadding = 0,
                LegendMargin = 6,
                LegendItemSpacing = LegendGap,
            });
        double height = heading.Height + plotHeight + LegendHeight(names, width - 100);
        return new(width, height, figure.Title, surface =>
        {
            heading.Draw(surface);
            ((IPlotModel)model).Update(true);
            ((IPlotModel)model).Render(surface, new(0, heading.Height, width, height - heading.Height));
            if (model.GetLastPlotException() is { } exception)
                throw new InvalidOperationException($"'{figure.Title}' cannot be drawn: {exception.Message}", exception);
        });
    }

    private static double LegendHeight(string[] names, double width)
    {
        double free = 0, height = 0, row = 0;
        foreach (string name in names)
        {
            double needed = TextSize.Width(name, Pen.TextPixels) + LegendSymbol + LegendGap, high = TextSize.Height(name, Pen.TextPixels);
            if (needed > free)
            {
                (height, row, free) = (height + row, 0, width);
            }
            (row, free) = (Math.Max(row, high), free - needed);
        }
        return height + row;
    }
}
