using Hopfield.Numerics;
using SpiceSharp.Components;
using SpiceSharp.Entities;
using SpiceSharp.ParameterSets;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>White noise as a waveform: straight lines through normal samples at k · step, sample k a pure function of key and k. A time
/// point that the simulator rejects and tries again sees the same noise; there are no break points, which would cost four points a sample
/// and change nothing.</summary>
internal sealed class CounterNoise(double sigma, double stepSeconds, RandomKey key) : ParameterSet<IWaveformDescription>,
    IWaveformDescription
{
    public IWaveform Create(IBindingContext context) => new Instance(this, context.GetState<IIntegrationMethod>());
    public new IWaveformDescription Clone() => this;

    /// <summary>The current at a time, A.</summary>
    public double At(double seconds)
    {
        double place = Math.Max(0, seconds / stepSeconds), first = Math.Floor(place);
        double a = Sample((ulong)first), b = Sample((ulong)first + 1);
        return a + (place - first) * (b - a);
    }

    private double Sample(ulong number) => sigma * key.Fold(number).Stream().NextGaussian();

    private sealed class Instance(CounterNoise noise, IIntegrationMethod method) : IWaveform
    {
        public double Value { get; private set; } = noise.At(0);
        public void Probe() => Value = noise.At(method.Time);

        public void Accept()
        {
        }
    }
}
