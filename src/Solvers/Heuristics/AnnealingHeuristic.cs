using System.Collections.Concurrent;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Kernels;

namespace Solvers.Heuristics;

/// <summary>Simulated annealing: Metropolis sweeps while the temperature falls in equal steps from a little above where spins freeze to
/// where nothing moves, then a descent. Anneals follow one another from fresh random spins, each twice as long as the last, beyond 1024
/// sweeps half as long again, so that the best length need not be known: shorter ones together cost little more than the longest. Many
/// replicas run in vector lanes. Source: Kirkpatrick, Gelatt and Vecchi 1983, Science 220:671; doubling restarts: Luby, Sinclair and
/// Zuckerman 1993, Inf. Proc. Lett. 47:173.</summary>
public sealed class AnnealingHeuristic : IHeuristic
{
    public string Name => "annealing";
    public string Summary => "simulated annealing, many replicas in vector lanes, anneals of doubling length";

    /// <summary>Sweeps of the first anneal. Default 16 (our choice). Range: ≥ 2.</summary>
    public int FirstSweeps { get; init => field = Check.AtLeast(value, 2, nameof(FirstSweeps)); } = 16;

    /// <summary>First temperature over the root mean square local field of random spins. Default 0.8 (our choice, measured). Range: &gt;
    /// 0.</summary>
    public double StartRatio { get; init => field = Check.Positive(value, nameof(StartRatio)); } = 0.8;

    /// <summary>Last temperature over the same field if all couplings are ±1. Default 0.1 (our choice, measured). Range: &gt; 0.</summary>
    public double EndRatio { get; init => field = Check.Positive(value, nameof(EndRatio)); } = 0.1;

    /// <summary>The same for models of many weights, whose smallest energy steps are finer. Default 0.02 (our choice, measured). Range:
    /// &gt; 0.</summary>
    public double FineEndRatio { get; init => field = Check.Positive(value, nameof(FineEndRatio)); } = 0.02;

    public IPreparedHeuristic Prepare(IsingModel model) => new Prepared(this, IntegerModel.Of(model));

    private sealed class Prepared(AnnealingHeuristic settings, IntegerModel model) : IPreparedHeuristic
    {
        /// <summary>Kernels between runs: making one takes longer than a short anneal, and every anneal begins by overwriting it.</summary>
        private readonly ConcurrentBag<IAnnealingKernel> _kernels = [];

        public HeuristicResult Solve(Budget budget, RandomKey key, IProgress<Improvement>? progress, CancellationToken cancellation)
        {
            var record = new SearchRecord(settings.Name, model.Source, budget, key, progress, cancellation);
            double end = model.IsSigned ? settings.EndRatio : settings.FineEndRatio, field = Math.Max(model.TypicalField, double.Epsilon);
            var schedule = new AnnealingSchedule(settings.StartRatio * field, end * field);
            var kernel = _kernels.TryTake(out var used) ? used : AnnealingKernels.For(model);
            var restarts = new AnnealingRestarts(kernel, model, record, schedule);
            for (int anneal = 0, sweeps = settings.FirstSweeps; restarts.GoesOn; anneal++, sweeps = Longer(sweeps))
                sweeps = restarts.Anneal(sweeps, key.Fold(anneal));
            _kernels.Add(kernel);
            return record.ToResult();
        }

        // Short anneals cost nothing and are outgrown fast; among long ones chance matters as much as length, so there are more of them.
        private static int Longer(int sweeps) => sweeps < 1024 ? 2 * sweeps : sweeps < int.MaxValue / 3 ? sweeps + sweeps / 2 : sweeps;
    }
}
