using Crossbar.Circuits;
using SpiceSharp.Components;
using SpiceSharp.Entities;
using Parts = SpiceSharp.Components;

namespace Crossbar.SpiceSharp;

/// <summary>Our waveforms as SpiceSharp's: constants as DC values, the rest as PWL, whose corners become break points.</summary>
internal static class SourceWaveforms
{
    /// <summary>The PWL of a waveform.</summary>
    public static Pwl PiecewiseLinear(SourceWaveform waveform) =>
        new() { Points = [.. waveform.Seconds.Zip(waveform.Values, (seconds, value) => new Point(seconds, value))] };

    public static IEntity Voltage(string name, string plus, string minus, SourceWaveform volts)
    {
        var source = new Parts.VoltageSource(name, plus, minus, volts.At(0));
        if (!volts.IsConstant) source.Parameters.Waveform = PiecewiseLinear(volts);
        return source;
    }

    /// <summary>A noise current of our own: see <see cref="CounterNoise"/>.</summary>
    public static IEntity Noise(WhiteNoiseCurrent noise)
    {
        var source = new Parts.CurrentSource(noise.Name, noise.From, noise.To, 0);
        source.Parameters.Waveform = new CounterNoise(noise.SigmaAmperes, noise.StepSeconds, noise.Key);
        return source;
    }

    public static IEntity Current(string name, string from, string to, SourceWaveform amperes)
    {
        var source = new Parts.CurrentSource(name, from, to, amperes.At(0));
        if (!amperes.IsConstant) source.Parameters.Waveform = PiecewiseLinear(amperes);
        return source;
    }
}
