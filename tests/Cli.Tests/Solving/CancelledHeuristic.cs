using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Heuristics;

namespace Cli.Tests.Solving;

/// <summary>A search that is cancelled as soon as it reports an improvement within a budget of at least so many seconds.</summary>
internal sealed class CancelledHeuristic(IHeuristic inner, CancellationTokenSource source, double fromSeconds) : IHeuristic
{
    public string Name => inner.Name;

    public string Summary => inner.Summary;

    public IPreparedHeuristic Prepare(IsingModel model) => new Prepared(inner.Prepare(model), source, fromSeconds);

    private sealed class Prepared(IPreparedHeuristic inner, CancellationTokenSource source, double fromSeconds) : IPreparedHeuristic
    {
        public HeuristicResult Solve(Budget budget, RandomKey key, IProgress<Improvement>? progress, CancellationToken cancellation) =>
            inner.Solve(budget, key, budget.CpuSeconds >= fromSeconds ? new Canceller(source) : progress, cancellation);
    }

    private sealed class Canceller(CancellationTokenSource source) : IProgress<Improvement>
    {
        public void Report(Improvement value) => source.Cancel();
    }
}
