using Hopfield.Numerics;

namespace Crossbar.Noise;

/// <summary>A stationary noise process with mean zero, one per cell or per amplifier input: its one-sided power spectral density, and
/// samples at any step for a batch of sites per call. Static errors (programming, variability, faults) are no part of it: they live in
/// Crossbar.Programming, with knobs of their own. A model is a sealed record of its parameters; adding one file adds it to the command line
/// and the contract tests. Theory, sources and what is added to what: docs/theory/noise.md.</summary>
public interface INoiseModel : ICatalogued
{
    /// <summary>Where the law and the default parameters come from.</summary>
    string Source { get; }

    /// <summary>What a user must not expect of the model.</summary>
    string NotModelled { get; }

    /// <summary>True for the noise that follows from the network as a whole and enters it exactly, node by node, instead of cell by cell:
    /// thermal noise.</summary>
    bool IsOfNetwork => false;

    /// <summary>Where the noise enters, which decides the unit: A through a cell or V in series with an input.</summary>
    NoisePlace Place { get; }

    /// <summary>One-sided density at a frequency, A²/Hz or V²/Hz. For cells that differ from each other: the mean over cells.</summary>
    double Density(in NoisePoint at, double hertz);

    /// <summary>One-sided density of the noise sampled at a step, as <see cref="Begin"/> gives it, A²/Hz or V²/Hz: <see cref="Density"/>
    /// with what a sampled record folds back from above half the sampling rate. Range: 0 … 1/(2 step).</summary>
    double SampledDensity(in NoisePoint at, double hertz, double stepSeconds);

    /// <summary>Variance within 0 … <paramref name="hertz"/>, A² or V²: what one read of that bandwidth sees.</summary>
    double BandVariance(in NoisePoint at, double hertz);

    /// <summary>How the samples of a cell follow its voltage; for noise of inputs, and of cells whose voltage does not matter, r =
    /// 1.</summary>
    /// <param name="kelvin">Temperature, K.</param>
    IVoltageResponse Response(double kelvin) => new ConstantResponse();

    /// <summary>Starts the process of a batch of sites in its stationary state.</summary>
    INoiseProcess Begin(NoiseSites sites);
}

/// <summary>The samples of one batch of sites, step after step.</summary>
public interface INoiseProcess
{
    /// <summary>Adds the next step's samples y to <paramref name="samples"/>. There is no voltage in them: a cell's current is y · r(V)
    /// with the model's <see cref="INoiseModel.Response"/> r wherever the noise acts; an input's voltage is y. Allocates nothing.</summary>
    /// <param name="samples">One number per site; V for inputs, for cells what makes A with r.</param>
    void AddNext(Span<double> samples);
}

/// <summary>Where a noise enters a circuit.</summary>
public enum NoisePlace
{
    /// <summary>A current source beside each cell, A.</summary>
    Cell,

    /// <summary>A voltage source in series with the input of each continuous amplifier, V.</summary>
    AmplifierInput,

    /// <summary>A voltage added to what a clocked comparator decides on, V.</summary>
    ComparatorInput,
}

/// <summary>The state of a site, on which a density depends.</summary>
/// <param name="Siemens">Conductance of the cell, S.</param>
/// <param name="Volts">Voltage across it, V.</param>
/// <param name="Kelvin">Temperature, K.</param>
public readonly record struct NoisePoint(double Siemens, double Volts, double Kelvin)
{
    /// <summary>4kTG, the density of thermal noise, A²/Hz.</summary>
    public double ThermalDensity => 4 * PhysicalConstants.BoltzmannJoulesPerKelvin * Kelvin * Siemens;

    /// <summary>Current through the cell, G·V, A.</summary>
    public double Amperes => Siemens * Volts;
}

/// <summary>A batch of sites. Site c of a batch is site FirstSite + c of the whole and has the same samples however the whole is cut into
/// batches.</summary>
public sealed record NoiseSites
{
    /// <summary>Conductance of each cell, S; for inputs, one number per input that is not read. Shape: sites.</summary>
    public required double[] Siemens
    {
        get;
        init
        {
            foreach (double siemens in value) Check.NotNegative(siemens, nameof(Siemens), "S");
            field = value;
        }
    }

    /// <summary>Time between samples, s. Range: &gt; 0.</summary>
    public required double StepSeconds { get; init => field = Check.Positive(value, nameof(StepSeconds), "s"); }

    /// <summary>Key of the run; every model folds it by its own name.</summary>
    public required RandomKey Key { get; init; }

    /// <summary>Temperature, K. Default 300 K (our choice: room temperature, as device papers use it). Range: &gt; 0.</summary>
    public double Kelvin { get; init => field = Check.Positive(value, nameof(Kelvin), "K"); } = 300;

    /// <summary>Number of the first site in the whole, a multiple of 16: random numbers come sixteen at a time.</summary>
    public int FirstSite
    {
        get;
        init => field = Check.AtLeast(value, 0, nameof(FirstSite)) % RandomGaussians.StepNumbers == 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(FirstSite), value,
                $"FirstSite must be a multiple of {RandomGaussians.StepNumbers}, not {value}.");
    }

    /// <summary>Sites in the batch.</summary>
    public int Count => Siemens.Length;
}
