using Crossbar.Arrays;
using Crossbar.Noise;
using Crossbar.Noise.Models;
using Crossbar.Planning;
using Hopfield.Numerics;
using MathNet.Numerics.Distributions;

namespace Crossbar.Tests.Noise;

/// <summary>The laws of single models: limits, amplitudes, dwell times, budgets.</summary>
public class NoiseLawTests(ITestOutputHelper output)
{
    /// <summary>Thermal and shot together: 4kTG at rest, 2qI far above kT/q, and the textbook 2qI coth(qV/2kT) between.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.003)]
    [InlineData(0.05)]
    [InlineData(1)]
    public void ThermalAndShot_Together_AreTheNoiseOfATunnelJunction(double volts)
    {
        const double q = PhysicalConstants.ElementaryChargeCoulombs, k = PhysicalConstants.BoltzmannJoulesPerKelvin;
        var at = new NoisePoint(1e-6, volts, 300);
        double sum = new ThermalNoise().Density(at, 1e6) + new ShotNoise().Density(at, 1e6);
        double expected = volts == 0 ? 4 * k * 300 * 1e-6 : 2 * q * 1e-6 * volts / Math.Tanh(q * volts / (2 * k * 300));
        Assert.Equal(expected, sum, 1e-9 * expected);
        if (volts == 1) Assert.Equal(2 * q * 1e-6, sum, 1e-6 * sum);
    }

    /// <summary>Four decades inside the corners the sum of Lorentzians is K I²/f to 0.1 %.</summary>
    [Fact]
    public void Flicker_BetweenItsCorners_IsOneOverF()
    {
        var model = new FlickerNoise();
        var at = new NoisePoint(25e-6, 0.1, 300);
        double current = 25e-6 * 0.1;
        for (double f = 1e4; f <= 1e5; f *= 1.1)
            Assert.Equal(0.0088 * 0.0088 * current * current / f, model.Density(at, f), 1.1e-3 * model.Density(at, f));
        Assert.Equal(0.04, model.RelativeDensity(1e-12), 1e-15);
    }

    /// <summary>
    /// The filter that makes the sum from one random number a step has exactly its spectrum, over ten decades: |Σ r/(1 − a z⁻¹)|²
    /// against the
    /// sum of the sampled Lorentzians.
    /// </summary>
    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e-9)]
    [InlineData(1e-6)]
    public void LorentzianSum_Factored_HasTheSpectrumOfTheSum(double step)
    {
        double[] taus = [.. Enumerable.Range(0, 19).Select(l => 1e-9 * Math.Pow(10, 0.5 * l))];
        var sum = new LorentzianSum(taus, step);
        for (double f = 0.01; f < 0.5 / step; f *= 3)
        {
            double phase = 2 * Math.PI * f * step, expected = taus.Sum(tau => Lorentzian.SampledDensity(tau, f, step));
            // 1 − a e^{−iφ} with 1 − a and 1 − cos φ kept apart from 1.
            double half = Math.Sin(phase / 2);
            var transfer = System.Numerics.Complex.Zero;
            for (int l = 0; l < sum.Keep.Length; l++)
            {
                double a = sum.Keep[l];
                transfer += sum.Weight[l] / new System.Numerics.Complex(1 - a + 2 * a * half * half, a * Math.Sin(phase));
            }
            double density = 2 * step * (transfer.Real * transfer.Real + transfer.Imaginary * transfer.Imaginary);
            // 1e-5 of loss where several processes are faster than a tenth of the step and count as one.
            Assert.Equal(expected, density, 1e-4 * expected);
        }
    }

    /// <summary>Amplitudes are Ielmini's: ∝ R while small, saturating; the two levels lie ΔI apart with mean zero.</summary>
    [Fact]
    public void Telegraph_Amplitude_GrowsWithResistanceAndSaturates()
    {
        var model = new TelegraphNoise();
        Assert.Equal(0.5 / 51, model.Amplitude(1e-4), 1e-12);
        Assert.Equal(2, model.Amplitude(0.5e-4) / model.Amplitude(1e-4), 0.05);
        Assert.Equal(0.5, model.Amplitude(1e-9), 1e-3);
    }

    /// <summary>
    /// Dwell times of 400 cells, τc = 30 ns and τe = 70 ns at a step of 1 ns: geometric with the exact chances (χ² over 20 cells of equal
    /// probability, 0.1 % false alarm: 43.8), and every sample is one of the two levels.
    /// </summary>
    [Theory]
    [InlineData(1e-9)]
    [InlineData(2e-8)]
    public void Telegraph_DwellTimes_AreThoseOfTheExactChain(double step)
    {
        var model = new TelegraphNoise { CaptureSeconds = 3e-8, EmissionSeconds = 7e-8, SpreadDecades = 0 };
        const int Cells = 400, Steps = 20_000;
        double g = 1e-5;
        var process = model.Begin(new() { Siemens = [.. Enumerable.Repeat(g, Cells)], StepSeconds = step, Key = RandomKey.FromSeed(3) });
        var now = new double[Cells];
        double jump = g * model.Amplitude(g), high = 0.7 * jump, low = -0.3 * jump;
        int[] since = new int[Cells], state = new int[Cells];
        List<int>[] dwell = [[], []];
        long full = 0;
        for (int k = 0; k < Steps; k++)
        {
            Array.Clear(now);
            process.AddNext(now);
            for (int c = 0; c < Cells; c++)
            {
                Assert.True(Math.Abs(now[c] - high) < 1e-9 * jump || Math.Abs(now[c] - low) < 1e-9 * jump);
                int is1 = now[c] < 0 ? 1 : 0;
                full += is1;
                if (k > 0 && is1 != state[c])
                {
                    // A dwell that was under way at the start is cut short and not counted.
                    if (since[c] > 0) dwell[state[c]].Add(k - since[c]);
                    since[c] = k;
                }
                state[c] = is1;
            }
        }
        double tau = 2.1e-8, change = 1 - Math.Exp(-step / tau);
        Assert.Equal(0.7, full / ((double)Cells * Steps), 0.01);
        foreach (var (times, p) in ((List<int>, double)[])[(dwell[0], 0.7 * change), (dwell[1], 0.3 * change)])
        {
            double square = ChiSquare(times, p, out int classes);
            double limit = ChiSquared.InvCDF(classes - 1, 0.999);
            output.WriteLine($"step {step}: {times.Count} dwells, mean {times.Average():f3} of {1 / p:f3} steps, chi2 {square:f1} below {limit:f1} ({classes} classes)");
            Assert.True(square < limit);
        }
    }

    // Geometric law P(n) = p (1 − p)^(n−1), in classes of at least a twentieth each.
    private static double ChiSquare(List<int> times, double p, out int classes)
    {
        var counts = times.CountBy(n => n).ToDictionary(pair => pair.Key, pair => pair.Value);
        double square = 0, chance = 0, rest = 1;
        int seen = 0, left = times.Count;
        classes = 0;
        for (int n = 1; rest > 0.05; n++)
        {
            double here = p * Math.Pow(1 - p, n - 1);
            chance += here;
            rest -= here;
            seen += counts.GetValueOrDefault(n);
            if (chance < 0.05) continue;
            square += Math.Pow(seen - chance * times.Count, 2) / (chance * times.Count);
            left -= seen;
            (seen, chance) = (0, 0);
            classes++;
        }
        double tail = rest + chance;
        square += Math.Pow(left - tail * times.Count, 2) / (tail * times.Count);
        classes++;
        return square;
    }

    /// <summary>The spread of dwell times over cells: log-uniform (Kolmogorov–Smirnov, 0.1 % false alarm).</summary>
    [Fact]
    public void Telegraph_TimesOfCells_AreLogUniform()
    {
        var model = new TelegraphNoise();
        double[] decades = [.. model.DwellFactors(new() { Siemens = new double[4000], StepSeconds = 1, Key = RandomKey.FromSeed(2) })
            .Select(factor => (Math.Log10(factor) + 2) / 4).Order()];
        double worst = decades.Select((u, k) => Math.Max(u - k / 4000.0, (k + 1) / 4000.0 - u)).Max();
        Assert.True(worst * Math.Sqrt(4000) < 1.95, $"{worst}");
    }

    /// <summary>N = 60, half of the cells at 100 µS and half at 1 µS, 0.2 V, 1 GHz: 0.011 units of 99 µS, 75 times too weak.</summary>
    [Fact]
    public void Budget_OfThermalNoiseForSixtyNodes_IsElevenThousandthsOfAUnit()
    {
        var cells = new ConductanceMatrix(60, 2, [.. Enumerable.Range(0, 120).Select(c => c / 2 % 2 == 0 ? 1e-4 : 1e-6)]);
        var budget = ReadNoiseBudget.Of([new ThermalNoise()], cells, new() { UnitSiemens = 99e-6 });
        double expected = Math.Sqrt(4 * PhysicalConstants.BoltzmannJoulesPerKelvin * 300 * 30 * 101e-6 * 1e9);
        Assert.Equal(expected, budget.Total.Amperes, 1e-12 * expected);
        Assert.Equal(0.011, budget.Total.WeightUnits, 0.0005);
        Assert.Equal(budget.Total.WeightUnits, budget.Total.ColumnWeightUnits[1], 1e-12);
        Assert.Equal("75 times too weak to anneal", ReadNoiseBudget.Verdict(budget.Total.WeightUnits));
        Assert.Equal("strong enough to anneal", ReadNoiseBudget.Verdict(0.85));
        Assert.Contains("stronger than useful", ReadNoiseBudget.Verdict(5));
    }

    /// <summary>Small conductances and voltages make thermal noise useful: 1 µS devices at 0.1 V 0.23 units, at 26 mV 0.87 (literature
    /// §6).</summary>
    [Theory]
    [InlineData(0.1, 0.23)]
    [InlineData(0.026, 0.87)]
    public void Budget_OfSmallConductances_IsThePublishedOne(double volts, double units)
    {
        var cells = new ConductanceMatrix(60, 1, [.. Enumerable.Range(0, 60).Select(c => c % 2 == 0 ? 1e-6 : 1e-8)]);
        var budget = ReadNoiseBudget.Of([new ThermalNoise()], cells, new() { UnitSiemens = 0.99e-6, ReadVolts = volts });
        Assert.Equal(units, budget.Total.WeightUnits, 0.01);
    }

    [Fact]
    public void Budget_OfSeveralSources_AddsVariances()
    {
        var cells = new ConductanceMatrix(60, 1, [.. Enumerable.Repeat(5e-5, 60)]);
        var budget = ReadNoiseBudget.Of(Catalog.Of<INoiseModel>(), cells, new() { UnitSiemens = 99e-6 });
        foreach (var part in budget.Contributions)
            output.WriteLine($"{part.Source}: {part.Amperes:e2} A, {part.Volts:e2} V, {part.WeightUnits:f4} units: {ReadNoiseBudget.Verdict(part.WeightUnits)}");
        Assert.Equal(budget.Contributions.Sum(p => p.Amperes * p.Amperes), budget.Total.Amperes * budget.Total.Amperes, 1e-20);
        Assert.Equal(0.01 * Math.Sqrt(60) * 5e-5 * 0.2, budget.Contributions.Single(p => p.Source == "read").Amperes, 1e-9);
    }
}
