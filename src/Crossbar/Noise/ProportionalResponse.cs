using System.Numerics.Tensors;

namespace Crossbar.Noise;

/// <summary>r = V: a conductance that fluctuates, y = δG in S. Flicker, telegraph and read noise.</summary>
public sealed record ProportionalResponse : IVoltageResponse
{
    public double At(double volts) => volts;
    public double Slope(double volts) => 1;

    public void AddAmperes(ReadOnlySpan<double> samples, ReadOnlySpan<double> volts, Span<double> amperes) =>
        TensorPrimitives.MultiplyAdd(samples, volts, amperes, amperes);

    public string SpiceText(string volts) => volts;
}
