namespace Plots.Drawing;

/// <summary>Bins of equal, round width, centred on multiples of that width, so that whole numbers fall into the middle of their own
/// bin.</summary>
/// <param name="First">Number of the first bin; bin k holds [(k − ½) · width, (k + ½) · width).</param>
/// <param name="Count">How many bins there are.</param>
/// <param name="Width">Width of each.</param>
internal readonly record struct HistogramBins(long First, int Count, double Width)
{
    /// <summary>Bins that hold all finite values and the value to compare with; whole numbers get bins of a whole width.</summary>
    internal static HistogramBins Over(IEnumerable<double> values, int atMost)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0) return new(0, 1, 1);
        double low = finite.Min(), high = finite.Max(), span = high - low;
        bool whole = finite.All(value => value == Math.Round(value));
        bool several = span > 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high));
        double width = several ? Ticks.Step(span / atMost) : whole ? 1 : Ticks.Step(Math.Abs(low) / atMost);
        if (whole) width = Math.Max(width, 1);
        if (!(width > 0)) width = 1;
        long first = Number(low, width), last = Number(high, width);
        return new(first, (int)(last - first) + 1, width);
    }

    /// <summary>Left edge of the first bin.</summary>
    internal double Low => (First - 0.5) * Width;

    /// <summary>Right edge of the last bin.</summary>
    internal double High => (First + Count - 0.5) * Width;

    /// <summary>Values per bin.</summary>
    internal int[] CountOf(IReadOnlyList<double> values)
    {
        var counts = new int[Count];
        foreach (double value in values)
            if (double.IsFinite(value)) counts[Number(value, Width) - First]++;
        return counts;
    }

    private static long Number(double value, double width) => (long)Math.Floor(value / width + 0.5);
}
