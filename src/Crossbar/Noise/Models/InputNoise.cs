using Hopfield.Numerics;

namespace Crossbar.Noise.Models;

/// <summary>Voltage noise in series with an input: white up to the bandwidth of the input stage, S_V = e_n²/(1 + (f/B)²), so that its
/// variance is e_n² B π/2 whatever the step of a simulation. Which input, and how noisy it is when nothing is said, is for the models to
/// say.</summary>
public abstract record InputNoise : INoiseModel
{
    /// <summary>Noise of some strength.</summary>
    /// <param name="voltsPerRootHertz">Default of <see cref="VoltsPerRootHertz"/>, V/√Hz.</param>
    protected InputNoise(double voltsPerRootHertz) => VoltsPerRootHertz = voltsPerRootHertz;

    public abstract string Name { get; }
    public abstract string Summary { get; }
    public string Source => "one white source behind one pole, as every data sheet states it; the figures are our choice";
    public string NotModelled => "1/f noise of the transistors; current noise of the input; offset, which is static.";
    public abstract NoisePlace Place { get; }

    /// <summary>e_n, V/√Hz. Default: that of the model. Range: ≥ 0.</summary>
    public double VoltsPerRootHertz { get; init => field = Check.NotNegative(value, nameof(VoltsPerRootHertz), "V/sqrt(Hz)"); }

    /// <summary>Bandwidth B of the pole, Hz. Default 1 GHz (our choice: as fast as a read). Range: &gt; 0.</summary>
    public double BandwidthHertz { get; init => field = Check.Positive(value, nameof(BandwidthHertz), "Hz"); } = 1e9;

    /// <summary>Standard deviation over all frequencies, V.</summary>
    public double SigmaVolts => VoltsPerRootHertz * Math.Sqrt(0.5 * Math.PI * BandwidthHertz);

    private double Variance => SigmaVolts * SigmaVolts;

    private double Tau => 1 / (2 * Math.PI * BandwidthHertz);

    public double Density(in NoisePoint at, double hertz) => Variance * Lorentzian.Density(Tau, hertz);

    public double SampledDensity(in NoisePoint at, double hertz, double stepSeconds) => Variance * Lorentzian.SampledDensity(Tau,
        hertz, stepSeconds);

    public double BandVariance(in NoisePoint at, double hertz) => Variance * Lorentzian.BandVariance(Tau, hertz);
    public INoiseProcess Begin(NoiseSites sites) => new InputProcess(sites, Name, SigmaVolts, Tau);
}
