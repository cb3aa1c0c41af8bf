using System.Diagnostics;
using System.Globalization;
using System.Text;
using Crossbar.Arrays;
using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Engines.Ngspice;
using Crossbar.Programming;

namespace Benchmarks;

/// <summary>One pulse on one cell of a passive array (no transistors), through resistive wires, V/2 scheme: what half-select disturb costs
/// to compute. The batch integrator with the wire solver beside ngspice on the same deck.</summary>
internal static class WiredProgrammingBenchmark
{
    private const double SegmentOhms = 0.25, OursTolerance = 1e-4, TheirsTolerance = 1e-4, ReferenceTolerance = 1e-7;

    public static string Section(NgspiceEngine ngspice)
    {
        var page = new StringBuilder($"""

            ## Programming a passive array through its wires

            One set pulse of 0.6 V for 50 µs on the middle cell of a passive array of Knowm cells (V/2 scheme, {SegmentOhms} Ω in every wire segment), all
            states at a half; *moved* is how far the selected cell goes. The batch integrator solves the wires at every stage; *error* is of any cell's
            final state, against the batch integrator at {ReferenceTolerance:0e-0}.

            | array | moved | ours ms | steps | error | ngspice ms | steps | error | × |
            |---|---|---|---|---|---|---|---|---|

            """);
        foreach (int size in (int[])[8, 16, 32, 64])
        {
            string row = Row(size, ngspice.Availability.Present && size <= 16 ? ngspice : null);
            Console.Error.WriteLine(row);
            page.Append(row).Append('\n');
        }
        return page.ToString();
    }

    private static string Row(int size, NgspiceEngine? ngspice)
    {
        var device = new KnowmMetastableSwitch();
        const double volts = 0.6, width = 50e-6;
        double stop = width * (1 + 2 * PulseDrive.EdgeFraction);
        int count = size * size, selected = size / 2 * size + size / 2;
        var wires = ArrayWires.Uniform(SegmentOhms);
        var (words, bits) = LinePulse.Lines(BiasScheme.Half, size, size, size / 2, size / 2, volts, width);
        double[] start = new double[count];
        Array.Fill(start, 0.5);
        (double[] States, int Steps) Ours(double tolerance)
        {
            double[] states = [.. start];
            var integrator = new CellIntegrator(device, count, states, new WiredCells(device, wires, words, bits), tolerance);
            integrator.Advance(stop);
            return (states, integrator.Steps);
        }

        double[] reference = Ours(ReferenceTolerance).States;
        var clock = Stopwatch.StartNew();
        var ours = Ours(OursTolerance);
        double milliseconds = clock.Elapsed.TotalMilliseconds;
        string theirs = "- | - | - | -";
        if (ngspice is not null)
        {
            var netlist = MemristorArray.Circuit(device, start, wires, words, bits);
            clock.Restart();
            var solution = ngspice.Load(netlist).Transient(new TransientRequest
            {
                StopSeconds = stop,
                RelativeTolerance = TheirsTolerance,
                AbsoluteVolts = 1e-7,
                TimeLimitSeconds = 7200,
            });
            double wall = clock.Elapsed.TotalMilliseconds;
            theirs = $"{F(wall)} | {solution.Steps} | {Worst([.. solution.Volts.Values.Select(v => v[^1])], reference):0.0e-0} | {wall / milliseconds:n0}";
        }
        return $"| {size} × {size} | {reference[selected] - start[selected]:f2} | {F(milliseconds)} | {ours.Steps} | {Worst(ours.States, reference):0.0e-0} | {theirs} |";
    }

    private static double Worst(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();

    private static string F(double milliseconds) =>
        milliseconds.ToString(milliseconds < 10 ? "f2" : milliseconds < 100 ? "f1" : "n0", CultureInfo.InvariantCulture);
}
