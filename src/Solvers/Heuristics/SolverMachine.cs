using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Heuristics;

/// <summary>A digital solver where a machine is asked for: the same experiments, records and cross-checks as for a circuit. It searches
/// from starts of its own, so that a run's start does not count, and ends after a number of updates, so that a run can be repeated; a race
/// against the clock is a <see cref="Budget"/>'s business.</summary>
/// <param name="solver">What searches.</param>
public sealed class SolverMachine(IHeuristic solver) : IMachine
{
    /// <inheritdoc/>
    public string Name => Solver.Name;

    /// <inheritdoc/>
    public string Summary => Solver.Summary;

    /// <summary>What searches, with its parameters.</summary>
    public IHeuristic Solver { get; init; } = solver;

    /// <summary>Attempted updates of a run for each spin, all replicas counted. Default 100,000 (our choice: some milliseconds for a hundred
    /// spins). Range: ≥ 1.</summary>
    public int UpdatesPerSpin { get; init => field = Check.AtLeast(value, 1, nameof(UpdatesPerSpin)); } = 100_000;

    /// <exception cref="ArgumentException">A cue: what it starts from would not count.</exception>
    public IMachine For(Landscape landscape) => landscape != Landscape.Cue ? this : throw new ArgumentException(
        $"{Name} searches from starts of its own, where recall is what lies near a damaged copy; expected a machine that starts there");

    /// <exception cref="ArgumentException">They are of another solver.</exception>
    public IMachine With(object parameters) => parameters is SolverMachine other && other.Name == Name ? other
        : throw new ArgumentException($"the parameters are not of {Name}; expected its own as \"solver\": {{ \"name\": \"{Name}\", … }}");

    /// <exception cref="ArgumentException">The solver cannot take the model.</exception>
    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => Solver.Refusal(model) is { } refusal
        ? throw new ArgumentException(refusal)
        : new Prepared(Solver.Prepare(model), model, Budget.OfUpdates((long)UpdatesPerSpin * model.Size));

    // Work is counted in updates alone (the status has them): flips and multiply-adds of lanes are not, so that there are no operation counts.
    private sealed class Prepared(IPreparedHeuristic search, IsingModel model, Budget budget) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            var result = search.Solve(budget, key, cancellation: cancellation);
            if (result.Status == SearchStatus.Cancelled) throw new OperationCanceledException(cancellation);
            var fields = new double[model.Size];
            model.LocalFields(result.Spins, fields);
            // Rest is what it is for every digital machine: no single flip lowers the energy.
            bool atRest = !fields.Where((field, i) => field * result.Spins[i] < 0).Any();
            return new()
            {
                Machine = "digital",
                Engine = result.Heuristic,
                Key = key.Value,
                Spins = result.Spins,
                Energy = model.EnergyFromLocalFields(result.Spins, fields),
                EngineEnergy = result.Energy,
                Settled = atRest,
                Status = $"{result.Updates} updates, {result.Status.InWords()}; {(atRest ? "no flip" : "a flip still")} lowers the energy",
                TraceTimes = [.. result.Trajectory.Select(step => (double)step.Updates)],
                TraceEnergies = [.. result.Trajectory.Select(step => step.Energy)],
            };
        }
    }
}
