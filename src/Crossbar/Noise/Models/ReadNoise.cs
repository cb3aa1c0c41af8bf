using Hopfield.Numerics;

namespace Crossbar.Noise.Models;

/// <summary>Cycle-to-cycle read noise: at every read each cell's conductance is off by a fresh normal deviate of relative deviation σ and
/// stays there until the next read. Density of such a staircase: S_I = 2σ²I²T (sin(πfT)/πfT)², T the time of a read.</summary>
public sealed record ReadNoise : INoiseModel
{
    public string Name => "read";
    public string Summary => "cycle-to-cycle read noise: a fresh relative error of every cell at every read";
    public string Source => "IBM aihwkit, ReRAM after Wan et al. 2022, Nature 608:504: short-term read noise of about 1 %";
    public string NotModelled => "Its cause; part of it is 1/f and telegraph noise, so that giving all three counts that part twice.";
    public NoisePlace Place => NoisePlace.Cell;

    /// <summary>σ of the conductance over the conductance, a pure number. Default 0.01 (aihwkit). Range: ≥ 0.</summary>
    public double RelativeSigma { get; init => field = Check.NotNegative(value, nameof(RelativeSigma)); } = 0.01;

    /// <summary>Time between reads, s. Default 2 ns (Cai et al. 2020, table 1: one clock). Range: &gt; 0.</summary>
    public double ReadSeconds { get; init => field = Check.Positive(value, nameof(ReadSeconds), "s"); } = 2e-9;

    public double Density(in NoisePoint at, double hertz)
    {
        double x = Math.PI * hertz * ReadSeconds, sinc = x == 0 ? 1 : Math.Sin(x) / x;
        return 2 * Variance(at) * ReadSeconds * sinc * sinc;
    }

    public double SampledDensity(in NoisePoint at, double hertz, double stepSeconds)
    {
        int steps = StepsPerRead(stepSeconds);
        double x = Math.PI * hertz * stepSeconds, kernel = Math.Sin(x) == 0 ? 1 : Math.Sin(steps * x) / (steps * Math.Sin(x));
        return 2 * Variance(at) * steps * stepSeconds * kernel * kernel;
    }

    /// <inheritdoc/>
    /// <remarks>A read sees all of it, whatever its bandwidth.</remarks>
    public double BandVariance(in NoisePoint at, double hertz) => Variance(at);

    public IVoltageResponse Response(double kelvin) => new ProportionalResponse();
    public INoiseProcess Begin(NoiseSites sites) => new Process(sites, this);

    private double Variance(in NoisePoint at) => RelativeSigma * RelativeSigma * at.Amperes * at.Amperes;

    /// <summary>A read lasts a whole number of steps, at least one.</summary>
    private int StepsPerRead(double stepSeconds) => (int)Math.Max(1, Math.Round(ReadSeconds / stepSeconds));

    private sealed class Process(NoiseSites sites, ReadNoise model) : INoiseProcess
    {
        private readonly int _steps = model.StepsPerRead(sites.StepSeconds);
        private readonly double[] _siemens = [.. sites.Siemens.Select(g => g * model.RelativeSigma)];
        private readonly double[] _numbers = new double[sites.Count];
        private readonly SiteGaussians _gaussians = new(sites, model.Name);
        private int _step;

        public void AddNext(Span<double> samples)
        {
            if (_step++ % _steps == 0) _gaussians.Next(_numbers);
            for (int c = 0; c < samples.Length; c++) samples[c] += _numbers[c] * _siemens[c];
        }
    }
}
