using System.Diagnostics;
using System.Globalization;
using System.Text;
using Crossbar.Arrays;
using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Engines.Ngspice;
using Crossbar.Programming;
using Hopfield.Numerics;

namespace Benchmarks;

/// <summary>
/// Transients of arrays in which every cell changes state: the batch integrator beside ngspice on the same deck, and how far each is from a
/// much finer run. Wall-clock times of one thread.
/// </summary>
internal static class DevicesBenchmark
{
    private const double OursTolerance = 1e-4, TheirsTolerance = 1e-4, ReferenceTolerance = 1e-6;
    private const int Repetitions = 3;

    public static int Run(string[] args)
    {
        int ngspiceUpTo = int.Parse(ResultsPage.Option(args, "--ngspice-up-to") ?? "64", CultureInfo.InvariantCulture);
        var ngspice = new NgspiceEngine();
        var page = new StringBuilder(Heading(ngspice, ngspiceUpTo));
        foreach (string name in (ResultsPage.Option(args, "--devices") ?? "linear-ion-drift,knowm-mss,yakopcic").Split(','))
            foreach (int size in (int[])[16, 32, 64, 128, 256])
            {
                string row = Row(Catalog.Find<IDeviceModel>(name, "device"), size, ngspice.Availability.Present && size <= ngspiceUpTo ? ngspice : null);
                Console.Error.WriteLine(row);
                page.Append(row).Append('\n');
            }
        page.Append(WiredProgrammingBenchmark.Section(ngspice));
        page.Append(SettlingCellsBenchmark.Heading);
        foreach (string row in SettlingCellsBenchmark.Rows(ngspice, ngspiceUpTo))
        {
            Console.Error.WriteLine(row);
            page.Append(row).Append('\n');
        }
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    private static string Row(IDeviceModel device, int size, NgspiceEngine? ngspice)
    {
        int count = size * size;
        double stop = device.Sweep.PeriodSeconds / 2;
        var words = Enumerable.Range(0, size).Select(i => Ramp(device.SetPolarity * device.Sweep.Volts * (0.8 + 0.2 * i / size),
            stop)).ToArray();
        var bits = Enumerable.Repeat(SourceWaveform.Constant(0), size).ToArray();
        double[] start = [.. Enumerable.Range(0, count).Select(c => device.States[0].Denormalize(Start(device, (double)c / count)))];
        double[] Integrate(double tolerance, out int steps)
        {
            double[] states = [.. start];
            var integrator = new CellIntegrator(device, count, states, new WiredCells(device, ArrayWires.Ideal, words, bits), tolerance);
            integrator.Advance(stop);
            steps = integrator.Steps;
            return states;
        }

        double[] reference = Integrate(ReferenceTolerance, out _), ours = Integrate(OursTolerance, out int steps);
        double milliseconds = Enumerable.Range(0, Repetitions).Select(_ =>
            Milliseconds(() => Integrate(OursTolerance, out int _))).Order().ElementAt(Repetitions / 2);
        double moved = reference.Zip(start, (a, b) => Math.Abs(a - b)).Min() / device.States[0].Span;
        string theirs = "- | - | - | -";
        if (ngspice is not null)
        {
            var netlist = MemristorArray.Circuit(device, start, ArrayWires.Ideal, words, bits);
            CircuitSolution solution = null!;
            double wall = Milliseconds(() => solution = ngspice.Load(netlist).Transient(new()
            {
                StopSeconds = stop,
                RelativeTolerance = TheirsTolerance,
                AbsoluteVolts = 1e-7,
                TimeLimitSeconds = 7200,
            }));
            double[] ends = [.. solution.Volts.Values.Select(v => device.States[0].Denormalize(v[^1]))];
            theirs = $"{F(wall)} | {solution.Steps} | {Worst(device, ends, reference):0.0e-0} | {wall / milliseconds:n0}";
        }
        return $"| {device.Name} | {size} × {size} | {moved:f2} | {F(milliseconds)} | {steps} | {Worst(device, ours, reference):0.0e-0} | "
            + $"{1e6 * milliseconds / count / steps:f0} | {theirs} |";
    }

    /// <summary>Half a triangle.</summary>
    private static SourceWaveform Ramp(double volts, double stop) => SourceWaveform.PiecewiseLinear([0, 0.5 * stop, stop], [0, volts, 0]);

    /// <summary>On the side from which the drive moves the state: all cells have a way to go.</summary>
    private static double Start(IDeviceModel device, double fraction)
    {
        bool risesWithConductance = ConductanceRange.At(device, 0.01, [device.States[0].High]) > ConductanceRange.At(device, 0.01,
            [device.States[0].Low]);
        return risesWithConductance ? 0.05 + 0.1 * fraction : 0.95 - 0.1 * fraction;
    }

    private static double Worst(IDeviceModel device, double[] a, double[] b) =>
        a.Zip(b, (x, y) => Math.Abs(x - y)).Max() / device.States[0].Span;

    private static double Milliseconds(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static string F(double milliseconds) => milliseconds.ToString(milliseconds < 10 ? "f2" : milliseconds < 100 ? "f1" : "n0",
        CultureInfo.InvariantCulture);

    private static string Heading(NgspiceEngine ngspice, int upTo) => $"""
        # Arrays whose cells all change state

        Every cell of an array is set by a triangular pulse of half the device's own sweep; word line i gets 80 to 100 % of its amplitude, cells start
        at 5 to 15 % of the state's range (or its mirror). Wires are ideal, since ngspice cannot take resistive ones at this size. Written by this
        command, which anyone can run:

            dotnet run -c Release --project tests/Benchmarks -- devices --ngspice-up-to {upTo} --out docs/results/devices.md

        Machine: {ResultsPage.Machine()}; one thread. ngspice {ngspice.Availability.Version} at reltol {TheirsTolerance:0e-0}, the batch integrator at
        {OursTolerance:0e-0} per step; *error* is the largest deviation of any cell's final state from the batch integrator at {ReferenceTolerance:0e-0}, in
        parts of the state's range. *Least move* is how far the least moved cell went, in the same unit. Ours is the median of {Repetitions} runs,
        ngspice one run, its start and reading of the deck included.

        | device | array | least move | ours ms | steps | error | ns per cell and step | ngspice ms | steps | error | × |
        |---|---|---|---|---|---|---|---|---|---|---|

        """;
}
