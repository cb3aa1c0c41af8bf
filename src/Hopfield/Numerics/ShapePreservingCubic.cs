namespace Hopfield.Numerics;

/// <summary>Piecewise cubic Hermite interpolation without overshoot, for reading a simulator's own time points at other times: third-order
/// where the signal is monotone, and a kink stays a kink. Source: Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300,
/// doi:10.1137/0905021, eq. 2.</summary>
public static class ShapePreservingCubic
{
    /// <summary>Values at increasing times; held outside the axis.</summary>
    /// <param name="seconds">Strictly increasing time axis, s; at least one point.</param>
    /// <param name="values">Values on it.</param>
    /// <param name="at">Wanted times, s.</param>
    /// <exception cref="ArgumentException">Lengths differ or the axis is empty.</exception>
    public static double[] Interpolate(ReadOnlySpan<double> seconds, ReadOnlySpan<double> values, IReadOnlyList<double> at)
    {
        Check.AtLeast(seconds.Length, 1, "number of samples");
        Check.Length(values.Length, seconds.Length, nameof(values));
        var slopes = Slopes(seconds, values);
        var result = new double[at.Count];
        for (int k = 0; k < result.Length; k++)
        {
            double t = at[k];
            int right = seconds.BinarySearch(t);
            if (right >= 0) { result[k] = values[right]; continue; }
            right = ~right;
            if (right == 0) { result[k] = values[0]; continue; }
            if (right == seconds.Length) { result[k] = values[^1]; continue; }
            int left = right - 1;
            double h = seconds[right] - seconds[left], x = (t - seconds[left]) / h, rise = values[right] - values[left];
            double c2 = 3 * rise - h * (2 * slopes[left] + slopes[right]), c3 = h * (slopes[left] + slopes[right]) - 2 * rise;
            result[k] = values[left] + x * (h * slopes[left] + x * (c2 + x * c3));
        }
        return result;
    }

    /// <summary>The slope that the interpolant has at each point: 0 at an extremum, else a weighted harmonic mean of the neighbouring
    /// rises.</summary>
    public static double[] Slopes(ReadOnlySpan<double> seconds, ReadOnlySpan<double> values)
    {
        int n = seconds.Length;
        var slopes = new double[n];
        if (n == 1) return slopes;
        for (int k = 1; k < n - 1; k++)
        {
            double before = seconds[k] - seconds[k - 1], after = seconds[k + 1] - seconds[k];
            double rising = (values[k] - values[k - 1]) / before, next = (values[k + 1] - values[k]) / after;
            if (rising * next <= 0) continue;
            double weight = (before + 2 * after) / (3 * (before + after));
            slopes[k] = rising * next / (weight * next + (1 - weight) * rising);
        }
        slopes[0] = (values[1] - values[0]) / (seconds[1] - seconds[0]);
        slopes[^1] = (values[^1] - values[^2]) / (seconds[^1] - seconds[^2]);
        return slopes;
    }
}
