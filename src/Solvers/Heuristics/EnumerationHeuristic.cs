using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Baselines;

namespace Solvers.Heuristics;

/// <summary>Exact enumeration in Gray-code order, for at most 30 spins; it proves its answer. The budget does not shorten it.</summary>
public sealed class EnumerationHeuristic : IHeuristic
{
    public string Name => "enumeration";
    public string Summary => "all states in Gray-code order, at most 30 spins; exact";

    public string? Refusal(IsingModel model) => model.Size <= GrayCodeEnumeration.MostSpins ? null
        : $"enumeration takes at most {GrayCodeEnumeration.MostSpins} spins, the model has {model.Size}";

    public IPreparedHeuristic Prepare(IsingModel model) =>
        Refusal(model) is { } refusal ? throw new ArgumentException(refusal, nameof(model)) : new Prepared(this, model);

    private sealed class Prepared(EnumerationHeuristic heuristic, IsingModel model) : IPreparedHeuristic
    {
        public HeuristicResult Solve(Budget budget, RandomKey key, IProgress<Improvement>? progress, CancellationToken cancellation)
        {
            var record = new SearchRecord(heuristic.Name, model, budget, key, progress, cancellation);
            var up = new sbyte[model.Size];
            up.AsSpan().Fill(1);
            record.Offer(up);
            try
            {
                var ground = GrayCodeEnumeration.Run(model, cancellation);
                record.Offer(ground.Spins);
                record.End(SearchStatus.Optimal);
                record.GoesOn(1L << (model.HasFields ? model.Size : model.Size - 1));
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                record.End(SearchStatus.Cancelled);
            }
            return record.ToResult();
        }
    }
}
