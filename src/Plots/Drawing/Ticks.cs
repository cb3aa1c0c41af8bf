namespace Plots.Drawing;

/// <summary>Where an axis carries marks: at 1, 2 or 5 times a power of ten.</summary>
internal static class Ticks
{
    /// <summary>Round positions inside [low, high], at most <paramref name="atMost"/> of them, and at least two where the range has a
    /// width.</summary>
    internal static double[] Linear(double low, double high, int atMost)
    {
        double step = Step((high - low) / Math.Max(atMost - 1, 1));
        double first = Math.Ceiling(low / step - 1e-9), last = Math.Floor(high / step + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
    }

    /// <summary>Powers of ten inside [low, high]; thinned when many, with their 2- and 5-fold when fewer than three; in an interval that
    /// holds no two of these, round positions as on a linear axis.</summary>
    internal static double[] Logarithmic(double low, double high, int atMost)
    {
        int first = (int)Math.Floor(Math.Log10(low) + 1e-9), last = (int)Math.Ceiling(Math.Log10(high) - 1e-9);
        int stride = Math.Max(1, (int)Math.Ceiling((last - first + 1.0) / atMost));
        double[] multiples = last - first < 3 ? [1, 2, 5] : [1];
        double[] marks = [.. from power in Enumerable.Range(first, last - first + 1)
                             where (power - first) % stride == 0
                             from multiple in multiples
                             let value = multiple * Math.Pow(10, power)
                             where value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)
                             select value];
        return marks.Length > 1 ? marks : Linear(low, high, atMost);
    }

    /// <summary>The smallest of 1, 2, 5 times a power of ten that is not below <paramref name="atLeast"/>.</summary>
    internal static double Step(double atLeast)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        double lead = atLeast / power;
        return power * (lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10);
    }
}
