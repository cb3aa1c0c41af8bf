using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Hopfield.Numerics;

namespace Crossbar.Mapping;

/// <summary>Target conductances distorted beforehand so that the array with its wires computes the wanted product: finds G′ in [off, on]
/// whose transfer matrix T(G′) (output current per volt of each driver) is off + g · (G − off). The factor g makes room below the on
/// conductance for what the farthest cells lose; outputs are scaled back. Fixed point G′ ← G′ · wanted / T(G′), clipped to the range, one
/// array solution per word line and sweep; two or three sweeps suffice where the goal can be met.</summary>
internal sealed record IrDropCompensation
{
    /// <summary>Stop when no cell's transfer misses by more than this fraction of on − off. Default 1e-4 (our choice: below any programming
    /// error). Range: &gt; 0.</summary>
    public double Tolerance { get; init => field = Check.Positive(value, nameof(Tolerance)); } = 1e-4;

    /// <summary>Factor g; null takes the largest (at most 1) for which no cell should need more than the on conductance. Range: above 0, at
    /// most 1.</summary>
    public double? Gain
    {
        get;
        init => field = value is null or (> 0 and <= 1) ? value
            : throw new ArgumentOutOfRangeException(nameof(Gain), value, $"Gain must be above 0 and at most 1, not {value}.");
    }

    /// <summary>Most sweeps. Default 40 (our choice). Range: ≥ 1.</summary>
    public int SweepLimit { get; init => field = Check.AtLeast(value, 1, nameof(SweepLimit)); } = 40;

    /// <summary>Solves the inverse problem.</summary>
    /// <param name="wanted">The array with the conductances G that an array without wires would have.</param>
    /// <param name="offSiemens">Smallest conductance of a cell, S.</param>
    /// <param name="onSiemens">Largest conductance of a cell, S.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    /// <exception cref="ArgumentException">A wanted conductance lies outside the range.</exception>
    public CompensatedCells Solve(ArrayCircuit wanted, double offSiemens, double onSiemens, CancellationToken cancellation = default)
    {
        Check.NotNegative(offSiemens, nameof(offSiemens), "S");
        if (!(onSiemens > offSiemens)) throw new ArgumentException($"onSiemens ({onSiemens} S) must be larger than offSiemens ({offSiemens} S).");
        double[] target = wanted.Cells.Siemens, cells = (double[])target.Clone();
        double slack = 1e-9 * onSiemens;
        int outside = Array.FindIndex(target, g => g < offSiemens - slack || g > onSiemens + slack);
        if (outside >= 0)
            throw new ArgumentException($"Conductance [{outside / wanted.Cells.Columns},{outside % wanted.Cells.Columns}] is {target[outside]} S; expected {offSiemens} to {onSiemens} S.");
        double[] transfer = TransferOf(wanted, cells, cancellation);
        double gain = Gain ?? LargestGain(target, transfer, offSiemens, onSiemens);
        double[] goal = [.. target.Select(g => offSiemens + gain * (g - offSiemens))];
        var before = Miss(transfer, target);
        var best = (Cells: cells, Transfer: transfer, Miss: Miss(transfer, goal));
        int sweeps = 0;
        while (best.Miss.Largest > Tolerance * (onSiemens - offSiemens) && sweeps < SweepLimit)
        {
            cells = (double[])cells.Clone();
            for (int k = 0; k < cells.Length; k++)
            {
                // A transfer that sneak currents make negative has no ratio to follow.
                double next = transfer[k] > 0 ? cells[k] * Math.Clamp(goal[k] / transfer[k], 0.5, 2) : cells[k] + goal[k] - transfer[k];
                cells[k] = Math.Clamp(next, offSiemens, onSiemens);
            }
            transfer = TransferOf(wanted, cells, cancellation);
            sweeps++;
            var miss = Miss(transfer, goal);
            // Cells at the end of their range never arrive, and lifting the others then takes voltage from them: the best sweep is kept.
            bool better = miss.Rms < 0.999 * best.Miss.Rms;
            if (miss.Rms < best.Miss.Rms) best = (cells, transfer, miss);
            if (!better) break;
        }
        var (left, rms) = best.Miss;
        return new()
        {
            Cells = new(wanted.Cells.Rows, wanted.Cells.Columns, best.Cells),
            Gain = gain,
            OffSiemens = offSiemens,
            LargestBeforeSiemens = before.Largest,
            RmsBeforeSiemens = before.Rms,
            LargestLeftSiemens = left / gain,
            RmsLeftSiemens = rms / gain,
            AtLimit = best.Cells.Where((g, k) => (g >= onSiemens && goal[k] > best.Transfer[k])
                || (g <= offSiemens && goal[k] < best.Transfer[k])).Count(),
            Sweeps = sweeps,
            Converged = left <= Tolerance * (onSiemens - offSiemens),
        };
    }

    /// <summary>Output current of each bit line per volt of each word line alone, rows × columns, S: with ideal wires the
    /// conductances.</summary>
    public static double[] Transfer(ArrayCircuit circuit, CancellationToken cancellation = default)
    {
        int rows = circuit.Cells.Rows;
        var unit = new double[rows * rows];
        for (int i = 0; i < rows; i++) unit[i * rows + i] = 1;
        return new ArraySolver(circuit, new() { OutputTolerance = 1e-9 }).SolveMany(unit, cancellation: cancellation).OutputAmperes;
    }

    private static double[] TransferOf(ArrayCircuit circuit, double[] siemens, CancellationToken cancellation) =>
        Transfer(circuit with { Cells = new(circuit.Cells.Rows, circuit.Cells.Columns, (double[])siemens.Clone()) }, cancellation);

    // A cell passes a = T/G of its conductance; fully on it makes a · on, which must reach off + g (G − off).
    private static double LargestGain(double[] target, double[] transfer, double off, double on)
    {
        double gain = 1;
        for (int k = 0; k < target.Length; k++)
            if (target[k] - off > 1e-6 * (on - off))
                gain = Math.Min(gain, (transfer[k] / target[k] * on - off) / (target[k] - off));
        return Math.Max(gain, 0.01);
    }

    private static (double Largest, double Rms) Miss(double[] transfer, double[] goal)
    {
        double largest = 0, square = 0;
        for (int k = 0; k < goal.Length; k++)
        {
            double miss = transfer[k] - goal[k];
            largest = Math.Max(largest, Math.Abs(miss));
            square += miss * miss;
        }
        return (largest, Math.Sqrt(square / goal.Length));
    }
}
