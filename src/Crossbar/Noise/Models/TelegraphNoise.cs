using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hopfield.Numerics;

namespace Crossbar.Noise.Models;

/// <summary>Random telegraph noise: a trap beside the filament takes an electron after a dwell time of mean τc and gives it back after one
/// of mean τe, both exponential; while it holds one the current is smaller by ΔI = I·a(G), a = A/(1 + G·R₀): proportional to the resistance
/// while the trap depletes a part of the filament, A once it depletes all of it. Samples are exact at any step: p(capture within h) =
/// (τ/τc)(1 − e^(−h/τ)), 1/τ = 1/τc + 1/τe. Times differ from cell to cell by a common factor, log-uniform over some decades. The mean is
/// taken off: it belongs to the static conductance.</summary>
public sealed record TelegraphNoise : INoiseModel
{
    public string Name => "rtn";
    public string Summary => "random telegraph noise of the cells, one trap each; amplitude grows with resistance";

    public string Source => "Machlup 1954, J. Appl. Phys. 25:341 (spectrum); amplitude law after Ielmini, Nardi and Cagli 2010, Appl. Phys. Lett. "
        + "96:053503, its form from general knowledge of that paper, its two constants our choice";

    public string NotModelled => "More than one trap a cell; dwell times that depend on voltage and temperature.";
    public NoisePlace Place => NoisePlace.Cell;

    /// <summary>Largest ΔI/I, a pure number. Default 0.5 (our choice; published tails in the high-resistance state reach 0.1 … 1).
    /// Range: 0 … 1.</summary>
    public double LargestAmplitude { get; init => field = Check.InRange(value, 0, 1, nameof(LargestAmplitude)); } = 0.5;

    /// <summary>Resistance at which ΔI/I is half of the largest, Ω. Default 500 kΩ (our choice: 1 % at 10 kΩ). Range: &gt; 0.</summary>
    public double HalfAmplitudeOhms { get; init => field = Check.Positive(value, nameof(HalfAmplitudeOhms), "ohm"); } = 5e5;

    /// <summary>Mean time to capture τc in the middle of the spread, s. Default 1 µs (our choice). Range: &gt; 0.</summary>
    public double CaptureSeconds { get; init => field = Check.Positive(value, nameof(CaptureSeconds), "s"); } = 1e-6;

    /// <summary>Mean time to emission τe in the middle of the spread, s. Default 1 µs (our choice). Range: &gt; 0.</summary>
    public double EmissionSeconds { get; init => field = Check.Positive(value, nameof(EmissionSeconds), "s"); } = 1e-6;

    /// <summary>Decades over which the times of cells are spread. Default 4 (our choice: 10 ns … 100 µs). Range: 0 … 20.</summary>
    public double SpreadDecades { get; init => field = Check.InRange(value, 0, 20, nameof(SpreadDecades)); } = 4;

    /// <summary>ΔI/I of a cell, a pure number.</summary>
    public double Amplitude(double siemens) => LargestAmplitude / (1 + siemens * HalfAmplitudeOhms);

    /// <summary>Part of its time that the trap is full, τe/(τc + τe).</summary>
    public double Occupancy => EmissionSeconds / (CaptureSeconds + EmissionSeconds);

    private double MiddleTau => CaptureSeconds * EmissionSeconds / (CaptureSeconds + EmissionSeconds);

    /// <summary>The factor on both dwell times of each site.</summary>
    public double[] DwellFactors(NoiseSites sites)
    {
        var factors = new double[sites.Count];
        var key = sites.Key.Fold(Name).Fold("dwell");
        for (int c = 0; c < factors.Length; c++)
            factors[c] = Math.Pow(10, SpreadDecades * (key.Fold(sites.FirstSite + c).Stream().NextUniform() - 0.5));
        return factors;
    }

    public double Density(in NoisePoint at, double hertz)
    {
        var (low, high) = Ends();
        double omega = 2 * Math.PI * hertz;
        // ∫ 4τ/(1 + ω²τ²) d ln τ = (4/ω) arctan ωτ
        double mean = high - low < 1e-9 * high ? Lorentzian.Density(MiddleTau, hertz)
            : omega * high < 1e-6 ? 4 * (high - low) / Math.Log(high / low)
            : 4 / omega * (Math.Atan(omega * high) - Math.Atan(omega * low)) / Math.Log(high / low);
        return Variance(at) * mean;
    }

    public double SampledDensity(in NoisePoint at, double hertz, double stepSeconds) =>
        Variance(at) * OverCells(tau => Lorentzian.SampledDensity(tau, hertz, stepSeconds));

    public double BandVariance(in NoisePoint at, double hertz) => Variance(at) * OverCells(tau => Lorentzian.BandVariance(tau, hertz));
    public IVoltageResponse Response(double kelvin) => new ProportionalResponse();
    public INoiseProcess Begin(NoiseSites sites) => new Process(sites, this);

    /// <summary>Variance of the current, ΔI² τcτe/(τc + τe)², A².</summary>
    private double Variance(in NoisePoint at)
    {
        double step = Amplitude(at.Siemens) * at.Amperes;
        return step * step * Occupancy * (1 - Occupancy);
    }

    private (double Low, double High) Ends()
    {
        double half = Math.Pow(10, SpreadDecades / 2);
        return (MiddleTau / half, MiddleTau * half);
    }

    /// <summary>Mean over the cells' time constants by the midpoint rule, 20 points a decade: exact to 1e-4 for these smooth
    /// curves.</summary>
    private double OverCells(Func<double, double> of)
    {
        int points = 1 + (int)(20 * SpreadDecades);
        double sum = 0;
        for (int k = 0; k < points; k++) sum += of(MiddleTau * Math.Pow(10, SpreadDecades * ((k + 0.5) / points - 0.5)));
        return sum / points;
    }

    /// <summary>One mask per cell (all ones while the trap is full), and one random word per cell and step against the chance to
    /// change.</summary>
    private sealed class Process : INoiseProcess
    {
        private readonly ulong[] _full, _capture, _emission;
        private readonly double[] _step, _mean, _fluctuation;
        private readonly RandomKey _key;
        private readonly ulong _first;
        private ulong _now;

        public Process(NoiseSites sites, TelegraphNoise model)
        {
            int padded = (sites.Count + RandomBits.StepWords - 1) / RandomBits.StepWords * RandomBits.StepWords;
            (_full, _capture, _emission) = (new ulong[padded], new ulong[padded], new ulong[padded]);
            (_step, _mean, _fluctuation) = (new double[padded], new double[padded], new double[padded]);
            _key = sites.Key.Fold(model.Name);
            _first = (ulong)(sites.FirstSite / RandomBits.StepWords);
            double occupancy = model.Occupancy;
            double[] factors = model.DwellFactors(sites);
            for (int c = 0; c < sites.Count; c++)
            {
                double change = Lorentzian.Lost(sites.StepSeconds / (model.MiddleTau * factors[c]));
                (_capture[c], _emission[c]) = (Threshold(occupancy * change), Threshold((1 - occupancy) * change));
                _step[c] = sites.Siemens[c] * model.Amplitude(sites.Siemens[c]);
                _mean[c] = occupancy * _step[c];
                bool full = _key.Fold("start").Fold(sites.FirstSite + c).Stream().NextUniform() < occupancy;
                _full[c] = full ? ulong.MaxValue : 0;
            }
        }

        /// <summary>A uniform word is below this with the given probability, to 2⁻⁵³ of it.</summary>
        private static ulong Threshold(double probability) => probability >= 1 ? ulong.MaxValue
            : (ulong)(probability * 18446744073709551616.0);

        public void AddNext(Span<double> samples)
        {
            var bits = new RandomBits(_key.Fold(_now++));
            ulong step = _first;
            for (int at = 0; at < _full.Length; at += RandomBits.StepWords)
            {
                bits.Step(step++, out var first, out var second);
                Move((nuint)at, first);
                Move((nuint)at + 8, second);
            }
            for (int c = 0; c < samples.Length; c++) samples[c] += _fluctuation[c];
        }

        private void Move(nuint at, Vector512<ulong> words)
        {
            ref ulong full = ref MemoryMarshal.GetArrayDataReference(_full);
            var was = Vector512.LoadUnsafe(ref full, at);
            var chance = Vector512.ConditionalSelect(was, Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_emission), at),
                Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_capture), at));
            var now = was ^ Vector512.LessThan(words, chance);
            now.StoreUnsafe(ref full, at);
            var lower = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_step), at).AsUInt64() & now;
            (Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_mean), at) - lower.AsDouble())
                .StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_fluctuation), at);
        }
    }
}
