using System.Diagnostics;
using System.Globalization;
using System.Text;
using Crossbar.Circuits;
using Crossbar.Engines.Ngspice;
using Crossbar.Engines.Reduced;
using Crossbar.SpiceSharp;
using Hopfield.Numerics;

namespace Benchmarks;

/// <summary>
/// Settling of Hopfield arrays with 1 Ω segments: the reduced engine, and in the same run ngspice and SpiceSharp on the same circuits and
/// starts, as far as they can go. Wall-clock times of one thread each.
/// </summary>
internal static class SettlingBenchmark
{
    private const int Repetitions = 5, Starts = 20;
    private const double WarmUpSeconds = 2;

    public static int Run(string[] args)
    {
        int ngspiceUpTo = int.Parse(ResultsPage.Option(args, "--ngspice-up-to") ?? "32", CultureInfo.InvariantCulture);
        var ngspice = new NgspiceEngine();
        var spiceSharp = SpiceSharpSupport.TryCreate();
        var page = new StringBuilder();
        page.Append(Heading(ngspice, spiceSharp, ngspiceUpTo));
        foreach (int n in new[] { 16, 32, 64, 128, 256, 512 })
        {
            string row = Row(n, ngspice.Availability.Present && n <= ngspiceUpTo ? ngspice : null, spiceSharp);
            Console.Error.WriteLine(row);
            page.Append(row).Append('\n');
        }
        page.Append(Footing());
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    private static string Row(int n, NgspiceEngine? ngspice, ICircuitEngine? spiceSharp)
    {
        var netlist = HopfieldCircuits.Make(n, 1, 1);
        var engine = new ReducedEngine();
        double first = Milliseconds(() => engine.Load(netlist).Transient(Request(netlist, 0)));
        for (int k = 0; k < Repetitions; k++) engine.Load(netlist);
        double load = Median(Repetitions, _ => Milliseconds(() => engine.Load(netlist)));
        var circuit = engine.Load(netlist);
        var warm = Stopwatch.StartNew(); // until the just-in-time compiler has optimised
        for (int k = 0; warm.Elapsed.TotalSeconds < WarmUpSeconds; k++) circuit.Transient(Request(netlist, k));
        double settle = Median(Starts, k => Milliseconds(() => circuit.Transient(Request(netlist, k))));
        var solution = circuit.Transient(Request(netlist, 0));

        var cells = new List<string>
        {
            $"{n}", $"{4L * n * n + 5 * n:n0}", F(first), F(load), F(settle), $"{solution.Steps}",
                solution.ResidualAmperes!.Value.ToString("0e-0", CultureInfo.InvariantCulture),
        };
        foreach (var other in new[] { ngspice, spiceSharp })
        {
            if (other is null)
            {
                cells.AddRange(["-", "-", "-", "-"]);
                continue;
            }
            CircuitSolution theirs = null!;
            double wall = Milliseconds(() => theirs = other.Load(netlist).Transient(Request(netlist, 0) with
            {
                WithSpiceDefaults = true,
                TimeLimitSeconds = 7200,
            }));
            var ours = circuit.Transient(Request(netlist, 0) with
            {
                RelativeTolerance = 1e-9,
                AbsoluteVolts = 1e-12,
                OutputSeconds = theirs.Volts.Seconds,
            });
            double worst = 0;
            for (int i = 0; i < n; i++)
                for (int k = 0; k < ours.Volts.Seconds.Length; k++)
                    worst = Math.Max(worst, Math.Abs(theirs.Volts.Values[i][k] - ours.Volts.Values[i][k]));
            cells.AddRange([F(wall), $"{wall / (load + settle):n0}", $"{wall / settle:n0}", $"{1e3 * worst:f1}"]);
        }
        return "| " + string.Join(" | ", cells) + " |";
    }

    /// <summary>The transient of the oracle circuits, from another start each time.</summary>
    private static TransientRequest Request(Netlist netlist, int start) => new()
    {
        StopSeconds = HopfieldCircuits.StopSeconds(netlist),
        InitialVolts = HopfieldCircuits.Start([.. netlist.ProbeNodes], RandomKey.FromSeed((ulong)start)),
    };

    private static string Heading(NgspiceEngine ngspice, ICircuitEngine? spiceSharp, int ngspiceUpTo) => $"""
        # Settling a Hopfield array with resistive wires

        N neurons, 2N × N cells (1 … 100 µS, ±5 %), 1 Ω per wire segment, 1 pF and 10 kΩ per neuron, gain 20/V, 20 C/ΣG of simulated time from a random
        start. Written by this command, which anyone can run:

            dotnet run -c Release --project tests/Benchmarks -- settling --ngspice-up-to {ngspiceUpTo} --out docs/results/settling.md

        Machine: {ResultsPage.Machine()}; every engine on one thread. ngspice {ngspice.Availability.Version}, SpiceSharp {spiceSharp?.Availability.Version ?? "not built in"}; both at SPICE's
        default tolerances (reltol 1e-3), the reduced engine at 1e-6. SpiceSharp gets arrays of more than 2,000 wire nodes as one exactly reduced part.
        *First* is the first call in the process for that size, array reduction and just-in-time compilation included; *reduce* and *settle* are
        medians of {Repetitions} and {Starts} calls after {WarmUpSeconds} s of warm-up. *Residual* is the largest Kirchhoff residual of an independent solve of the whole array at the end.
        Ratios: SPICE's time over (reduce + settle), and over settle alone, which is what every further start on the same array costs.
        ΔV: largest difference of any neuron's waveform from the reduced engine at 1e-9, i.e. SPICE's own error at default tolerance.

        | N | unknowns | first ms | reduce ms | settle ms | steps | residual A | ngspice ms | × first | × further | ΔV mV | SpiceSharp ms | × first | × further | ΔV mV |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|

        """;

    private static string Footing() => """

        A dash: not run. ngspice 39 (Sparse 1.3) grows about thirtyfold per doubling of N with wires, so N = 128 would take
        most of an hour.

        """;

    private static double Milliseconds(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(int count, Func<int, double> measure) => Enumerable.Range(0, count).Select(measure).Order()
        .ElementAt(count / 2);

    private static string F(double milliseconds) =>
        milliseconds.ToString(milliseconds < 10 ? "f2" : milliseconds < 100 ? "f1" : "n0", CultureInfo.InvariantCulture);
}
