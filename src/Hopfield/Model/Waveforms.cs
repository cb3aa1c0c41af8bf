using Hopfield.Numerics;

namespace Hopfield.Model;

/// <summary>Sampled signals over one time axis.</summary>
public sealed class Waveforms
{
    /// <summary>Takes the time axis and one array per signal, all of equal length.</summary>
    /// <param name="seconds">Strictly increasing times, s.</param>
    /// <param name="names">Signal names (node names), in the order of <paramref name="values"/>.</param>
    /// <param name="values">[signal][sample], volts unless the owner says otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public Waveforms(double[] seconds, string[] names, double[][] values)
    {
        Check.Length(values.Length, names.Length, nameof(values));
        foreach (var value in values) Check.Length(value.Length, seconds.Length, nameof(values));
        (Seconds, Names, Values) = (seconds, names, values);
    }

    /// <summary>Time axis, s.</summary>
    public double[] Seconds { get; }

    /// <summary>Signal names.</summary>
    public string[] Names { get; }

    /// <summary>[signal][sample].</summary>
    public double[][] Values { get; }

    /// <summary>The samples of one signal.</summary>
    /// <exception cref="KeyNotFoundException">No signal has that name.</exception>
    public double[] this[string name]
    {
        get
        {
            int at = Array.IndexOf(Names, name);
            return at >= 0 ? Values[at] : throw new KeyNotFoundException($"There is no waveform '{name}'.");
        }
    }

    /// <summary>Value of signal <paramref name="signal"/> at a time, linear between samples, held outside the axis.</summary>
    public double At(int signal, double seconds)
    {
        var axis = Seconds;
        var values = Values[signal];
        int at = Array.BinarySearch(axis, seconds);
        if (at >= 0) return values[at];
        int right = ~at;
        if (right == 0) return values[0];
        if (right == axis.Length) return values[^1];
        double weight = (seconds - axis[right - 1]) / (axis[right] - axis[right - 1]);
        return values[right - 1] + weight * (values[right] - values[right - 1]);
    }
}
