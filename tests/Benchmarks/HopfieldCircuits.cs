using Crossbar.Arrays;
using Crossbar.Circuits;
using Hopfield.Numerics;

namespace Benchmarks;

/// <summary>Hopfield arrays of any size in the conventions of the oracle circuits: Hebbian weights on 1 … 100 µS pairs with ±5 %
/// spread.</summary>
internal static class HopfieldCircuits
{
    public const double Farads = 1e-12, LeakOhms = 1e4, SupplyVolts = 1, GainPerVolt = 20;

    public static Netlist Make(int n, double segmentOhms, ulong seed)
    {
        var key = RandomKey.FromSeed(seed);
        var cells = new double[2 * n * n];
        var spread = key.Fold("spread").Stream();
        int patterns = Math.Max(1, n / 16);
        var stored = Enumerable.Range(0, patterns).Select(p => Hopfield.Model.Spins.Random(n, key.Fold("pattern").Fold(p))).ToArray();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                double weight = i == j ? 0 : stored.Sum(p => p[i] * p[j]) / (double)patterns;
                cells[2 * j * n + i] = (1e-6 + 99e-6 * Math.Max(0, weight)) * (1 + 0.05 * (2 * spread.NextUniform() - 1));
                cells[(2 * j + 1) * n + i] = (1e-6 + 99e-6 * Math.Max(0, -weight)) * (1 + 0.05 * (2 * spread.NextUniform() - 1));
            }
        var elements = new List<NetlistElement>();
        var gain = SourceWaveform.Constant(GainPerVolt);
        for (int i = 0; i < n; i++)
        {
            elements.Add(new Capacitor($"c{i}", $"u{i}", "0", Farads));
            elements.Add(new Resistor($"l{i}", $"u{i}", "0", LeakOhms));
            elements.Add(new TanhAmplifier($"a{i}", $"u{i}", $"p{i}", $"n{i}", SupplyVolts, gain));
        }
        string[] bits = [.. Enumerable.Range(0, n).Select(i => $"u{i}")];
        elements.Add(new CrossbarArray("x", [.. Enumerable.Range(0, n).SelectMany(j => new[] { $"p{j}", $"n{j}" })], bits,
            new(2 * n, n, cells), ArrayWires.Uniform(segmentOhms)));
        return new Netlist { Title = $"Hopfield crossbar, N = {n}", Elements = elements, ProbeNodes = bits, InitialVolts = Start(bits, key.Fold("start")) };
    }

    public static Dictionary<string, double> Start(string[] bits, RandomKey key)
    {
        var stream = key.Stream();
        return bits.ToDictionary(bit => bit, _ => 0.02 * stream.NextGaussian());
    }

    /// <summary>20 C / mean(ΣG): long enough for all neurons to settle (as the oracle circuits).</summary>
    public static double StopSeconds(Netlist netlist)
    {
        var cells = netlist.Elements.OfType<CrossbarArray>().Single().Cells;
        return 20 * Farads / (cells.Siemens.Sum() / cells.Columns + 1 / LeakOhms);
    }
}
