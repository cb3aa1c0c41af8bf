using Crossbar.Costs;
using Crossbar.Machines.Clocked;
using Hopfield.Numerics;

namespace Studies.Energy;

/// <summary>How far the energy to solution moves when one assumption does.</summary>
public sealed record SensitivityRow(string Assumption, double LowJoules, double HighJoules);

/// <summary>One factor at a time, halved and doubled, on the clocked machine; everything else, the success probability included,
/// stays.</summary>
internal static class Sensitivity
{
    /// <summary>Of a record of the clocked machine; none without a success.</summary>
    public static IReadOnlyList<SensitivityRow> Of(EnergyRecord report, CostPreset preset, double runsPerProgramming)
    {
        if (report.Analogue is not { Parameters: { } parameters } run || report.Successes == 0) return [];
        double probability = (double)report.Successes / report.Runs;
        double repetitions = ToSolution.Repetitions(probability);
        double Energy(CostPreset costs, ClockedMachineParameters with, double array, double programming) =>
            repetitions * costs.Apply(Activity.OfClocked(report.Spins, with, run.Rows, programming), Scaled(run, parameters, with, array))
                .Joules;
        double Costs(Func<CostItem, bool> which, double factor) => Energy(preset with
        {
            Items = [.. preset.Items.Select(item => which(item) ? item with { Joules = item.Joules * factor, Watts = item.Watts * factor }
                : item)],
        }, parameters, 1, runsPerProgramming);
        SensitivityRow Row(string name, Func<double, double> energy) =>
            new(name, Math.Min(energy(0.5), energy(2)), Math.Max(energy(0.5), energy(2)));

        var p = Interval.OfShare(report.Successes, report.Runs);
        double joules = report.Leading.RunJoules;
        var rows = new List<SensitivityRow>
        {
            new($"success probability {p.Low:f2} to {p.High:f2} (95 %)", ToSolution.Repetitions(p.High) * joules,
                ToSolution.Repetitions(p.Low) * joules),
            Row("sensing and conversion (TIA, comparator, ADC, DAC) ×½ to ×2", factor => Costs(IsConversion, factor)),
            Row("all modelled costs ×½ to ×2 (technology node)", factor => Costs(_ => true, factor)),
            Row("clock ×2 to ×½", factor =>
                Energy(preset, parameters with { ClockHertz = parameters.ClockHertz / factor }, 1, runsPerProgramming)),
            Row("conductances of the cells ×½ to ×2", factor => Energy(preset, parameters, factor, runsPerProgramming)),
            Row("read voltage ×½ to ×2", factor => Energy(preset, parameters, factor * factor, runsPerProgramming)),
            Row("columns per clock ×½ to ×2", factor => Energy(preset, parameters with { BatchColumns = Math.Clamp((int)Math.Round(parameters.BatchColumns * factor), 1, report.Spins) }, 1, runsPerProgramming)),
            Row("runs per programming ×½ to ×2", factor => Energy(preset, parameters, 1, runsPerProgramming * factor)),
        };
        // Where the preset holds the array, nothing of it can be changed.
        return [.. rows.Where(row => row.HighJoules > row.LowJoules * (1 + 1e-9)).OrderByDescending(row => row.HighJoules - row.LowJoules)];
    }

    /// <summary>Measured rows at another clock or batch: power times time.</summary>
    private static CostRow[] Scaled(AnalogueRun run, ClockedMachineParameters from, ClockedMachineParameters to, double factor)
    {
        int n = (int)Math.Round(run.Updates / from.Cycles);
        return [.. run.Measured.Select(row => row with
        {
            Count = (double)to.Cycles * to.ClocksPerCycle(n),
            UnitJoules = row.UnitJoules * factor * from.ClockHertz / to.ClockHertz,
        })];
    }

    private static bool IsConversion(CostItem item) =>
        ((string[])["comparator", "ADC", "DAC", "TIA", "sense"])
            .Any(word => item.Component.Contains(word, StringComparison.OrdinalIgnoreCase));
}
