using Crossbar.Machines;
using Crossbar.Programming;
using Hopfield.Model;

namespace Studies.Solving;

/// <summary>The device at the cross points of a command's machine, and what its runs did to it.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="ReadVolts">Voltage at which its conductance is written and compared, V.</param>
/// <param name="OffSiemens">Least conductance there, S.</param>
/// <param name="OnSiemens">Largest conductance there, S.</param>
/// <param name="OnConductanceRatio">Conductance of a cell that is on at the supply voltage over that at the read voltage: 1 for a linear
/// device.</param>
/// <param name="WorstFraction">Largest move of any cell in any run, in parts of the range.</param>
/// <param name="RmsFraction">Largest root mean square of any run, in parts of the range.</param>
/// <param name="Verdict">Whether settling disturbs the weights.</param>
public sealed record CellSummary(
    string Device, double ReadVolts, double OffSiemens, double OnSiemens, double OnConductanceRatio, double? WorstFraction,
        double? RmsFraction, string Verdict)
{
    /// <summary>Moves below this part of the range leave the weights as they are: the usual tolerance of write-verify (our
    /// choice).</summary>
    private static readonly double s_notable = new WriteVerifyOptions().Tolerance;

    /// <summary>Of an experiment; null for fixed conductances.</summary>
    public static CellSummary? Of(ExperimentRuns runs)
    {
        if (runs.Settled is not ContinuousMachine { Parameters: { Cells: { } cells } parameters }) return null;
        var (off, on) = cells.Range;
        double supply = Math.Min(parameters.SupplyVolts, cells.Device.LargestVolts);
        double[] state = ConductanceRange.StatesFor(cells.Device, on, cells.ReadVolts);
        double ratio = ConductanceRange.At(cells.Device, supply, state) / on;
        CellMotion[] motions = [.. runs.Runs.Select(run => run.Trace.Cells).OfType<CellMotion>()];
        if (motions.Length == 0) return new(cells.Device.Name, cells.ReadVolts, off, on, ratio, null, null, "not known");
        double worst = motions.Max(motion => motion.WorstFraction);
        return new(cells.Device.Name, cells.ReadVolts, off, on, ratio, worst, motions.Max(motion => motion.RmsFraction),
            worst > s_notable ? "settling disturbs the weights: lower supplyVolts or shorten the run"
            : worst > 0 ? "the weights stay" : "nothing moves");
    }
}
