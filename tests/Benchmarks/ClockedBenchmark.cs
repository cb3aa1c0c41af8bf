using System.Diagnostics;
using System.Globalization;
using System.Text;
using Crossbar.Arrays;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Hopfield.Dynamics;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Benchmarks;

/// <summary>Reads of the clocked machine per second, on random graphs of density ½, beside the digital engine that goes one run at a
/// time.</summary>
internal static class ClockedBenchmark
{
    private static readonly (string Name, ClockedMachineParameters Parameters)[] s_settings =
    [
        ("no noise", new() { NoiseUnits = Ramp.Constant(0) }),
        ("uniform noise, n = 1.5", new() { NoiseUnits = Ramp.Constant(1.5) }),
        ("Gaussian noise, σ = 0.6, hysteresis",
            new() { NoiseUnits = Ramp.Constant(0.6), Shape = NoiseShape.Gaussian, HysteresisUnits = new(-3, 1.4) }),
        ("the same, ten columns per clock",
            new() { NoiseUnits = Ramp.Constant(0.6), Shape = NoiseShape.Gaussian, HysteresisUnits = new(-3, 1.4), BatchColumns = 10 }),
        ("the same, 1 Ω wires", new() { NoiseUnits = Ramp.Constant(0.6), Shape = NoiseShape.Gaussian, HysteresisUnits = new(-3, 1.4), Wires = ArrayWires.Uniform(1) }),
    ];

    public static int Run(string[] args)
    {
        var page = new StringBuilder($"""
            # Speed of the clocked machine

            Reads of columns (decisions of neurons) per second and per core, median of seven runs of some 0.1 s; random graphs of density ½ on
            differential pairs. The last row is the digital engine of this program at temperature 1 (Glauber), one run at a time on one core. Written by

                dotnet run -c Release --project tests/Benchmarks -- clocked --out docs/results/clocked.md

            Machine: {ResultsPage.Machine()}.

            | machine | N = 60 | N = 100 | N = 200 |
            |---|---|---|---|

            """);
        int[] sizes = [60, 100, 200];
        foreach (var (name, parameters) in s_settings) Row(page, name, [.. sizes.Select(n => Reads(Graph(n), parameters, 1))]);
        Row(page, "uniform noise on both cores", [.. sizes.Select(n => Reads(Graph(n), s_settings[1].Parameters, 2))]);
        Row(page, "digital engine, Glauber", [.. sizes.Select(n => Digital(Graph(n)))]);

        var wired = new ClockedMachine(s_settings[4].Parameters with { Cycles = 50 }, new DifferentialPairMapping());
        var model = Graph(60);
        double prepare = double.PositiveInfinity, run = double.PositiveInfinity;
        for (int k = 0; k < 5; k++)
        {
            var clock = Stopwatch.StartNew();
            var prepared = wired.Load(model);
            prepare = Math.Min(prepare, clock.Elapsed.TotalSeconds);
            clock.Restart();
            prepared.Run(1000, new RandomKey(3));
            run = Math.Min(run, clock.Elapsed.TotalSeconds);
        }
        page.Append(CultureInfo.InvariantCulture, $"""

            1,000 runs of 50 cycles at N = 60 with 1 Ω wires, both cores: {1e3 * prepare:f1} ms for the 60 solutions of the array (once), {1e3 * run:f1} ms for
            the runs. Cells are linear at the read voltage, so each read is exactly a product with the solved transfer matrix (docs/theory/clocked.md).

            """);
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    private static IsingModel Graph(int nodes)
    {
        var stream = new RandomKey(5).Stream();
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < nodes; i++)
            for (int j = 0; j < i; j++)
                if (stream.NextUniform() < 0.5) pairs.Add((i, j, -0.5));
        return new(Couplings.FromPairs(nodes, pairs));
    }

    private static double Reads(IsingModel model, ClockedMachineParameters parameters, int threads)
    {
        var machine = new ClockedMachine(parameters with { Cycles = 60000 / model.Size }, new DifferentialPairMapping()).Load(model);
        var rates = new List<double>();
        for (int k = 0; k < 10; k++)
        {
            var clock = Stopwatch.StartNew();
            var runs = machine.Run(640, new RandomKey(1), threads);
            if (k >= 3) rates.Add(runs.Updates / clock.Elapsed.TotalSeconds);
        }
        return rates.Order().ElementAt(3);
    }

    private static double Digital(IsingModel model)
    {
        var machine = new GlauberDynamics().Prepare(model);
        var start = new double[model.Size];
        var rates = new List<double>();
        for (int k = 0; k < 10; k++)
        {
            long updates = 0;
            var clock = Stopwatch.StartNew();
            for (int run = 0; run < 100; run++) updates += machine.Settle(start, new RandomKey(1).Fold(run)).Operations!.SpinUpdates;
            if (k >= 3) rates.Add(updates / clock.Elapsed.TotalSeconds);
        }
        return rates.Order().ElementAt(3);
    }

    private static void Row(StringBuilder page, string name, double[] rates)
    {
        string row = $"| {name} | {string.Join(" | ", rates.Select(rate => FormattableString.Invariant($"{rate / 1e6:f0} M/s")))} |";
        Console.Error.WriteLine(row);
        page.Append(row).Append('\n');
    }
}
