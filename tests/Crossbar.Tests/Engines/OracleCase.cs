using System.Globalization;
using Crossbar.Arrays;
using Crossbar.Circuits;
using Hopfield.Model;
using TestSupport;

namespace Crossbar.Tests.Engines;

/// <summary>
/// A Hopfield network with ngspice's waveforms at reltol 1e-7 (good to about 1.3 µV). Our own are in tests/Golden. Those of
/// ../shared/cases/spice, larger, have 1 pF and 10 kΩ per neuron, amplifiers tanh(20 u) with both outputs, word lines 2j and 2j + 1 at +v_j
/// and −v_j, bit line i at neuron i, 1 Ω segments when wired.
/// </summary>
internal sealed class OracleCase
{
    /// <summary>The name of the shared case of 32 neurons with wires, 4,256 unknowns.</summary>
    public const string LargestShared = "hop_N32_wire";

    private const string IdealArray = "hopfield12_ideal array", WiredArray = "hopfield12_wired array";

    private OracleCase(Netlist netlist, Waveforms reference) => (Netlist, Reference) = (netlist, reference);

    /// <summary>Our decks as they are read, the two of these whose array is also taken as one element, and the shared ones.</summary>
    public static TheoryData<string> Names => SharedFolder.Cases([.. GoldenDecks.Names, IdealArray, WiredArray], "cases/spice",
        ["hop_N16_ideal", "hop_N32_ideal", "hop_N16_wire", LargestShared]);

    /// <summary>Those that switch from far away, so that loose tolerances show, without the largest.</summary>
    public static TheoryData<string> Fast =>
        SharedFolder.Cases([IdealArray, WiredArray], "cases/spice", ["hop_N16_ideal", "hop_N32_ideal", "hop_N16_wire"]);

    /// <summary>Those whose array is one element, with wires.</summary>
    public static TheoryData<string> Wired => SharedFolder.Cases([WiredArray], "cases/spice", ["hop_N16_wire", LargestShared]);

    /// <summary>True for the decks in tests/Golden.</summary>
    public static bool IsOurs(string name) => name.StartsWith("hopfield", StringComparison.Ordinal);

    public Netlist Netlist { get; }

    /// <summary>Neuron voltages u0, u1, … as given.</summary>
    public Waveforms Reference { get; }

    /// <summary>The transient over the time of the reference, answered at its times, with the steps of the run that made it.</summary>
    public TransientRequest Request(double reltol, double? largestStepSeconds = null) => new()
    {
        StopSeconds = Reference.Seconds[^1],
        RelativeTolerance = reltol,
        LargestStepSeconds = largestStepSeconds,
        OutputSeconds = Reference.Seconds,
    };

    public static OracleCase Load(string name)
    {
        string deck = name.Split(' ')[0];
        if (!GoldenDecks.Names.Contains(deck)) return Shared(int.Parse(name[5..7]), name.EndsWith("wire", StringComparison.Ordinal));
        return new(deck == name ? GoldenDecks.Deck(name).Netlist : GoldenDecks.WithArray(deck, name == WiredArray ? 5 : 0),
            GoldenDecks.Reference(deck));
    }

    /// <summary>The same with the first rows of the reference alone: the switching is at the beginning.</summary>
    public OracleCase Beginning(double fraction)
    {
        int count = (int)(fraction * Reference.Seconds.Length);
        return new(Netlist, new(Reference.Seconds[..count], [.. Reference.Names], [.. Reference.Values.Select(volts => volts[..count])]));
    }

    /// <summary>Largest difference from the reference at any of its times, V, given waveforms at those times.</summary>
    public double WorstDifferenceVolts(Waveforms answer)
    {
        Assert.Equal(Reference.Seconds, answer.Seconds);
        double worst = 0;
        foreach (string node in Reference.Names)
            for (int k = 0; k < Reference.Seconds.Length; k++) worst = Math.Max(worst, Math.Abs(answer[node][k] - Reference[node][k]));
        return worst;
    }

    private static OracleCase Shared(int size, bool wired)
    {
        double[][] plus = Table($"hop_N{size}_Gplus.csv"), minus = Table($"hop_N{size}_Gminus.csv"), start = Table($"hop_N{size}_u0.csv");
        var cells = new double[2 * size * size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                (cells[2 * j * size + i], cells[(2 * j + 1) * size + i]) = (plus[i][j], minus[i][j]);
        string[] neurons = [.. Enumerable.Range(0, size).Select(i => $"u{i}")];
        var elements = new List<NetlistElement>();
        for (int i = 0; i < size; i++)
        {
            elements.Add(new Capacitor($"c{i}", neurons[i], "0", 1e-12));
            elements.Add(new Resistor($"l{i}", neurons[i], "0", 1e4));
            elements.Add(new TanhAmplifier($"f{i}", neurons[i], $"p{i}", $"n{i}", 1, SourceWaveform.Constant(20)));
        }
        elements.Add(new CrossbarArray("g", [.. Enumerable.Range(0, 2 * size).Select(k => (k % 2 == 0 ? "p" : "n") + k / 2)], neurons,
            new ConductanceMatrix(2 * size, size, cells), ArrayWires.Uniform(wired ? 1 : 0)));
        var netlist = new Netlist
        {
            Title = $"oracle N={size} {(wired ? "wired" : "ideal")}",
            Elements = elements,
            ProbeNodes = neurons,
            InitialVolts = neurons.Select((node, i) => (node, start[i][0])).ToDictionary(p => p.node, p => p.Item2),
        };
        var rows = Table($"hop_N{size}_{(wired ? "wire" : "ideal")}_ngspice.csv", header: true);
        return new(netlist, new Waveforms([.. rows.Select(row => row[0])], neurons,
            [.. neurons.Select((_, i) => rows.Select(row => row[i + 1]).ToArray())]));
    }

    private static double[][] Table(string file, bool header = false) =>
        [.. File.ReadLines(SharedFolder.File("cases/spice/" + file)).Skip(header ? 1 : 0).Where(line => line.Length > 0)
            .Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
}
