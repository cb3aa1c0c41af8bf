using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Heuristics;

/// <summary>The course of one run: its budget, its best spins and how they came about. A heuristic offers states and asks whether it may go
/// on; every energy that gets into the record is recomputed from the model, so that no heuristic can report what it does not
/// have.</summary>
internal sealed class SearchRecord
{
    /// <summary>Energies closer than this part of their size count as equal (rounding of sums; our choice).</summary>
    private const double EqualEnergies = 1e-9;

    private readonly string _heuristic;
    private readonly IsingModel _model;
    private readonly RandomKey _key;
    private readonly IProgress<Improvement>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly List<Improvement> _trajectory = [];
    private readonly sbyte[] _best;
    private readonly double[] _fields;
    private readonly double _start;
    private SearchStatus? _ended;

    public SearchRecord(string heuristic, IsingModel model, Budget budget, RandomKey key, IProgress<Improvement>? progress,
        CancellationToken cancellation)
    {
        (_heuristic, _model, Budget, _key, _progress, _cancellation) = (heuristic, model, budget, key, progress, cancellation);
        (_best, _fields) = (new sbyte[model.Size], new double[model.Size]);
        _start = ThreadClock.Seconds();
    }

    public Budget Budget { get; }

    /// <summary>Lowest energy so far; +∞ before the first offer.</summary>
    public double Energy { get; private set; } = double.PositiveInfinity;

    /// <summary>Attempted updates so far.</summary>
    public long Updates { get; private set; }

    /// <summary>Flips so far; stays null for heuristics that do not count them.</summary>
    public long? Flips { get; set; }

    /// <summary>Processor time so far, s.</summary>
    public double CpuSeconds => ThreadClock.Seconds() - _start;

    /// <summary>True when an energy is as low as a target, up to rounding.</summary>
    public static bool Reaches(double energy, double target) => energy <= target + EqualEnergies * Math.Max(1, Math.Abs(target));

    /// <summary>Books work done and says whether the run may go on. Cost: a system call; ask after microseconds of work, not after each
    /// spin.</summary>
    /// <param name="updates">Attempted updates since the last call.</param>
    public bool GoesOn(long updates)
    {
        Updates += updates;
        if (_ended is not null) return false;
        if (_cancellation.IsCancellationRequested) _ended = SearchStatus.Cancelled;
        else if (Updates >= Budget.Updates || CpuSeconds >= Budget.CpuSeconds) _ended = SearchStatus.BudgetSpent;
        return _ended is null;
    }

    /// <summary>Ends the run for a reason of the heuristic's own, unless it has ended already.</summary>
    public void End(SearchStatus status) => _ended ??= status;

    /// <summary>Takes the spins if their energy, recomputed here, is the lowest so far. Cost: one product with J.</summary>
    public bool Offer(ReadOnlySpan<sbyte> spins)
    {
        _model.LocalFields(spins, _fields);
        double energy = _model.EnergyFromLocalFields(spins, _fields);
        if (energy >= Energy) return false;
        Energy = energy;
        spins.CopyTo(_best);
        var step = new Improvement(CpuSeconds, Updates, energy);
        _trajectory.Add(step);
        _progress?.Report(step);
        if (Budget.TargetEnergy is { } target && Reaches(energy, target)) _ended ??= SearchStatus.TargetReached;
        return true;
    }

    /// <summary>The result; at least one state must have been offered.</summary>
    public HeuristicResult ToResult() => new()
    {
        Heuristic = _heuristic,
        Seed = _key.Value,
        Spins = _best,
        Energy = Energy,
        Trajectory = _trajectory,
        Updates = Updates,
        Flips = Flips,
        CpuSeconds = CpuSeconds,
        Status = _ended ?? SearchStatus.Finished,
    };
}
