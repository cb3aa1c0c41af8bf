using Plots.Fonts;

namespace Plots.Drawing;

/// <summary>The marks of one axis with their texts.</summary>
/// <param name="Title">Quantity with the unit and prefix of the texts.</param>
/// <param name="Positions">Ascending.</param>
/// <param name="Labels">As many.</param>
internal sealed record AxisMarks(string Title, double[] Positions, string[] Labels)
{
    private const double Gap = 8;

    /// <summary>Marks at round values.</summary>
    internal static AxisMarks Of(Axis axis, AxisRange range, int atMost)
    {
        var scale = SiScale.For(axis, range.Largest);
        double[] positions = range.Ticks(atMost);
        double step = positions.Length > 1 ? positions[1] - positions[0] : range.Largest;
        return new(scale.Title, positions,
            [.. positions.Select(value => axis.IsLogarithmic ? SiScale.Quantity(value, axis.Unit) : scale.Label(value, step))]);
    }

    /// <summary>As many marks as can stand beside each other along a horizontal axis.</summary>
    internal static AxisMarks Beside(Axis axis, AxisRange range, int atMost, double pixels)
    {
        for (int most = atMost; ; most--)
        {
            var marks = Of(axis, range, most);
            if (most <= 2 || marks.Fit(range, pixels)) return marks;
        }
    }

    /// <summary>Text of the mark at this position; empty where there is none.</summary>
    internal string LabelAt(double position) => Array.IndexOf(Positions, position) is >= 0 and var i ? Labels[i] : "";

    private bool Fit(AxisRange range, double pixels)
    {
        double[] middles = [.. Positions.Select(value => range.Fraction(value) * pixels)];
        double[] widths = [.. Labels.Select(label => TextSize.Width(label, Pen.TextPixels))];
        return Enumerable.Range(1, Math.Max(0, middles.Length - 1))
            .All(i => middles[i] - middles[i - 1] >= (widths[i] + widths[i - 1]) / 2 + Gap);
    }
}
