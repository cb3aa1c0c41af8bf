using System.Diagnostics;
using System.Globalization;
using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Engines.Ngspice;
using Crossbar.Engines.Reduced;
using Hopfield.Numerics;

namespace Benchmarks;

/// <summary>
/// Drift while settling: amplifiers drive the word lines of an array of memristors whose bit lines are neurons, and every cell moves while
/// the nodes settle. The reduced engine beside ngspice on the same deck.
/// </summary>
internal static class SettlingCellsBenchmark
{
    private const double OursTolerance = 1e-4, TheirsTolerance = 1e-4, ReferenceTolerance = 1e-7;
    private const int Repetitions = 3;

    /// <summary>Rows for growing arrays; ngspice up to a size.</summary>
    public static IEnumerable<string> Rows(NgspiceEngine ngspice, int ngspiceUpTo)
    {
        foreach (int size in (int[])[16, 32, 64, 128, 256])
            yield return Row(size, ngspice.Availability.Present && size <= ngspiceUpTo ? ngspice : null);
    }

    public static string Heading { get; } = $"""

        ## Drift while settling

        As many neurons as bit lines (node capacitor, leak, amplifier onto a word line of its own), a Knowm cell at every cross point in a random state,
        random start voltages; cells and nodes move on the same time scale (τ of the cells is that of ten node time constants). Reduced engine at
        {OursTolerance:0e-0}, median of {Repetitions} runs, reading of the netlist included; *error* is the largest deviation of any node from the reduced
        engine at {ReferenceTolerance:0e-0}, in parts of the supply, and of any state, in parts of its range, at the end; *rms move* is that of all cells, in parts of
        the range.

        | array | rms move | ours ms | steps | node error | state error | µs per cell | ngspice ms | steps | node error | state error | × |
        |---|---|---|---|---|---|---|---|---|---|---|---|

        """;

    private static string Row(int size, NgspiceEngine? ngspice)
    {
        var (netlist, stop) = Circuit(size);
        TransientRequest Request(double tolerance) => new()
        {
            StopSeconds = stop,
            RelativeTolerance = tolerance,
            AbsoluteVolts = 1e-3 * tolerance,
            TimeLimitSeconds = 7200,
        };
        CircuitSolution Ours(double tolerance) => new ReducedEngine().Load(netlist).Transient(Request(tolerance));
        var reference = Ours(ReferenceTolerance);
        var ours = Ours(OursTolerance);
        double milliseconds = Enumerable.Range(0, Repetitions).Select(_ => Milliseconds(() => Ours(OursTolerance))).Order()
            .ElementAt(Repetitions / 2);
        double moved = Math.Sqrt(netlist.Elements.OfType<Memristor>().Average(cell =>
            Math.Pow(reference.FinalStates![cell.StateNodes[0]] - cell.Device.States[0].Normalize(cell.StartStates[0]), 2)));
        string theirs = "- | - | - | - | -";
        if (ngspice is not null)
        {
            CircuitSolution solution = null!;
            double wall = Milliseconds(() => solution = ngspice.Load(netlist).Transient(Request(TheirsTolerance)));
            theirs = $"{F(wall)} | {solution.Steps} | {Errors(solution, reference)} | {wall / milliseconds:n0}";
        }
        return $"| {size} × {size} | {moved:f2} | {F(milliseconds)} | {ours.Steps} | {Errors(ours, reference)} | "
            + $"{1e3 * milliseconds / size / size:f0} | {theirs} |";
    }

    private static (Netlist Netlist, double StopSeconds) Circuit(int size)
    {
        const double farads = 1e-12, leakOhms = 1e3;
        var stream = RandomKey.FromSeed(1).Fold("settling cells").Fold(size).Stream();
        // Half of the switches on: the conductance of a mean cell.
        var plain = new KnowmMetastableSwitch();
        double siemens = 0.5 / plain.OnOhms + 0.5 / plain.OffOhms, tau = farads / (size * siemens + 1 / leakOhms);
        var device = plain with { TimeConstantSeconds = 10 * tau };
        var gain = SourceWaveform.Constant(4);
        var elements = new List<NetlistElement>();
        var start = new Dictionary<string, double>();
        for (int i = 0; i < size; i++)
        {
            elements.Add(new Capacitor($"c{i}", $"u{i}", NetlistCheck.Ground, farads));
            elements.Add(new Resistor($"leak{i}", $"u{i}", NetlistCheck.Ground, leakOhms));
            elements.Add(new TanhAmplifier($"a{i}", $"u{i}", $"p{i}", null, 0.8, gain));
            start[$"u{i}"] = 2 * stream.NextUniform() - 1;
        }
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                elements.Add(new Memristor($"x_r{i}_c{j}", $"p{i}", $"u{j}", device) { StartStates = [0.2 + 0.6 * stream.NextUniform()] });
        return (new Netlist
        {
            Title = $"{size} neurons round {size * size} cells that move",
            Elements = elements,
            ProbeNodes = [.. Enumerable.Range(0, size).Select(i => $"u{i}")],
            InitialVolts = start,
        }, 40 * tau);
    }

    private static string Errors(CircuitSolution solution, CircuitSolution reference)
    {
        double nodes = solution.Volts.Values.Zip(reference.Volts.Values, (a, b) => Math.Abs(a[^1] - b[^1])).Max() / 0.8;
        double states = reference.FinalStates!.Max(pair => Math.Abs(solution.FinalStates![pair.Key] - pair.Value));
        return $"{nodes:0.0e-0} | {states:0.0e-0}";
    }

    private static double Milliseconds(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static string F(double milliseconds) =>
        milliseconds.ToString(milliseconds < 10 ? "f2" : milliseconds < 100 ? "f1" : "n0", CultureInfo.InvariantCulture);
}
