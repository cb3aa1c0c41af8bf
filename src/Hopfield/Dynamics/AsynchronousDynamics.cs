using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>Zero-temperature asynchronous dynamics: one spin after the other is set to the sign of its local field. Every flip lowers the
/// energy, which is checked; a flip by a tie rule leaves it as it is. Source: Hopfield 1982, PNAS 79:2554.</summary>
public sealed class AsynchronousDynamics : IMachine
{
    public string Name => "asynchronous";
    public string Summary => "one spin at a time to the sign of its field, random order each sweep, until nothing flips";

    /// <summary>Sweeps after which the run gives up. Default 10,000 (our choice; descents need a handful). Range: ≥ 1.</summary>
    public int LargestSweepCount { get; init => field = Check.AtLeast(value, 1, nameof(LargestSweepCount)); } = 10_000;

    /// <summary>Which spin is next. Default: random order each sweep (our choice, as most published code).</summary>
    public UpdateOrder Order { get; init; } = UpdateOrder.RandomPerSweep;

    /// <summary>What a zero field does. Default: keep (Hopfield 1982).</summary>
    public TieRule Ties { get; init; } = TieRule.Keep;

    /// <summary>W_ii of a rule whose diagonal is kept, one per spin; empty (the default) for none. They hold a spin against fields smaller
    /// than themselves and do not change the energy of any state. Range: ≥ 0.</summary>
    public IReadOnlyList<double> SelfCouplings { get; init; } = [];

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) =>
        new Prepared(this, model, SpinDecision.Checked(SelfCouplings, model.Size));

    private sealed class Prepared(AsynchronousDynamics dynamics, IsingModel model, double[]? selfCouplings) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            var run = new DigitalRun(model, Spins.FromActivations(start, key.Fold("undecided start")));
            var descent = new Descent(run, new SpinDecision(run, dynamics.Ties, selfCouplings));
            var order = key.Fold("update order").Stream();
            var visit = Enumerable.Range(0, model.Size).ToArray();
            for (int sweep = 0; sweep < dynamics.LargestSweepCount; sweep++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (dynamics.Order == UpdateOrder.RandomPerSweep) order.Shuffle<int>(visit);
                bool isStable = dynamics.Order switch
                {
                    UpdateOrder.RandomChoice => descent.RandomChoices(ref order),
                    UpdateOrder.LargestField => descent.Steepest(),
                    _ => descent.Visit(visit),
                };
                run.EndSweep();
                if (isStable)
                {
                    run.Record();
                    return run.ToTrace(dynamics.Name, key.Value, true, $"fixed point after {run.Sweeps} sweeps");
                }
                descent.Forgive();
            }
            return run.ToTrace(dynamics.Name, key.Value, false, $"no fixed point within {run.Sweeps} sweeps");
        }
    }

    /// <summary>One run downhill; each method is one sweep and says whether the state is a fixed point.</summary>
    private sealed class Descent(DigitalRun run, SpinDecision decision)
    {
        private double _lowest = run.Energy;

        public bool Visit(int[] order)
        {
            long before = run.Flips;
            foreach (int i in order)
            {
                run.Updates++;
                if (decision.Flips(i)) Flip(i);
            }
            return run.Flips == before;
        }

        public bool RandomChoices(ref RandomStream random)
        {
            for (int visit = 0; visit < run.Spins.Length; visit++)
            {
                int i = random.NextIndex(run.Spins.Length);
                run.Updates++;
                if (decision.Flips(i)) Flip(i);
            }
            for (int i = 0; i < run.Spins.Length; i++)
                if (decision.Flips(i)) return false;
            return true;
        }

        public bool Steepest()
        {
            int best = -1;
            for (int i = 0; i < run.Spins.Length; i++)
                if (decision.Flips(i) && (best < 0 || Math.Abs(decision.Field(i)) > Math.Abs(decision.Field(best)))) best = i;
            run.Updates += run.Spins.Length;
            if (best >= 0) Flip(best);
            return best < 0;
        }

        /// <summary>A recomputed energy may differ from the kept sum by rounding.</summary>
        public void Forgive() => _lowest = Math.Max(_lowest, run.Energy);

        private void Flip(int i)
        {
            run.Flip(i);
            // A tie costs no energy, up to the field that counts as zero.
            if (run.Energy > _lowest + 2 * run.TieField)
                throw new ArithmeticException($"The energy rose from {_lowest} to {run.Energy} at T = 0.");
            _lowest = Math.Min(_lowest, run.Energy);
            run.Record();
        }
    }
}
