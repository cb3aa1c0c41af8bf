using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>Zero-temperature synchronous dynamics: all spins at once to the sign of their field. For symmetric couplings it ends in a fixed
/// point or a 2-cycle, and the run says which; the energy may rise. Source: Little 1974, Math. Biosci. 19:101.</summary>
public sealed class SynchronousDynamics : IMachine
{
    public string Name => "synchronous";
    public string Summary => "all spins at once to the signs of their fields, until a fixed point or a 2-cycle";

    /// <summary>Sweeps after which the run gives up. Default 10,000 (our choice). Range: ≥ 1.</summary>
    public int LargestSweepCount { get; init => field = Check.AtLeast(value, 1, nameof(LargestSweepCount)); } = 10_000;

    /// <summary>What a zero field does. Default: keep (our choice, as in the asynchronous dynamics).</summary>
    public TieRule Ties { get; init; } = TieRule.Keep;

    /// <summary>W_ii of a rule whose diagonal is kept, one per spin; empty (the default) for none. Range: ≥ 0.</summary>
    public IReadOnlyList<double> SelfCouplings { get; init; } = [];

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) =>
        new Prepared(this, model, SpinDecision.Checked(SelfCouplings, model.Size));

    private sealed class Prepared(SynchronousDynamics dynamics, IsingModel model, double[]? selfCouplings) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            var run = new DigitalRun(model, Spins.FromActivations(start, key.Fold("undecided start")));
            var decision = new SpinDecision(run, dynamics.Ties, selfCouplings);
            var flipping = new List<int>();
            var earlier = new sbyte[model.Size];
            bool hasEarlier = false;
            for (int sweep = 0; sweep < dynamics.LargestSweepCount; sweep++)
            {
                cancellation.ThrowIfCancellationRequested();
                flipping.Clear();
                for (int i = 0; i < model.Size; i++)
                    if (decision.Flips(i)) flipping.Add(i);
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
