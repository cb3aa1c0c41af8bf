using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Noise;
using Crossbar.Tests.Layout;
using Crossbar.Tests.Reduced;

namespace Crossbar.Tests.Noise;

/// <summary>
/// Sixteen neurons held away from 0 V by bias currents, so that their 512 cells carry current and make noise; starts at rest.
/// </summary>
internal sealed class BiasedNoiseCircuit
{
    public const int Neurons = 16;

    public BiasedNoiseCircuit(double segmentOhms = 0, double farads = 1e-12)
    {
        var (cells, _, _) = RandomArray.Make(2 * Neurons, Neurons, 3, open: 0.02);
        var wires = segmentOhms > 0 ? ArrayWires.Uniform(segmentOhms) : ArrayWires.Ideal;
        var netlist = HopfieldCircuit.Make(Neurons, cells, wires, farads, 1e4, 1, 2, new double[Neurons]);
        var bias = Enumerable.Range(0, Neurons).Select(i => new CurrentSource(
            $"bias{i}", "0", $"u{i}", SourceWaveform.Constant((i % 2 == 0 ? 3e-4 : -2e-4) * (1 + 0.1 * i))));
        netlist = netlist with { Elements = [.. netlist.Elements, .. bias] };
        TimeConstant = ReducedModelBuilder.Build(netlist, CancellationToken.None).ShortestTimeConstant();
        var rest = new ReducedEngine().Load(netlist).Transient(new()
        {
            StopSeconds = 200 * TimeConstant,
            OutputSeconds = [200 * TimeConstant],
            RelativeTolerance = 1e-11,
            AbsoluteVolts = 1e-14,
        });
        RestVolts = [.. rest.Volts.Values.Select(u => u[^1])];
        Netlist = netlist with { InitialVolts = netlist.ProbeNodes.Zip(RestVolts).ToDictionary(pair => pair.First, pair => pair.Second) };
    }

    public Netlist Netlist { get; }

    /// <summary>Where every neuron rests without noise, V.</summary>
    public double[] RestVolts { get; }

    /// <summary>Shortest time constant of a node, s.</summary>
    public double TimeConstant { get; }

    /// <summary>A run over some time constants, recorded at every noise sample.</summary>
    public TransientRequest Request(NoiseSettings noise, double timeConstants) => new()
    {
        StopSeconds = timeConstants * TimeConstant,
        OutputSeconds = [.. Enumerable.Range(1, (int)Math.Round(timeConstants * TimeConstant / noise.StepSeconds!.Value))
            .Select(k => k * noise.StepSeconds!.Value)],
        RelativeTolerance = 1e-6,
        AbsoluteVolts = 1e-10,
        LargestStepSeconds = 0.5 * noise.StepSeconds,
        Noise = noise,
    };

    /// <summary>What the noise did: volts less those of rest. Shape: neurons × times.</summary>
    public double[][] Deviations(CircuitSolution run) => [.. run.Volts.Values.Select((u, i) => u.Select(v => v - RestVolts[i]).ToArray())];

    /// <summary>Root mean square over all neurons and times.</summary>
    public static double Rms(double[][] volts) => Math.Sqrt(volts.Average(u => u.Average(v => v * v)));

    /// <summary>Largest difference of two records.</summary>
    public static double Worst(double[][] a, double[][] b) => a.Zip(b, (x, y) => x.Zip(y, (p, q) => Math.Abs(p - q)).Max()).Max();
}
