using Crossbar.Checking;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Noise;
using Crossbar.Noise.Models;
using Crossbar.Tests.Engines;
using Hopfield.Numerics;

namespace Crossbar.Tests.Noise;

/// <summary>One noisy run of 16 neurons and 512 cells, the same samples on two engines, compared at every sample.</summary>
public class NoisyRunTests(ITestOutputHelper output)
{
    /// <summary>
    /// Every kind by itself, then those of cells together. The worst of 16 nodes and 200 times (100 of shot noise, the slowest in SPICE) is
    /// held to five thousandths of the noise's root mean square; SPICE's trapezoids at half a noise step leave 1e-4 (slow noise) to 1.5e-3
    /// (white). With wires Reduced is of first order in δG, SPICE of all: 1.3 % at cells that fluctuate by up to a third.
    /// </summary>
    [Theory]
    [InlineData("ngspice", 0, "thermal")]
    [InlineData("ngspice", 0, "shot")]
    [InlineData("ngspice", 0, "flicker")]
    [InlineData("ngspice", 0, "rtn")]
    [InlineData("ngspice", 0, "read")]
    [InlineData("ngspice", 0, "amplifier")]
    [InlineData("ngspice", 50, "thermal")]
    [InlineData("ngspice", 50, "shot,flicker,rtn,read")]
    [InlineData("spicesharp", 0, "thermal")]
    [InlineData("spicesharp", 0, "shot")]
    [InlineData("spicesharp", 0, "flicker")]
    [InlineData("spicesharp", 0, "rtn")]
    [InlineData("spicesharp", 0, "read")]
    [InlineData("spicesharp", 0, "amplifier")]
    [InlineData("spicesharp", 50, "shot,flicker,rtn,read")]
    public void OneNoisyRun_SampleBySample_IsTheSameOnBothEngines(string name, double segmentOhms, string kinds)
    {
        var engine = EngineList.Get(name);
        var circuit = new BiasedNoiseCircuit(segmentOhms);
        var noise = new NoiseSettings
        {
            Models = [.. kinds.Split(',').Select(Fast(circuit.TimeConstant))],
            StepSeconds = 0.02 * circuit.TimeConstant,
            Form = NoiseForm.StraightLines,
        };
        var request = circuit.Request(noise, segmentOhms > 0 ? 1 : kinds == "shot" ? 2 : 4);
        var ours = circuit.Deviations(new ReducedEngine().Load(circuit.Netlist).Transient(request));
        var theirs = circuit.Deviations(engine.Load(circuit.Netlist).Transient(request));
        double rms = BiasedNoiseCircuit.Rms(ours), worst = BiasedNoiseCircuit.Worst(ours, theirs);
        output.WriteLine($"{name}, {segmentOhms} ohm, {kinds}: rms {rms:e2} V, worst difference {worst:e2} V, {worst / rms:e1} of it");
        Assert.True(rms > 1e-6, $"{rms}");
        Assert.True(worst < (segmentOhms > 0 ? 0.03 : 0.005) * rms, $"{worst / rms}");
    }

    /// <summary>
    /// Halving the noise step changes neither the variance nor the autocorrelation at τ of the array's nodes beyond their error: 24
    /// independent runs of 40 τ at each step, four and a half standard errors of the difference (false alarm 7e-6 a statistic).
    /// </summary>
    [Theory]
    [InlineData("thermal")]
    [InlineData("shot")]
    [InlineData("flicker")]
    [InlineData("rtn")]
    [InlineData("read")]
    [InlineData("amplifier")]
    public void HalvingTheStep_ChangesNoStatisticOfTheArray(string kind)
    {
        const int Runs = 24;
        var circuit = new BiasedNoiseCircuit();
        var model = Fast(circuit.TimeConstant)(kind);
        (double Variance, double Lagged)[] Runs24(int perTau) => [.. Enumerable.Range(0, Runs).Select(run =>
        {
            var request = circuit.Request(new()
            {
                Models = [model],
                StepSeconds = circuit.TimeConstant / perTau,
                Key = RandomKey.FromSeed((ulong)(1000 * perTau + run)),
            }, 40);
            var volts = circuit.Deviations(new ReducedEngine().Load(circuit.Netlist).Transient(request));
            return (NoiseCircuits.MeanCorrelation(volts, 0), NoiseCircuits.MeanCorrelation(volts, perTau));
        })];
        var (coarse, fine) = (Runs24(20), Runs24(40));
        Agree("variance", [.. coarse.Select(r => r.Variance)], [.. fine.Select(r => r.Variance)]);
        Agree("at tau", [.. coarse.Select(r => r.Lagged)], [.. fine.Select(r => r.Lagged)]);

        void Agree(string what, double[] a, double[] b)
        {
            static double Error(double[] x) => Math.Sqrt(x.Sum(v => Math.Pow(v - x.Average(), 2)) / (x.Length - 1) / x.Length);
            double error = Math.Sqrt(Math.Pow(Error(a), 2) + Math.Pow(Error(b), 2)), difference = b.Average() - a.Average();
            output.WriteLine($"{kind}, {what}: {a.Average():e3} and {b.Average():e3} V2, {difference / error:f2} standard errors of {100 * error / a.Average():f1} %");
            Assert.True(Math.Abs(difference) < 4.5 * error);
        }
    }

    /// <summary>
    /// The cross-check of a noisy run replays that run: ngspice ends in the same spins, its nodes within a thousandth of the supply of the
    /// reduced engine's while the gain amplifies noise and signal alike by some hundred.
    /// </summary>
    [Fact]
    public void CrossCheck_OfANoisyRun_ReplaysItsNoise()
    {
        var model = RandomIsing.MaxCut(4, 2);
        var key = RandomKey.FromSeed(1);
        var report = CrossCheck.Run(model, RandomIsing.Start(4, key), key, new CrossCheckOptions
        {
            Noise = new() { Models = [new ThermalNoise(), new FlickerNoise(), new ShotNoise(), new AmplifierNoise()], StepFraction = 0.1 },
            SpiceEngines = [EngineList.Get("ngspice")],
        });
        foreach (var row in report.Rows)
            output.WriteLine($"{row.Engine}: {row.WorstVoltsDifference:e2} V, {row.SpinDifferences} spins, {row.Explanation}");
        Assert.True(report.Agrees, string.Join("; ", report.Findings));
        Assert.Equal(["reduced", "reduced (noise in straight lines)", "ngspice (the same noise)", "digital (asynchronous)"],
            report.Rows.Select(row => row.Engine));
        Assert.True(report.Rows[2].WorstVoltsDifference < 1e-3, $"{report.Rows[2].WorstVoltsDifference}");
    }

    /// <summary>Wires with capacitance: a noisy run says of their first-order model what the run without noise says.</summary>
    [Fact]
    public void NoisyRun_OfWiresWithCapacitance_CarriesTheBoundOfTheNoiseFreeRun()
    {
        var circuit = new BiasedNoiseCircuit();
        var netlist = circuit.Netlist with
        {
            Elements = [.. circuit.Netlist.Elements.Select(element => element is CrossbarArray array ? array with { Wires = new()
            {
                WordSegmentOhms = 20,
                BitSegmentOhms = 20,
                WordSegmentFarads = 1e-17,
                BitSegmentFarads = 1e-17,
            } } : element)],
        };
        var loaded = new ReducedEngine().Load(netlist);
        var request = circuit.Request(new() { Models = [new ReadNoise()], StepSeconds = 0.05 * circuit.TimeConstant }, 10);
        var quiet = loaded.Transient(request with { Noise = null, OutputSeconds = [request.StopSeconds] });
        Assert.Equal(quiet.Parameters["lineDelayBeyondFirstOrderVolts"], loaded.Transient(request)
            .Parameters["lineDelayBeyondFirstOrderVolts"]);
    }

    /// <summary>The catalogue's models, those with times of their own made fast enough to change within the run.</summary>
    private static Func<string, INoiseModel> Fast(double tau) => name => name switch
    {
        "rtn" => new TelegraphNoise { CaptureSeconds = 2 * tau, EmissionSeconds = tau, SpreadDecades = 1 },
        "read" => new ReadNoise { ReadSeconds = 0.4 * tau },
        "flicker" => new FlickerNoise { LowHertz = 1e-3 / tau, HighHertz = 3 / tau },
        _ => Catalog.Find<INoiseModel>(name, "noise"),
    };
}
