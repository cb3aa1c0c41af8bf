using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Kernels;

namespace Solvers.Heuristics;

/// <summary>Branch and bound over Russian dolls; proves its answer if the budget lasts, else returns the best it came across. Weights that
/// had to be rounded to whole numbers are searched but nothing is claimed to be proven.</summary>
public sealed class BranchAndBoundHeuristic : IHeuristic
{
    public string Name => "branch-and-bound";
    public string Summary => "branch and bound; exact for some 35 spins, on sparse graphs for more";
    public IPreparedHeuristic Prepare(IsingModel model) => new Prepared(this, IntegerModel.Of(model));

    private sealed class Prepared(BranchAndBoundHeuristic heuristic, IntegerModel model) : IPreparedHeuristic
    {
        public HeuristicResult Solve(Budget budget, RandomKey key, IProgress<Improvement>? progress, CancellationToken cancellation)
        {
            var record = new SearchRecord(heuristic.Name, model.Source, budget, key, progress, cancellation);
            var state = new OneFlipState(model);
            var spins = new sbyte[model.Size];
            var random = key.Fold(heuristic.Name).Stream();
            state.Randomise(ref random, spins);
            long weighed = state.Descend();
            state.Copy(spins);
            record.Offer(spins);
            if (!record.GoesOn(weighed)) return record.ToResult();
            bool proven = new BranchAndBound(model, record.GoesOn).Run(spins);
            record.Offer(spins);
            // What was found before the end of the search need not be a local minimum of the whole.
            state.Set(spins);
            state.Descend();
            state.Copy(spins);
            record.Offer(spins);
            record.End(proven && model.IsExact ? SearchStatus.Optimal : SearchStatus.Finished);
            return record.ToResult();
        }
    }
}
