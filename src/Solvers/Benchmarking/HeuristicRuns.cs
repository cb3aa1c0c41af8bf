using Hopfield.Numerics;
using Solvers.Heuristics;

namespace Solvers.Benchmarking;

/// <summary>The one way in which heuristics are run for a comparison: the same budget and the same keys for each.</summary>
public static class HeuristicRuns
{
    /// <summary>Independent runs with keys folded from one; results stand in order of the run number at any number of threads.</summary>
    /// <param name="heuristic">What runs, with its model.</param>
    /// <param name="budget">Of each run.</param>
    /// <param name="runs">How many, at least 1.</param>
    /// <param name="key">Run k uses <c>key.Fold(k)</c>.</param>
    /// <param name="threads">At most this many runs at once; 1 (the default) where time is measured.</param>
    /// <param name="finished">Called once per finished run, from any thread; null for nobody.</param>
    /// <param name="cancellation">Runs under way end with their best so far; runs that have not begun are left out.</param>
    public static IReadOnlyList<HeuristicResult> Run(
        IPreparedHeuristic heuristic, Budget budget, int runs, RandomKey key, int threads = 1, Action<HeuristicResult>? finished = null,
        CancellationToken cancellation = default)
    {
        Check.AtLeast(runs, 1, nameof(runs));
        Check.AtLeast(threads, 1, nameof(threads));
        var results = new HeuristicResult?[runs];
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = threads }, number =>
        {
            if (cancellation.IsCancellationRequested) return;
            var result = heuristic.Solve(budget, key.Fold(number), cancellation: cancellation);
            results[number] = result;
            finished?.Invoke(result);
        });
        return [.. results.Where(result => result is not null).Select(result => result!)];
    }
}
