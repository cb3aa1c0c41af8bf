using System.Numerics;
using Crossbar.Devices;
using Crossbar.Noise;
using Crossbar.Programming;
using Hopfield.Numerics;

namespace Studies.Noise;

/// <summary>Noise of a cell, sampled, and its spectrum held against what the models state.</summary>
public sealed record NoisePsdStudy : Study<NoisePsdRecord>
{
    /// <summary>Independent cells that are sampled. Our choice.</summary>
    public const int Cells = 256;

    /// <summary>Records of each cell. Our choice.</summary>
    public const int SegmentsPerCell = 4;

    private const int BandsPerDecade = 12, FewestSamples = 256, MostSamples = 1 << 20;
    private const double UsualSiemens = 20e-6, LeastVolts = 1e-6;

    public override string Name => "noise psd";
    public override string Summary => "the sampled spectrum of a cell's noise against theory";

    /// <summary>Device of the cell: in the state that has <see cref="Siemens"/>, else fresh; null for a cell of that conductance.</summary>
    public IDeviceModel? Device { get; init; }

    /// <summary>Conductance of the cell, S; null for 20 µS (our choice), or that of a fresh device. Range: &gt; 0.</summary>
    public double? Siemens { get; init => field = value is { } siemens ? Check.Positive(siemens, nameof(Siemens), "S") : null; }

    /// <summary>Voltage across the cell, V. Default 0.2 V (Cai et al. 2020).</summary>
    public double Volts { get; init => field = Check.Finite(value, nameof(Volts), "V"); } = 0.2;

    /// <summary>Temperature, K. Default 300 K (our choice). Range: &gt; 0.</summary>
    public double Kelvin { get; init => field = Check.Positive(value, nameof(Kelvin), "K"); } = 300;

    /// <summary>The noise.</summary>
    public required IReadOnlyList<INoiseModel> Noise { get; init; }

    /// <summary>Time between samples, s. Default 1 ns (our choice). Range: &gt; 0.</summary>
    public double StepSeconds { get; init => field = Check.Positive(value, nameof(StepSeconds), "s"); } = 1e-9;

    /// <summary>Samples in a record N: the spectrum reaches from 8/(N step) to 1/(2 step). Default 8192. Range: a power of two from 256
    /// to 2²⁰.</summary>
    public int Samples
    {
        get;
        init => field = value is >= FewestSamples and <= MostSamples && BitOperations.IsPow2(value) ? value
            : throw new ArgumentException($"{nameof(Samples)} must be a power of two from {FewestSamples} to {MostSamples}, not {value}");
    } = 8192;

    /// <summary>Seed of the samples.</summary>
    public ulong Seed { get; init; } = 1;

    public override NoisePsdRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var at = Point();
        var sites = new NoiseSites
        {
            Siemens = [.. Enumerable.Repeat(at.Siemens, Cells)],
            StepSeconds = StepSeconds,
            Kelvin = Kelvin,
            Key = RandomKey.FromSeed(Seed).Fold("psd"),
        };
        var spectra = new List<NoiseComparison>();
        progress?.Begin("noise", Noise.Count);
        foreach (var model in Noise)
        {
            var bands = NoiseSpectrum.Estimate(model, at, sites, Samples, SegmentsPerCell, BandsPerDecade, cancellation);
            spectra.Add(NoiseComparison.Of(model, at, StepSeconds, bands));
            progress?.Finished();
        }
        return new()
        {
            Options = this,
            Siemens = at.Siemens,
            Volts = Volts,
            Kelvin = Kelvin,
            StepSeconds = StepSeconds,
            Noise = spectra,
        };
    }

    private NoisePoint Point()
    {
        if (Device is not { } device) return new(Siemens ?? UsualSiemens, Volts, Kelvin);
        double magnitude = Check.InRange(Math.Abs(Volts), LeastVolts, device.LargestVolts, $"Volts of device {device.Name}", "V");
        double[] states = Siemens is { } target ? ConductanceRange.StatesFor(device, target, magnitude) : device.FreshStates();
        return new(ConductanceRange.At(device, magnitude, states), Volts, Kelvin);
    }
}
