using System.Globalization;
using System.Text;
using Cli.Output;
using Crossbar.Arrays;
using Crossbar.Costs;
using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Crossbar.Noise.Models;
using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Benchmarks;

/// <summary>Handwritten digits on both machines, N = 784: what programming errors, read noise, wires and tiles do to recall, beside the
/// digital engine.</summary>
internal static class RecallMachineBenchmark
{
    private const double TenDigitNoise = 0.2, CapacityNoise = 0.1;
    private const int Probes = 40, NoisyRecalls = 5; // a noisy transient draws for each of 1.2 million cells at each of a thousand steps

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
        yield return ("continuous, ideal cells and wires", Circuit(new DifferentialPairMapping(), 0));
        foreach (var reference in Enum.GetValues<ErrorReference>())
            foreach (double deviation in (double[])[0.02, 0.05, 0.10])
                yield return ($"continuous, programming error {100 * deviation} % of the {reference.ToString().ToLowerInvariant()}",
                    Circuit(new ProgrammingErrorMapping(new(), deviation, reference, new RandomKey(11)), 0));
        foreach (int lines in (int[])[64, 128])
            yield return ($"continuous, 1 Ω per segment, tiles of {lines}", Circuit(new DifferentialPairMapping(), 1, lines));
        yield return ("continuous, 1 Ω, tiles of 64, 5 % of the target", Circuit(s_targetError, 1, 64));
        foreach (double noise in (double[])[0.05, 0.20])
            yield return ($"continuous, read noise {100 * noise} % of each cell, {NoisyRecalls} recalls", Noisy(noise));
        foreach (var (name, machine) in Clocked()) yield return (name, machine);
        if (segmentOhms > 0) yield return ($"continuous, {segmentOhms} Ω per segment, one array of 1568 × 784",
            Circuit(new DifferentialPairMapping(), segmentOhms));
    }

    /// <summary>The clocked machine without annealing: a cue is completed in some cycles; one column per clock.</summary>
    private static IEnumerable<(string Name, IMachine Machine)> Clocked()
    {
        var plain = new ClockedMachineParameters { NoiseUnits = Ramp.Constant(0), Cycles = 10 };
        ClockedMachine Machine(ClockedMachineParameters parameters, IWeightMapping? mapping = null) =>
            new(parameters, mapping ?? new DifferentialPairMapping());
        yield return ("clocked, ideal", Machine(plain));
        foreach (double deviation in (double[])[0.02, 0.05, 0.10])
            yield return ($"clocked, programming error {100 * deviation} % of the range",
                Machine(plain, new ProgrammingErrorMapping(new(), deviation, ErrorReference.Range, new RandomKey(11))));
        foreach (double noise in (double[])[0.01, 0.05, 0.20])
            yield return ($"clocked, read noise {100 * noise} % of each cell", Machine(plain with { CellReadNoise = noise }));
        foreach (int lines in (int[])[64, 128])
            yield return ($"clocked, 1 Ω per segment, tiles of {lines}",
                Machine(plain with { Wires = ArrayWires.Uniform(1), TileLines = lines }));
        yield return ("clocked, 1 Ω, tiles of 64, 5 % of the target, 5 % read noise",
            Machine(plain with { Wires = ArrayWires.Uniform(1), TileLines = 64, CellReadNoise = 0.05 },
            s_targetError));
    }

    private static readonly ProgrammingErrorMapping s_targetError = new(new(), 0.05, ErrorReference.Target, new RandomKey(11));

    private static ContinuousMachine Circuit(IWeightMapping mapping, double segmentOhms, int tileLines = 0) =>
        new(new ReducedEngine(), new ContinuousMachineParameters
        {
            LoopGain = 8,
            AnnealTimeConstants = 0,
            StartVolts = 0.05,
            TileLines = tileLines,
            Wires = segmentOhms > 0 ? ArrayWires.Uniform(segmentOhms) : ArrayWires.Ideal,
        }, mapping);

    /// <summary>Every cell off by a normal deviate that lasts for a read of 2 ns: longer than the settling. A run ends after 10
    /// τ.</summary>
    private static ContinuousMachine Noisy(double relativeSigma)
    {
        var plain = Circuit(new DifferentialPairMapping(), 0);
        return new(plain.Engine, plain.Parameters with { StopTimeConstants = 10 }, plain.Mapping)
        {
            Noise = new() { Models = [new ReadNoise { RelativeSigma = relativeSigma }] },
        };
    }

    private static void TenDigits(StringBuilder page, Mnist mnist, double segmentOhms)
    {
        var digits = mnist.Test.FirstOfEachDigit(127).Patterns;
        var model = new PseudoinverseRule().Learn(digits).Model;
        foreach (var (name, machine) in Machines(segmentOhms))
        {
            int recalls = machine is ContinuousMachine { Noise: not null } ? NoisyRecalls : 50;
            var runs = Settle(machine, model, digits, [.. Enumerable.Range(0, recalls).Select(k => k % digits.Count)], TenDigitNoise);
            Row(page, name, $"{100 * runs.Average(run => run.Overlap == 1 ? 1.0 : 0):f0} %", runs.Average(run => run.Overlap)
                .ToString("f4"),
                Quantity.Text(Median(runs.Select(run => run.Trace.SettleSeconds)), "s"),
                runs[0].Trace.EnergyJoules is null ? DigitalJoules(runs, model.Size)
                    : Quantity.Text(Median(runs.Select(run => run.Trace.EnergyJoules)), "J"));
        }
    }

    /// <summary>What a dedicated digital engine would take for the median run, 8-bit weights at 45 nm.</summary>
    private static string DigitalJoules(List<Recall> runs, int neurons)
    {
        if (runs.Any(run => run.Trace.Operations is null or { SpinUpdates: 0 })) return "-"; // graded neurons integrate, they do not decide one by one
        var preset = CostPresetFile.Find("digital-45nm");
        double updates = Median(runs.Select(run => (double?)run.Trace.Operations!.SpinUpdates))!.Value,
            flips = Median(runs.Select(run => (double?)run.Trace.Operations!.Flips))!.Value;
        double afresh = preset.Apply(Activity.OfDigitalRecompute(neurons, updates, 8, 5e8), []).Joules;
        double kept = preset.Apply(Activity.OfDigitalIncremental(new() { SpinUpdates = (long)updates, CouplingOperations = (long)(flips * neurons) }, 8, 5e8), []).Joules;
        return $"{Quantity.Text(kept, "J")} with fields kept, {Quantity.Text(afresh, "J")} afresh (digital-45nm, 8-bit weights)";
    }

    private static void Capacity(StringBuilder page, Mnist mnist)
    {
        page.Append($"""

            ## Capacity: share of {Probes} probed training digits recalled exactly from {100 * CapacityNoise} % noise

            Graded neurons, in the circuit as in the digital integration, pass through blends of patterns before they decide, and reach patterns whose
            basins of single flips are already too small. Exact recalls with their 95 % interval (Wilson). The same digits and cues for every machine. Read the
            columns of the clocked machine against its ideal one: the first that falls off is the imperfection that costs patterns.

            | stored | {string.Join(" | ", CapacityMachines().Select(entry => entry.Name))} |
            |---|{string.Concat(CapacityMachines().Select(_ => "---|"))}

            """);
        foreach (int count in (int[])[50, 100, 150, 200, 250])
        {
            var patterns = mnist.Training.Images.ToPatterns(mnist.Training.Draw(count, new RandomKey(5).Fold(count)), 127).Patterns;
            var model = new PseudoinverseRule().Learn(patterns).Model;
            Row(page, [$"{count}", .. CapacityMachines().Select(entry =>
            {
                var runs = Settle(entry.Machine, model, patterns, [.. Enumerable.Range(0, Probes).Select(k => k % count)], CapacityNoise);
                int exact = runs.Count(run => run.Overlap == 1);
                var interval = Interval.OfShare(exact, Probes);
                return FormattableString.Invariant($"{100.0 * exact / Probes:f0} % ({100 * interval.Low:f0} to {100 * interval.High:f0})");
            })]);
        }
    }

    private static IEnumerable<(string Name, IMachine Machine)> CapacityMachines()
    {
        yield return ("digital, asynchronous", new AsynchronousDynamics());
        yield return ("digital, graded", new GradedDynamics());
        yield return ("continuous, ideal", Circuit(new DifferentialPairMapping(), 0));
        yield return ("continuous, 2 % of the range",
            Circuit(new ProgrammingErrorMapping(new(), 0.02, ErrorReference.Range, new RandomKey(11)), 0));
        yield return ("continuous, 1 Ω per segment, tiles of 64", Circuit(new DifferentialPairMapping(), 1, 64));
        foreach (var (name, machine) in Clocked())
            if (!name.Contains("10 %", StringComparison.Ordinal) && !name.Contains("1 % of each", StringComparison.Ordinal))
                yield return (name, machine);
    }

    private sealed record Recall(SettlingTrace Trace, double Overlap);

    private static List<Recall> Settle(IMachine machine, IsingModel model, IReadOnlyList<sbyte[]> patterns, int[] targets, double noise)
    {
        var prepared = machine.Prepare(model);
        RandomKey[] keys = [.. targets.Select((_, run) => new RandomKey(7).Fold(run))];
        double[][] starts = [.. targets.Select((target, run) =>
            Spins.ToActivations(PatternNoise.Flip(patterns[target], noise, keys[run].Fold("noise"))))];
        SettlingTrace[] traces = prepared is IReplicaMachine together
            ? [.. Enumerable.Range(0, targets.Length).Chunk(together.BlockRuns).SelectMany(block =>
                together.SettleBlock([.. block.Select(run => starts[run])], [.. block.Select(run => keys[run])]))]
            : [.. starts.Select((start, run) => prepared.Settle(start, keys[run]))];
        return [.. traces.Select((trace, run) => new Recall(trace, Spins.Overlap(trace.Spins, patterns[targets[run]])))];
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
        # Handwritten digits on the machines

        N = 784 neurons, pseudoinverse weights without diagonal on differential pairs (1 … 100 µS, 1568 × 784 cells), constant loop gain 8, reduced
        engine. Written by this command (with the MNIST files; `--segment-ohms 1` adds a row with wires):

            dotnet run -c Release --project tests/Benchmarks -- recall --mnist DIR --out docs/results/recall.md

        Machine: {ResultsPage.Machine()}. Errors of the *target* are a part of each cell's own conductance, errors of the *range* a part of the 99 µS
        between off and on; weights of digits are mostly small, so that the second adds up over a bit line. Settle time and energy are of
        the simulated hardware with amplifiers without lag, medians; the energy is what drivers deliver into the array, without amplifiers, converters and control (`hopfield energy`
        itemises those). The clocked machine reads one column per clock of 2 ns at 0.2 V with all others grounded, for 10 cycles, whether or not it is done
        before; tiles have wires and drivers of their own, and their outputs
        are added as numbers, in the continuous machine as currents at the neuron's node. Read noise is fresh at every read. The digital energy is that of a
        dedicated engine (preset `digital-45nm`), adders and weight memory included.

        ## Ten digits from {100 * TenDigitNoise} % noise, 50 recalls

        | machine | exact | mean overlap | settle time | energy |
        |---|---|---|---|---|

        """;
}
