namespace Hopfield.Numerics;

/// <summary>Integral of samples by straight lines between them: energy from power.</summary>
public static class TrapezoidRule
{
    /// <summary>∫ values dt from the first sample to each one.</summary>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double[] Cumulate(ReadOnlySpan<double> seconds, ReadOnlySpan<double> values)
    {
        Check.Length(values.Length, seconds.Length, nameof(values));
        var sums = new double[values.Length];
        for (int k = 1; k < values.Length; k++) sums[k] = sums[k - 1] + 0.5 * (values[k] + values[k - 1]) * (seconds[k] - seconds[k - 1]);
        return sums;
    }
}
