namespace Plots.Svg;

/// <summary>The rectangle of a plot, in pixels, and where values lie in it.</summary>
internal readonly record struct PlotArea(AxisRange XRange, AxisRange YRange, double Left, double Top, double Right, double Bottom)
{
    internal double X(double value) => Left + XRange.Fraction(value) * (Right - Left);

    internal double Y(double value) => Bottom - YRange.Fraction(value) * (Bottom - Top);
}

/// <summary>The marks of one axis with their texts.</summary>
internal sealed record AxisMarks
{
    internal AxisMarks(Axis axis, AxisRange range, int atMost)
    {
        var scale = SiScale.For(axis, range.Largest);
        Title = scale.Title;
        Positions = range.Ticks(atMost);
        double step = Positions.Length > 1 ? Positions[1] - Positions[0] : range.Largest;
        Labels = [.. Positions.Select(value => axis.IsLogarithmic ? SiScale.Quantity(value, axis.Unit) : scale.Label(value, step))];
    }

    internal string Title { get; }

    internal double[] Positions { get; }

    internal string[] Labels { get; }
}
