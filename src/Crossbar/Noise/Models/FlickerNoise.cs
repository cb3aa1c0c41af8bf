using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hopfield.Numerics;

namespace Crossbar.Noise.Models;

/// <summary>1/f noise of a conductance, S_I = K(G) I²/f between two corners: K = α_H/N in Hooge's words. Below the lower corner it is flat,
/// above the upper one it falls as 1/f², so that its variance is finite. Made as a sum of Lorentzians, two to a decade, whose density
/// departs from 1/f by 0.1 % well inside the corners; at a corner it is half of it.</summary>
public sealed record FlickerNoise : INoiseModel
{
    private const double PerDecade = 2;

    public string Name => "flicker";
    public string Summary => "1/f noise of the cells between two corner frequencies: K(G) I^2/f";

    public string Source => "Hooge 1969, Phys. Lett. A 29:139 (the form); Joshi et al. 2020, Nat. Commun. 11:2473, as in IBM's aihwkit: "
        + "K = min(0.2, 0.0088 (25 uS/G)^0.65)^2, measured on phase-change cells";

    public string NotModelled => "Exponents other than 1; the difference between cells of one conductance; a dependence of K on voltage.";
    public NoisePlace Place => NoisePlace.Cell;

    /// <summary>√K at the reference conductance, a pure number. Default 0.0088 (Joshi et al. 2020). Range: ≥ 0.</summary>
    public double ReferenceAmplitude { get; init => field = Check.NotNegative(value, nameof(ReferenceAmplitude)); } = 0.0088;

    /// <summary>Reference conductance, S. Default 25 µS (Joshi et al. 2020). Range: &gt; 0.</summary>
    public double ReferenceSiemens { get; init => field = Check.Positive(value, nameof(ReferenceSiemens), "S"); } = 25e-6;

    /// <summary>√K grows as G to the minus this power, a pure number. Default 0.65 (Joshi et al. 2020). Range: ≥ 0.</summary>
    public double Exponent { get; init => field = Check.NotNegative(value, nameof(Exponent)); } = 0.65;

    /// <summary>Largest √K, a pure number. Default 0.2 (aihwkit). Range: &gt; 0.</summary>
    public double LargestAmplitude { get; init => field = Check.Positive(value, nameof(LargestAmplitude)); } = 0.2;

    /// <summary>Lower corner, Hz. Default 1 Hz (our choice: slower changes are drift). Range: &gt; 0.</summary>
    public double LowHertz { get; init => field = Check.Positive(value, nameof(LowHertz), "Hz"); } = 1;

    /// <summary>Upper corner, Hz. Default 1 GHz (our choice: the bandwidth of a read). Range: &gt; 0.</summary>
    public double HighHertz { get; init => field = Check.Positive(value, nameof(HighHertz), "Hz"); } = 1e9;

    /// <summary>K of a conductance, a pure number: the relative density at 1 Hz.</summary>
    public double RelativeDensity(double siemens)
    {
        if (siemens == 0) return 0;
        double amplitude = Math.Min(LargestAmplitude, ReferenceAmplitude * Math.Pow(siemens / ReferenceSiemens, -Exponent));
        return amplitude * amplitude;
    }

    public double Density(in NoisePoint at, double hertz) => Each(at, hertz, Lorentzian.Density);

    public double SampledDensity(in NoisePoint at, double hertz, double stepSeconds) =>
        Each(at, hertz, (tau, f) => Lorentzian.SampledDensity(tau, f, stepSeconds));

    public double BandVariance(in NoisePoint at, double hertz) => Each(at, hertz, Lorentzian.BandVariance);
    public IVoltageResponse Response(double kelvin) => new ProportionalResponse();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The corners are in the wrong order.</exception>
    public INoiseProcess Begin(NoiseSites sites) => new Process(sites, this, TimeConstants());

    private double Each(in NoisePoint at, double hertz, Func<double, double, double> spectrum)
    {
        var taus = TimeConstants();
        double sum = taus.Sum(tau => spectrum(tau, hertz));
        return sum * ModeVariance(taus.Length) * RelativeDensity(at.Siemens) * at.Amperes * at.Amperes;
    }

    /// <summary>Variance of one Lorentzian for K = 1: the width of its share of the logarithmic frequency axis.</summary>
    private double ModeVariance(int modes) => Math.Log(HighHertz / LowHertz) / modes;

    private double[] TimeConstants()
    {
        if (HighHertz <= LowHertz) throw new ArgumentException($"the upper corner ({HighHertz} Hz) must lie above the lower one ({LowHertz} Hz)");
        int modes = (int)Math.Ceiling(PerDecade * Math.Log10(HighHertz / LowHertz));
        double ratio = Math.Log(HighHertz / LowHertz) / modes;
        return [.. Enumerable.Range(0, modes).Select(l => 1 / (2 * Math.PI * LowHertz * Math.Exp((l + 0.5) * ratio)))];
    }

    /// <summary>States of <see cref="LorentzianSum"/>, sixteen cells at a time with all their states together, so that a step reads memory
    /// straight through; one random number per cell and step.</summary>
    private sealed class Process : INoiseProcess
    {
        private readonly LorentzianSum _sum;
        private readonly double[] _states, _siemens, _fluctuation;
        private readonly int _padded;
        private readonly SiteGaussians _gaussians;

        public Process(NoiseSites sites, FlickerNoise model, double[] taus)
        {
            _sum = new(taus, sites.StepSeconds);
            _padded = (sites.Count + RandomGaussians.StepNumbers - 1) / RandomGaussians.StepNumbers * RandomGaussians.StepNumbers;
            (_states, _fluctuation) = (new double[_sum.Keep.Length * _padded], new double[_padded]);
            double variance = model.ModeVariance(taus.Length);
            _siemens = [.. sites.Siemens.Select(g => g * Math.Sqrt(model.RelativeDensity(g) * variance))];
            _gaussians = new(sites, model.Name);
            var start = new SiteGaussians(sites, model.Name + " start");
            int modes = _sum.Keep.Length;
            for (int m = 0; m < modes; m++)
            {
                start.Next(_fluctuation);
                for (int l = m; l < modes; l++)
                    for (int c = 0; c < _padded; c++) _states[Place(c, l, modes)] += _sum.Start[l * modes + m] * _fluctuation[c];
            }
        }

        private static int Place(int cell, int state, int modes)
        {
            const int Lanes = RandomGaussians.StepNumbers;
            return (cell / Lanes * modes + state) * Lanes + cell % Lanes;
        }

        public void AddNext(Span<double> samples)
        {
            var gaussians = _gaussians.Next(out ulong first);
            double[] keep = _sum.Keep, weight = _sum.Weight;
            ref double states = ref MemoryMarshal.GetArrayDataReference(_states);
            ref double sums = ref MemoryMarshal.GetArrayDataReference(_fluctuation);
            for (int at = 0; at < _padded; at += RandomGaussians.StepNumbers)
            {
                gaussians.Step(first++, out var a, out var b);
                Vector512<double> sumA = Vector512<double>.Zero, sumB = sumA;
                nuint place = (nuint)(at * keep.Length);
                for (int l = 0; l < keep.Length; l++, place += RandomGaussians.StepNumbers)
                {
                    Vector512<double> kept = Vector512.Create(keep[l]), part = Vector512.Create(weight[l]);
                    var x = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref states, place), kept, a);
                    var y = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref states, place + 8), kept, b);
                    x.StoreUnsafe(ref states, place);
                    y.StoreUnsafe(ref states, place + 8);
                    sumA = Vector512.FusedMultiplyAdd(x, part, sumA);
                    sumB = Vector512.FusedMultiplyAdd(y, part, sumB);
                }
                sumA.StoreUnsafe(ref sums, (nuint)at);
                sumB.StoreUnsafe(ref sums, (nuint)at + 8);
            }
            for (int c = 0; c < samples.Length; c++) samples[c] += _siemens[c] * _fluctuation[c];
        }
    }
}
