namespace Plots.Drawing;

/// <summary>The interval that an axis shows.</summary>
internal readonly record struct AxisRange(double Low, double High, bool IsLogarithmic)
{
    /// <summary>Largest magnitude in the interval.</summary>
    internal double Largest => Math.Max(Math.Abs(Low), Math.Abs(High));

    /// <summary>From 0 at the low end to 1 at the high end; NaN for what the axis cannot show.</summary>
    internal double Fraction(double value) => IsLogarithmic
        ? value > 0 ? (Math.Log10(value) - Math.Log10(Low)) / (Math.Log10(High) - Math.Log10(Low)) : double.NaN
        : (value - Low) / (High - Low);

    internal double[] Ticks(int atMost) => IsLogarithmic ? Drawing.Ticks.Logarithmic(Low, High, atMost)
        : Drawing.Ticks.Linear(Low, High, atMost);

    /// <summary>The interval that holds all showable values, widened by <paramref name="margin"/> of its width at both ends.</summary>
    internal static AxisRange Of(IEnumerable<double> values, bool isLogarithmic, double margin)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
            if (double.IsFinite(value) && (!isLogarithmic || value > 0))
            {
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }
        if (low > high) return isLogarithmic ? new(1, 10, true) : new(0, 1, false);
        if (isLogarithmic)
        {
            double ratio = high > low * (1 + 1e-9) ? Math.Pow(high / low, margin) : 2;
            return new(low / ratio, high * ratio, true);
        }
        double width = high - low;
        double pad = width > 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high)) ? margin * width : Math.Max(Math.Abs(low) * 0.1, 1e-12);
        if (low == 0 && high == 0) pad = 1;
        return new(low - pad, high + pad, false);
    }
}
