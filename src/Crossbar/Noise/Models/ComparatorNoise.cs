using Hopfield.Numerics;

namespace Crossbar.Noise.Models;

/// <summary>
/// Voltage noise at the input of a clocked comparator: white up to the bandwidth of its input stage, S_V = e_n²/(1 + (f/B)²), so that
/// its variance is
/// e_n² B π/2 whatever the step of a simulation.
/// </summary>
public sealed record ComparatorNoise : INoiseModel
{
    /// <inheritdoc/>
    public string Name => "comparator";

    /// <inheritdoc/>
    public string Summary => "voltage noise at the input of a clocked comparator";

    /// <inheritdoc/>
    public string Source => "one white source behind one pole, as every data sheet states it; the figures are our choice";

    /// <inheritdoc/>
    public string NotModelled => "1/f noise of the transistors; current noise of the input; offset, which is static.";

    /// <inheritdoc/>
    public NoisePlace Place => NoisePlace.ComparatorInput;

    /// <summary>e_n, V/√Hz. Default 20 nV/√Hz (our choice: 0.8 mV over the band). Range: ≥ 0.</summary>
    public double VoltsPerRootHertz { get; init => field = Check.NotNegative(value, nameof(VoltsPerRootHertz), "V/sqrt(Hz)"); } = 2e-8;

    /// <summary>Bandwidth B of the pole, Hz. Default 1 GHz (our choice: as fast as a read). Range: &gt; 0.</summary>
    public double BandwidthHertz { get; init => field = Check.Positive(value, nameof(BandwidthHertz), "Hz"); } = 1e9;

    /// <summary>Standard deviation over all frequencies, V.</summary>
    public double SigmaVolts => VoltsPerRootHertz * Math.Sqrt(0.5 * Math.PI * BandwidthHertz);

    private double Variance => SigmaVolts * SigmaVolts;

    private double Tau => 1 / (2 * Math.PI * BandwidthHertz);

    /// <inheritdoc/>
    public double Density(in NoisePoint at, double hertz) => Variance * Lorentzian.Density(Tau, hertz);

    /// <inheritdoc/>
    public double SampledDensity(in NoisePoint at, double hertz, double stepSeconds) => Variance * Lorentzian.SampledDensity(Tau,
        hertz, stepSeconds);

    /// <inheritdoc/>
    public double BandVariance(in NoisePoint at, double hertz) => Variance * Lorentzian.BandVariance(Tau, hertz);

    /// <inheritdoc/>
    public INoiseProcess Begin(NoiseSites sites) => new InputProcess(sites, Name, SigmaVolts, Tau);
}
