using System.Text.Json;
using Crossbar.Layout;
using Crossbar.Netlists;
using Hopfield.Model;
using TestSupport;

namespace Crossbar.Tests.Reduced;

/// <summary>The Hopfield circuits of ../shared/cases/spice, whose waveforms were computed by ngspice at reltol 1e-7 (good to 1.3 µV).</summary>
internal sealed record OracleCircuit(Netlist Netlist, Waveforms Expected, double StopSeconds, int Neurons)
{
    public static OracleCircuit Read(int n, bool wires)
    {
        var settings = JsonDocument.Parse(File.ReadAllText(SharedFolder.File($"cases/spice/hop_N{n}.json"))).RootElement;
        double Number(string name) => settings.GetProperty(name).GetDouble();
        var plus = Numbers(SharedFolder.File($"cases/spice/hop_N{n}_Gplus.csv"));
        var minus = Numbers(SharedFolder.File($"cases/spice/hop_N{n}_Gminus.csv"));
        var start = Numbers(SharedFolder.File($"cases/spice/hop_N{n}_u0.csv")).SelectMany(row => row).ToArray();
        var table = Numbers(SharedFolder.File($"cases/spice/hop_N{n}_{(wires ? "wire" : "ideal")}_ngspice.csv"), header: true);

        // Word line 2j is +v_j, 2j+1 is −v_j; the files hold [neuron i, neuron j] = cell between line j and bit line i.
        var siemens = new double[2 * n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                siemens[2 * j * n + i] = plus[i][j];
                siemens[(2 * j + 1) * n + i] = minus[i][j];
            }
        var netlist = HopfieldNetlist(n, new(2 * n, n, siemens), ArrayWires.Uniform(wires ? Number("Rw") : 0),
            Number("C"), Number("R"), Number("Vdd"), Number("gain"), start);
        var names = Enumerable.Range(0, n).Select(i => $"u{i}").ToArray();
        var expected = new Waveforms([.. table.Select(row => row[0])], names,
            [.. Enumerable.Range(1, n).Select(i => table.Select(row => row[i]).ToArray())]);
        return new(netlist, expected, Number("T"), n);
    }

    public static Netlist HopfieldNetlist(
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

    private static double[][] Numbers(string path, bool header = false) =>
        [.. File.ReadLines(path).Skip(header ? 1 : 0).Where(line => line.Length > 0).Select(line => line.Split(',').Select(double.Parse).ToArray())];
}
