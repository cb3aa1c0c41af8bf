using System.Text.Json.Serialization;
using Crossbar.Noise;

namespace Studies.Noise;

/// <summary>Sampled spectra of a cell's noise.</summary>
public sealed record NoisePsdRecord : StudyRecord
{
    /// <summary>Conductance of the cell, S.</summary>
    public required double Siemens { get; init; }

    /// <summary>Voltage across it, V.</summary>
    public required double Volts { get; init; }

    /// <summary>Temperature, K.</summary>
    public required double Kelvin { get; init; }

    /// <summary>Time between samples, s.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>Each noise.</summary>
    public required IReadOnlyList<NoiseComparison> Noise { get; init; }

    /// <summary>Whether all are as stated.</summary>
    [JsonIgnore]
    public bool Agrees => Noise.All(noise => noise.Agrees);
}

/// <summary>A sampled spectrum against theory.</summary>
public sealed record NoiseComparison
{
    private const double MostErrors = 4.5; // false alarm 2e-4 for thirty bands
    private const double ZeroOfSpectrum = 0.05; // of the density at 0 Hz: there the window smears in what lies beside (our choice)

    /// <summary>Name of the noise.</summary>
    public string Name => Model.Name;

    /// <summary>Unit of its density.</summary>
    public string Unit => Model.Place == NoisePlace.Cell ? "A²/Hz" : "V²/Hz";

    /// <summary>Largest deviation of a band in standard errors; bands in a zero of the spectrum hold only what the window smears
    /// there.</summary>
    public required double Worst { get; init; }

    /// <summary>Whether it is as stated.</summary>
    public bool Agrees => Worst < MostErrors;

    /// <summary>The bands.</summary>
    public required IReadOnlyList<BandComparison> Bands { get; init; }

    /// <summary>The noise.</summary>
    [JsonIgnore]
    public required INoiseModel Model { get; init; }

    internal static NoiseComparison Of(INoiseModel model, NoisePoint at, double stepSeconds, IReadOnlyList<SpectrumBand> bands)
    {
        return new()
        {
            Model = model,
            Worst = bands.Where(band => model.Name != "read" || band.Hertz.Average(Theory) > ZeroOfSpectrum * Theory(0))
                .Max(band => Math.Abs(band.Deviations(Theory))),
            Bands = [.. bands.Select(band => new BandComparison(band.MiddleHertz, band.Density, band.StandardError,
                band.Hertz.Average(Theory), band.Hertz.Average(hertz => model.Density(at, hertz))))],
        };

        double Theory(double hertz) => model.SampledDensity(at, hertz, stepSeconds);
    }
}

/// <summary>A band of a spectrum; densities in unit² per Hz.</summary>
/// <param name="Hertz">Middle of the band, Hz.</param>
/// <param name="Sampled">Density of the samples.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Theory">What the model states of its samples at this step.</param>
/// <param name="Process">What it states of the process.</param>
public sealed record BandComparison(double Hertz, double Sampled, double StandardError, double Theory, double Process);
