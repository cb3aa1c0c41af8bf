using Cli.Output;
using Hopfield.Model;
using Plots;
using Studies.Solving;

namespace Cli.Reports;

/// <summary>How the best run settled: the amplifiers' outputs, and the energy of the spins on the circuit and on the digital
/// engine.</summary>
internal static class SettlingFigures
{
    private const int MostCurves = 32;
    private const int UpColour = 0, DownColour = 1;

    /// <summary>Amplifier outputs against time; of more than 32 neurons an even sample.</summary>
    internal static ReportFigure Waveforms(CircuitReplay replay)
    {
        int n = replay.Compiled.Model.Size, shown = Math.Min(n, MostCurves);
        int[] neurons = [.. Enumerable.Range(0, shown).Select(k => (int)((long)k * n / shown))];
        // The few of one sign, as in a tour, are drawn last, on top of the many.
        int up = neurons.Count(i => replay.Trace.Spins[i] > 0);
        var drawn = neurons.OrderBy(i => replay.Trace.Spins[i] > 0 == 2 * up < shown).ToArray();
        var named = new HashSet<sbyte>();
        var series = drawn.Select(i =>
        {
            sbyte spin = replay.Trace.Spins[i];
            string? name = !named.Add(spin) ? null : spin > 0 ? "ends at +1" : "ends at −1";
            return new LineSeries(name, replay.Neurons.Seconds, replay.Neurons.Outputs[i]) { Colour = spin > 0 ? UpColour : DownColour };
        });
        string which = shown < n ? $"{shown} of the {n} neurons, evenly chosen" : $"all {n} neurons";
        return new("waveforms", new LineFigure
        {
            Title = "Amplifier outputs while the circuit settles",
            X = new("time", "s"),
            Y = new("output", "V"),
            Series = [.. series],
        }, $"The best run: {which}. A neuron's final sign is its spin.");
    }

    /// <summary>Energy of the spins against time, on the circuit.</summary>
    internal static ReportFigure CircuitEnergy(CircuitReplay replay, ReferenceLine? best)
    {
        var trace = replay.Trace;
        return new("energy-circuit", Energy("Energy of the circuit's spins", new("time", "s"), trace, best),
            "The energy of the outputs' signs. It may rise for a moment: what the circuit lowers is its own smooth energy, "
            + "not that of the signs.");
    }

    /// <summary>Energy of the register against time, on the clocked machine.</summary>
    internal static ReportFigure ClockedEnergy(SolvedRun run, ReferenceLine? best) =>
        new("energy-clocked", Energy("Energy of the clocked machine's register", new("time", "s"), run.Trace, best),
            $"The best run, after each cycle: noise or a negative hysteresis lifts the energy until the annealing ends. {run.Trace.Status}.");

    /// <summary>Energy of the whole problem against the number of blocks that the machine settled.</summary>
    internal static ReportFigure BlockEnergy(SolvedRun run, ReferenceLine? best) =>
        new("energy-blocks", Energy("Energy block by block", new("blocks"), run.Trace, best), $"The best run: {run.Trace.Status}.");

    /// <summary>Energy of the spins against the number of updates, on the digital engine.</summary>
    internal static ReportFigure DigitalEnergy(SolvedRun run, ReferenceLine? best, string which) =>
        new("energy-digital", Energy("Energy of the digital engine's spins", new("spin updates"), run.Trace, best),
            $"{which}. " + (run.Trace.Engine == "asynchronous"
                ? "At zero temperature no update raises the energy; the run ends with a sweep in which nothing flips."
                : $"How it ended: {run.Trace.Status}."));

    private static LineFigure Energy(string title, Axis x, SettlingTrace trace, ReferenceLine? best) => new()
    {
        Title = title,
        X = x,
        // Constraint violations, as at the start of a tour, cost a thousand times what good answers differ in.
        Y = new("energy E", "", trace.TraceEnergies.Min() > 0 && trace.TraceEnergies.Max() > 30 * trace.TraceEnergies.Min()),
        Series = [new(null, trace.TraceTimes, trace.TraceEnergies, SeriesStyle.Step)],
        References = best is null ? [] : [best],
    };
}
