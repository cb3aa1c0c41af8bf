using Crossbar.Costs;
using Crossbar.Machines.Clocked;

namespace Studies.Energy;

/// <summary>Energy of one neuron update at a size.</summary>
/// <param name="Neurons">N.</param>
/// <param name="AnalogueJoules">The analogue machine, all columns conducting or not as in the run, J.</param>
/// <param name="SwitchedJoules">The same with the columns that are not read cut off (1T1R), J.</param>
/// <param name="DigitalJoules">Dedicated digital engines, in the order of the opponents, fields summed afresh, J.</param>
public sealed record BreakEvenPoint(int Neurons, double AnalogueJoules, double SwitchedJoules, IReadOnlyList<double> DigitalJoules);

/// <summary>The energy of an update against the number of neurons, from this run's array by scaling: cells that conduct at a read grow with
/// N² when all columns are grounded and with N times the batch when the others are cut off; periphery per column and per clock stays. Wires
/// are not scaled: beyond some hundred lines the IR drop, not the energy, ends the comparison (claims array.cai5c), and tiles are
/// needed.</summary>
public static class BreakEven
{
    private static readonly int[] s_sizes = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    /// <summary>Of a record, for dedicated digital engines; none where the preset holds the array.</summary>
    public static IReadOnlyList<BreakEvenPoint> Of(EnergyRecord report, CostPreset preset, IReadOnlyList<CostPreset> digital,
        double runsPerProgramming)
    {
        if (preset.HoldsArray || report.Analogue is not { Parameters: { } parameters } run) return [];
        double grounded = parameters.Unselected == UnselectedColumns.Off
            ? run.ArrayWatts * report.Spins / Math.Min(parameters.BatchColumns, report.Spins) : run.ArrayWatts;
        return [.. s_sizes.Select(n =>
        {
            double scale = (double)n / report.Spins, rows = run.Rows * scale;
            double updates = (double)parameters.Cycles * n, batch = Math.Min(parameters.BatchColumns, n);
            double periphery = preset.Apply(Activity.OfClocked(n, parameters, (int)rows, runsPerProgramming), []).Joules / updates;
            double all = grounded * scale * scale / parameters.ClockHertz * parameters.ClocksPerCycle(n) / n;
            return new BreakEvenPoint(n, periphery + (parameters.Unselected == UnselectedColumns.Off ? all * batch / n : all),
                periphery + all * batch / n,
                [.. digital.Select(engine => engine.Apply(Activity.OfDigitalRecompute(n, 1, run.WeightBits, engine.UpdatesPerSecond!.Value),
                    []).Joules)]);
        })];
    }

    /// <summary>In words, for one digital engine: where the analogue machine takes less.</summary>
    public static string Verdict(IReadOnlyList<BreakEvenPoint> points, Func<BreakEvenPoint, double> analogue, int engine)
    {
        int[] wins = [.. points.Where(point => analogue(point) < point.DigitalJoules[engine]).Select(point => point.Neurons)];
        return wins.Length == 0 ? "at none of these sizes" : wins.Length == points.Count ? "at all of these sizes"
            : $"at {wins[0]} to {wins[^1]} neurons";
    }
}
