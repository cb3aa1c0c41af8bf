using System.Globalization;
using System.Text;
using Cli.Output;
using Crossbar.Engines.Reduced;
using Crossbar.Layout;
using Crossbar.Machines;
using Crossbar.Mapping;
using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Benchmarks;

/// <summary>Handwritten digits on the continuous machine, N = 784: what programming errors and wires do to recall, beside the digital engine.</summary>
internal static class RecallMachineBenchmark
{
    private const double TenDigitNoise = 0.2, CapacityNoise = 0.1;

    public static int Run(string[] args)
    {
        var mnist = ResultsPage.Option(args, "--mnist") is { } folder ? Mnist.In(folder) : Mnist.Find();
        if (mnist is null)
        {
            Console.Error.WriteLine("recall: MNIST was not found; name its folder with --mnist DIR");
            return 2;
        }
        double segmentOhms = ResultsPage.Option(args, "--segment-ohms") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : 0;
        var page = new StringBuilder(Heading());
        TenDigits(page, mnist, segmentOhms);
        Capacity(page, mnist);
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    private static IEnumerable<(string Name, IMachine Machine)> Machines(double segmentOhms)
    {
        yield return ("digital, asynchronous", new AsynchronousDynamics());
        yield return ("digital, graded neurons (Hopfield 1984)", new GradedDynamics());
        yield return ("ideal cells and wires", Circuit(new DifferentialPairMapping(), 0));
        foreach (var reference in Enum.GetValues<ErrorReference>())
            foreach (double deviation in (double[])[0.02, 0.05, 0.10])
                yield return ($"programming error {100 * deviation} % of the {reference.ToString().ToLowerInvariant()}",
                    Circuit(new ProgrammingErrorMapping(new(), deviation, reference, new RandomKey(11)), 0));
        if (segmentOhms > 0) yield return ($"{segmentOhms} Ω per segment, one array of 1568 × 784", Circuit(new DifferentialPairMapping(), segmentOhms));
    }

    private static ContinuousMachine Circuit(IWeightMapping mapping, double segmentOhms) => new(new ReducedEngine(), new ContinuousMachineParameters
    {
        LoopGain = 8,
        AnnealTimeConstants = 0,
        StartVolts = 0.05,
        Wires = segmentOhms > 0 ? ArrayWires.Uniform(segmentOhms) : ArrayWires.Ideal,
    }, mapping);

    private static void TenDigits(StringBuilder page, Mnist mnist, double segmentOhms)
    {
        var digits = mnist.Test.FirstOfEachDigit(127).Patterns;
        var model = new PseudoinverseRule().Learn(digits).Model;
        foreach (var (name, machine) in Machines(segmentOhms))
        {
            var runs = Settle(machine, model, digits, [.. Enumerable.Range(0, 50).Select(k => k % digits.Count)], TenDigitNoise);
            Row(page, name, $"{100 * runs.Average(run => run.Overlap == 1 ? 1.0 : 0):f0} %", runs.Average(run => run.Overlap).ToString("f4"),
                Quantity.Text(Median(runs.Select(run => run.Trace.SettleSeconds)), "s"),
                Quantity.Text(Median(runs.Select(run => run.Trace.EnergyJoules)), "J"));
        }
    }

    private static void Capacity(StringBuilder page, Mnist mnist)
    {
        page.Append($"""

            ## Capacity: share of 20 probed training digits recalled from {100 * CapacityNoise} % noise

            Graded neurons, in the circuit as in the digital integration, pass through blends of patterns before they decide, and reach patterns whose
            basins of single flips are already too small. Each entry: recalled exactly / with an overlap of at least 0.95. The same digits and cues for every machine.

            | stored | digital, asynchronous | digital, graded | ideal cells | 5 % of the target | 2 % of the range |
            |---|---|---|---|---|---|

            """);
        foreach (int count in (int[])[50, 100, 150, 200, 250])
        {
            var patterns = mnist.Training.Images.ToPatterns(mnist.Training.Draw(count, new RandomKey(5).Fold(count)), 127).Patterns;
            var model = new PseudoinverseRule().Learn(patterns).Model;
            IMachine[] machines =
            [
                new AsynchronousDynamics(),
                new GradedDynamics(),
                Circuit(new DifferentialPairMapping(), 0),
                Circuit(new ProgrammingErrorMapping(new(), 0.05, ErrorReference.Target, new RandomKey(11)), 0),
                Circuit(new ProgrammingErrorMapping(new(), 0.02, ErrorReference.Range, new RandomKey(11)), 0),
            ];
            Row(page, [$"{count}", .. machines.Select(machine =>
            {
                var runs = Settle(machine, model, patterns, [.. Enumerable.Range(0, 20)], CapacityNoise);
                return $"{100 * runs.Average(run => run.Overlap == 1 ? 1.0 : 0):f0} % / {100 * runs.Average(run => run.Overlap >= 0.95 ? 1.0 : 0):f0} %";
            })]);
        }
    }

    private sealed record Recall(SettlingTrace Trace, double Overlap);

    private static List<Recall> Settle(IMachine machine, IsingModel model, IReadOnlyList<sbyte[]> patterns, int[] targets, double noise)
    {
        var prepared = machine.Prepare(model);
        return [.. targets.Select((target, run) =>
        {
            var key = new RandomKey(7).Fold(run);
            var trace = prepared.Settle(Spins.ToActivations(PatternNoise.Flip(patterns[target], noise, key.Fold("noise"))), key);
            return new Recall(trace, Spins.Overlap(trace.Spins, patterns[target]));
        })];
    }

    private static double? Median(IEnumerable<double?> values)
    {
        double[] known = [.. values.Where(value => value is not null).Select(value => value!.Value).Order()];
        return known.Length == 0 ? null : known[known.Length / 2];
    }

    private static void Row(StringBuilder page, params string[] cells)
    {
        string row = "| " + string.Join(" | ", cells) + " |";
        Console.Error.WriteLine(row);
        page.Append(row).Append('\n');
    }

    private static string Heading() => $"""
        # Handwritten digits on the continuous machine

        N = 784 neurons, pseudoinverse weights without diagonal on differential pairs (1 … 100 µS, 1568 × 784 cells), constant loop gain 8, reduced
        engine. Written by this command (with the MNIST files; `--segment-ohms 1` adds a row with wires):

            dotnet run -c Release --project tests/Benchmarks -- recall --mnist DIR --out docs/results/recall.md

        Machine: {ResultsPage.Machine()}. Errors of the *target* are a part of each cell's own conductance, errors of the *range* a part of the 99 µS
        between off and on; weights of digits are mostly small, so that the second adds up over a bit line. Settle time and energy are of
        the simulated hardware, medians; the energy is what amplifiers deliver into the array. Not in this table: read noise and tiles with
        partial sums, which the continuous machine does not model yet, and the clocked machine.

        ## Ten digits from {100 * TenDigitNoise} % noise, 50 recalls

        | machine | exact | mean overlap | settle time | energy |
        |---|---|---|---|---|

        """;
}
