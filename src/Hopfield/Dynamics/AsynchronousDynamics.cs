using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>
/// Zero-temperature asynchronous dynamics: spins are visited in a fresh random order each sweep and set to the sign of their local field;
/// a zero field keeps the spin. Every flip lowers the energy, which is checked. Source: Hopfield 1982, PNAS 79:2554.
/// </summary>
public sealed class AsynchronousDynamics : IMachine
{
    /// <inheritdoc/>
    public string Name => "asynchronous";

    /// <inheritdoc/>
    public string Summary => "one spin at a time to the sign of its field, random order each sweep, until nothing flips";

    /// <summary>Sweeps after which the run gives up. Default 10,000 (our choice; descents need a handful). Range: ≥ 1.</summary>
    public int LargestSweepCount { get; init => field = Check.AtLeast(value, 1, nameof(LargestSweepCount)); } = 10_000;

    /// <inheritdoc/>
    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => new Prepared(this, model);

    private sealed class Prepared(AsynchronousDynamics dynamics, IsingModel model) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            var run = new DigitalRun(model, Spins.FromActivations(start, key.Fold("undecided start")));
            var order = key.Fold("update order").Stream();
            var visit = Enumerable.Range(0, model.Size).ToArray();
            double lowest = run.Energy;
            for (int sweep = 0; sweep < dynamics.LargestSweepCount; sweep++)
            {
                cancellation.ThrowIfCancellationRequested();
                order.Shuffle<int>(visit);
                long before = run.Flips;
                foreach (int i in visit)
                {
                    run.Updates++;
                    if (!(run.Spins[i] * run.Fields[i] < -run.TieField)) continue;
                    run.Flip(i);
                    if (run.Energy > lowest) throw new ArithmeticException($"The energy rose from {lowest} to {run.Energy} at T = 0.");
                    lowest = run.Energy;
                    run.Record();
                }
                run.EndSweep();
                if (run.Flips == before)
                {
                    run.Record();
                    return run.ToTrace(dynamics.Name, key.Value, true, $"fixed point after {run.Sweeps} sweeps");
                }
                lowest = Math.Max(lowest, run.Energy); // a recomputed sum may differ by rounding
            }
            return run.ToTrace(dynamics.Name, key.Value, false, $"no fixed point within {run.Sweeps} sweeps");
        }
    }
}
