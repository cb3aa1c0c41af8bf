using Crossbar.Arrays;
using Crossbar.Circuits;

namespace Crossbar.Tests.Reduced;

/// <summary>A Hopfield circuit round any array, for tests that need one without a model.</summary>
internal static class HopfieldCircuit
{
    public static Netlist Make(
        int n, ConductanceMatrix cells, ArrayWires wires, double farads, double ohms, double supply, double gain, double[] start)
    {
        var gainWaveform = SourceWaveform.Constant(gain);
        var elements = new List<NetlistElement>();
        for (int i = 0; i < n; i++)
        {
            elements.Add(new Capacitor($"c{i}", $"u{i}", "0", farads));
            elements.Add(new Resistor($"l{i}", $"u{i}", "0", ohms));
            elements.Add(new TanhAmplifier($"a{i}", $"u{i}", $"p{i}", $"n{i}", supply, gainWaveform));
        }
        string[] words = [.. Enumerable.Range(0, n).SelectMany(j => new[] { $"p{j}", $"n{j}" })];
        string[] bits = [.. Enumerable.Range(0, n).Select(i => $"u{i}")];
        elements.Add(new CrossbarArray("x", words, bits, cells, wires));
        return new Netlist
        {
            Title = $"Hopfield crossbar, {n} neurons",
            Elements = elements,
            ProbeNodes = bits,
            InitialVolts = bits.Zip(start).ToDictionary(pair => pair.First, pair => pair.Second),
        };
    }
}
