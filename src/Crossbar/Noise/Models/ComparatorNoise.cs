namespace Crossbar.Noise.Models;

/// <summary>Voltage noise at the input of a clocked comparator. Default e_n: 20 nV/√Hz (our choice: 0.8 mV over the band).</summary>
public sealed record ComparatorNoise() : InputNoise(2e-8)
{
    public override string Name => "comparator";
    public override string Summary => "voltage noise at the input of a clocked comparator";
    public override NoisePlace Place => NoisePlace.ComparatorInput;
}
