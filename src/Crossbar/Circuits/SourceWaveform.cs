using Hopfield.Numerics;

namespace Crossbar.Circuits;

/// <summary>A quantity over time: constant, or piecewise linear between given points and held outside them.</summary>
public sealed record SourceWaveform
{
    private SourceWaveform(double[] seconds, double[] values) => (Seconds, Values) = (seconds, values);

    /// <summary>Times of the points, s, strictly increasing; a constant has the single point 0.</summary>
    public double[] Seconds { get; }

    /// <summary>Values at the points.</summary>
    public double[] Values { get; }

    /// <summary>True for a constant.</summary>
    public bool IsConstant => Values.Length == 1;

    /// <summary>A constant.</summary>
    public static SourceWaveform Constant(double value) => new([0], [Check.Finite(value, nameof(value))]);

    /// <summary>Straight lines through the points.</summary>
    /// <exception cref="ArgumentException">Lengths differ, no points, times not strictly increasing, or a number not finite.</exception>
    public static SourceWaveform PiecewiseLinear(double[] seconds, double[] values)
    {
        Check.AtLeast(seconds.Length, 1, "number of points");
        Check.Length(values.Length, seconds.Length, nameof(values));
        for (int i = 0; i < seconds.Length; i++)
        {
            Check.Finite(seconds[i], nameof(seconds), "s");
            Check.Finite(values[i], nameof(values));
            if (i > 0 && seconds[i] <= seconds[i - 1])
                throw new ArgumentException($"Times must increase: point {i} is at {seconds[i]} s after {seconds[i - 1]} s.",
                    nameof(seconds));
        }
        return new(seconds, values);
    }

    /// <summary>Rate of change of the piece that ends at, or contains, a time; per second.</summary>
    public double SlopeAt(double seconds)
    {
        if (IsConstant || seconds <= Seconds[0] || seconds > Seconds[^1]) return 0;
        int at = Array.BinarySearch(Seconds, seconds);
        int right = at >= 0 ? at : ~at;
        return (Values[right] - Values[right - 1]) / (Seconds[right] - Seconds[right - 1]);
    }

    /// <summary>Value at a time.</summary>
    public double At(double seconds)
    {
        if (IsConstant || seconds <= Seconds[0]) return Values[0];
        if (seconds >= Seconds[^1]) return Values[^1];
        int at = Array.BinarySearch(Seconds, seconds);
        if (at >= 0) return Values[at];
        int right = ~at;
        double weight = (seconds - Seconds[right - 1]) / (Seconds[right] - Seconds[right - 1]);
        return Values[right - 1] + weight * (Values[right] - Values[right - 1]);
    }
}
