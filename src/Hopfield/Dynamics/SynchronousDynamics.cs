using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>
/// Zero-temperature synchronous dynamics: all spins at once to the sign of their field, zero fields keep. For symmetric couplings it ends
/// in a fixed point or a 2-cycle, and the run says which; the energy may rise. Source: Little 1974, Math. Biosci. 19:101.
/// </summary>
public sealed class SynchronousDynamics : IMachine
{
    /// <inheritdoc/>
    public string Name => "synchronous";

    /// <inheritdoc/>
    public string Summary => "all spins at once to the signs of their fields, until a fixed point or a 2-cycle";

    /// <summary>Sweeps after which the run gives up. Default 10,000 (our choice). Range: ≥ 1.</summary>
    public int LargestSweepCount { get; init => field = Check.AtLeast(value, 1, nameof(LargestSweepCount)); } = 10_000;

    /// <inheritdoc/>
    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => new Prepared(this, model);

    private sealed class Prepared(SynchronousDynamics dynamics, IsingModel model) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            var run = new DigitalRun(model, Spins.FromActivations(start, key.Fold("undecided start")));
            var flipping = new List<int>();
            var earlier = new sbyte[model.Size];
            bool hasEarlier = false;
            for (int sweep = 0; sweep < dynamics.LargestSweepCount; sweep++)
            {
                cancellation.ThrowIfCancellationRequested();
                flipping.Clear();
                for (int i = 0; i < model.Size; i++)
                    if (run.Spins[i] * run.Fields[i] < -run.TieField) flipping.Add(i);
                run.Updates += model.Size;
                if (flipping.Count == 0) return run.ToTrace(dynamics.Name, key.Value, true, $"fixed point after {run.Sweeps} sweeps");
                var present = (sbyte[])run.Spins.Clone();
                foreach (int i in flipping) run.Flip(i);
                run.EndSweep();
                run.Record();
                if (hasEarlier && earlier.AsSpan().SequenceEqual(run.Spins))
                    return run.ToTrace(dynamics.Name, key.Value, false, $"2-cycle of {flipping.Count} spins after {run.Sweeps} sweeps");
                (earlier, hasEarlier) = (present, true);
            }
            return run.ToTrace(dynamics.Name, key.Value, false, $"no fixed point within {run.Sweeps} sweeps");
        }
    }
}
