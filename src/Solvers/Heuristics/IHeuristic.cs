using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Heuristics;

/// <summary>A digital way to low energies: an opponent of the analogue machines. Each runs on one thread and obeys one budget.</summary>
public interface IHeuristic : ICatalogued
{
    /// <summary>Why this heuristic cannot take the model (too many spins to enumerate), in one sentence; null when it can.</summary>
    string? Refusal(IsingModel model) => null;

    /// <summary>Does once what all runs on this model share: whole-number weights, neighbour lists.</summary>
    IPreparedHeuristic Prepare(IsingModel model);
}

/// <summary>A heuristic that holds one model. <see cref="Solve"/> may be called from several threads at once.</summary>
public interface IPreparedHeuristic
{
    /// <summary>One run.</summary>
    /// <param name="budget">When to stop.</param>
    /// <param name="key">Source of every random choice; with a budget in updates the same key gives the same result, bit for bit.</param>
    /// <param name="progress">Told of every improvement, on the run's thread; null for nobody.</param>
    /// <param name="cancellation">Ends the run early; the best so far is returned with <see cref="SearchStatus.Cancelled"/>.</param>
    HeuristicResult Solve(
        Budget budget, RandomKey key, IProgress<Improvement>? progress = null, CancellationToken cancellation = default);
}
