using Hopfield.Model;

namespace Crossbar.Machines;

/// <summary>The neurons' waveforms of a compiled circuit, found by the names of its nodes.</summary>
public sealed class NeuronProbes
{
    /// <summary>Finds the waveforms of N neurons.</summary>
    /// <exception cref="KeyNotFoundException">A node was not probed.</exception>
    public NeuronProbes(Waveforms volts, int neurons)
    {
        var places = new Dictionary<string, int>(volts.Names.Length);
        for (int s = 0; s < volts.Names.Length; s++) places.TryAdd(volts.Names[s], s);
        Inputs = Find(CompiledHopfield.InputNode);
        Outputs = Find(CompiledHopfield.OutputNode);

        double[][] Find(Func<int, string> node) => [.. Enumerable.Range(0, neurons).Select(i =>
            places.TryGetValue(node(i), out int at) ? volts.Values[at] : throw new KeyNotFoundException($"Node '{node(i)}' was not probed."))];
    }

    /// <summary>Voltage of each neuron's summing node, [neuron][sample], V.</summary>
    public double[][] Inputs { get; }

    /// <summary>Voltage of each amplifier's output, [neuron][sample], V.</summary>
    public double[][] Outputs { get; }

    /// <summary>The outputs at the end, as activations: over the supply.</summary>
    public double[] FinalActivations(double supplyVolts) => [.. Outputs.Select(output => output[^1] / supplyVolts)];
}
