using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Noise;
using Crossbar.Noise.Models;
using Crossbar.Planning;
using Hopfield.Numerics;
using MathNet.Numerics;

namespace Reproduction.Noise;

/// <summary>What thermal noise is worth: in a column's read, on a capacitor, and in a latch that samples it.</summary>
public sealed class ThermalNoiseClaims : IClaimFamily
{
    private const int Trials = 1 << 18;

    public string Name => "thermal-noise";
    public string Summary => "Thermal noise of a read, of kT/C, and of a stochastic latch.";

    public IReadOnlyList<Claim> Claims =>
    [
        new()
        {
            Id = "noise.budget-thermal",
            Statement = "Thermal noise of one read of a column of 60 cells, in units of weight.",
            Source = "derived from Nyquist 1928 for the array of Cai et al. 2020: √(4kT ΣG B)/(V ΔG)",
            Published = "0.011",
            Protocol = "half of the cells 100 µS and half 1 µS, 0.2 V, 1 GHz, 300 K",
            Reproduces = Interval.Around(0.011, 0.0005),
            Why = "The noise with which g05_60 is solved most often is 0.8 to 0.9 units: some 75 times more.",
            Quick = true,
            Measure = (_, _) => new(ReadNoiseBudget.Of([new ThermalNoise()],
                new ConductanceMatrix(60, 1, [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 1e-4 : 1e-6)]),
                new() { UnitSiemens = 99e-6 }).Total.WeightUnits),
        },
        new()
        {
            Id = "noise.kt-over-c",
            Statement = "Variance of the voltage of a resistor with a capacitor over kT/C.",
            Source = "Johnson 1928, Phys. Rev. 32:97; equipartition",
            Published = "1",
            Protocol = "16 resistors of 10 kΩ with 100 fF on the reduced engine, steps of τ/20, 3000 samples 2τ apart each",
            Reproduces = Interval.Around(1, 0.02),
            Quick = true,
            Measure = CapacitorVariance,
        },
        new()
        {
            Id = "noise.latch-logistic",
            Statement = "A latch that samples thermal noise on a current I takes the value 1 with the probability of a logistic neuron at temperature "
                + "T = √(2π)σ/(4 I_max); largest difference.",
            Source = "Mahmoodi et al. 2019, IEDM, from ½[1 + erf(I/√2σ)]",
            Published = "within 0.02",
            Protocol = $"column of 3.03 mS read within 1 GHz, currents from −4σ to 4σ, {Trials} trials each; 4.5 binomial errors from the erf",
            Reproduces = new(0.01, 0.02),
            Quick = true,
            Measure = Latch,
        },
    ];

    private static Finding CapacitorVariance(ClaimContext context, CancellationToken cancellation)
    {
        const double Ohms = 1e4, Farads = 1e-13, Tau = Ohms * Farads;
        const int Nodes = 16, Samples = 3000;
        var netlist = new Netlist
        {
            Title = "resistors with capacitors",
            Elements = [.. Enumerable.Range(0, Nodes).SelectMany(i => new NetlistElement[]
            {
                new Resistor($"r{i}", $"u{i}", "0", Ohms),
                new Capacitor($"c{i}", $"u{i}", "0", Farads),
            })],
            ProbeNodes = [.. Enumerable.Range(0, Nodes).Select(i => $"u{i}")],
        };
        var run = new ReducedEngine().Load(netlist, cancellation).Transient(new()
        {
            StopSeconds = 2 * Tau * Samples,
            OutputSeconds = [.. Enumerable.Range(1, Samples).Select(k => 2 * Tau * k)],
            Noise = new() { Models = [new ThermalNoise()], StepSeconds = 0.05 * Tau, Key = context.Key("kT/C") },
        }, cancellation);
        double scale = PhysicalConstants.BoltzmannJoulesPerKelvin * 300 / Farads;
        return Finding.Mean([.. run.Volts.Values.Select(u => u.Skip(5).Average(v => v * v) / scale)]);
    }

    private static Finding Latch(ClaimContext context, CancellationToken cancellation)
    {
        const double Siemens = 3.03e-3, BandwidthHertz = 1e9;
        // One sample of a step of 1/2B has the variance S·B of the band.
        var process = new ThermalNoise().Begin(new()
        {
            Siemens = [.. Enumerable.Repeat(Siemens, Trials)],
            StepSeconds = 0.5 / BandwidthHertz,
            Key = context.Key("latch"),
        });
        double sigma = Math.Sqrt(new NoisePoint(Siemens, 0, 300).ThermalDensity * BandwidthHertz), worst = 0, errors = 0;
        double[] noise = new double[Trials];
        for (double x = -4; x <= 4; x += 0.25)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(noise);
            process.AddNext(noise);
            int ones = 0;
            foreach (double amperes in noise)
                if (x * sigma + amperes > 0) ones++;
            double share = (double)ones / Trials, erf = 0.5 * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2)));
            double logistic = 1 / (1 + Math.Exp(-4 * x / Math.Sqrt(2 * Math.PI)));
            worst = Math.Max(worst, Math.Abs(share - logistic));
            errors = Math.Max(errors, Math.Abs(share - erf) / Math.Sqrt(erf * (1 - erf) / Trials));
        }
        return new Finding(worst) { Detail = $"largest distance from the erf: {errors:f1} binomial errors" }
            .Require(errors < 4.5, "every share lies within 4.5 binomial errors of the erf");
    }
}
