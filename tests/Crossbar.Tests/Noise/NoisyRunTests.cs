using Crossbar.Engines.Reduced;
using Crossbar.Noise;
using Crossbar.Noise.Models;
using Crossbar.Tests.Engines;

namespace Crossbar.Tests.Noise;

/// <summary>One noisy run of 16 neurons and 512 cells, the same samples on two engines, compared at every sample.</summary>
public class NoisyRunTests(ITestOutputHelper output)
{
    /// <summary>
    /// Every kind by itself, then those of cells together. The worst of 16 nodes and 200 times is held to five thousandths of the noise's
    /// root mean square; SPICE's trapezoids at half a noise step leave 1e-4 (slow noise) to 1.5e-3 (white). With wires Reduced is of
    /// first order in δG, SPICE of all: 1.3 % at cells that fluctuate by up to a third.
    /// </summary>
    [Theory]
    [InlineData("ngspice", 0, "thermal")]
    [InlineData("ngspice", 0, "shot")]
    [InlineData("ngspice", 0, "flicker")]
    [InlineData("ngspice", 0, "rtn")]
    [InlineData("ngspice", 0, "read")]
    [InlineData("ngspice", 0, "amplifier")]
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
        var request = circuit.Request(noise, segmentOhms > 0 ? 1 : 4);
        var ours = circuit.Deviations(new ReducedEngine().Load(circuit.Netlist).Transient(request));
        var theirs = circuit.Deviations(engine.Load(circuit.Netlist).Transient(request));
        double rms = BiasedNoiseCircuit.Rms(ours), worst = BiasedNoiseCircuit.Worst(ours, theirs);
        output.WriteLine($"{name}, {segmentOhms} ohm, {kinds}: rms {rms:e2} V, worst difference {worst:e2} V, {worst / rms:e1} of it");
        Assert.True(rms > 1e-6, $"{rms}");
        Assert.True(worst < (segmentOhms > 0 ? 0.03 : 0.005) * rms, $"{worst / rms}");
    }

    /// <summary>The catalogue's models, those with times of their own made fast enough to change within the run.</summary>
    private static Func<string, INoiseModel> Fast(double tau) => name => name switch
    {
        "rtn" => new TelegraphNoise { CaptureSeconds = 2 * tau, EmissionSeconds = tau, SpreadDecades = 1 },
        "read" => new ReadNoise { ReadSeconds = 0.4 * tau },
        "flicker" => new FlickerNoise { LowHertz = 1e-3 / tau, HighHertz = 3 / tau },
        _ => NoiseCatalog.Find(name),
    };
}
