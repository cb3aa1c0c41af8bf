namespace Crossbar.Noise.Models;

/// <summary>Voltage noise at the input of a neuron's amplifier.
/// Default e_n: 10 nV/√Hz (our choice: a CMOS amplifier of about 0.1 mS).</summary>
public sealed record AmplifierNoise() : InputNoise(1e-8)
{
    public override string Name => "amplifier";
    public override string Summary => "voltage noise at the input of a neuron's amplifier";
    public override NoisePlace Place => NoisePlace.AmplifierInput;
}
