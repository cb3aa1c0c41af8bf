using System.Diagnostics;
using Crossbar.Machines;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Benchmarking;
using Solvers.Heuristics;
using Solvers.Problems;
using Studies.Machines;
using Studies.Solving;

namespace Studies.Comparing;

/// <summary>The course of a <see cref="ComparisonStudy"/>: the machines, then the solvers, each a row.</summary>
internal sealed class Comparison
{
    /// <summary>Spins up to which the machines take part unasked: their arrays have four cells per pair of spins, and a run takes seconds
    /// beyond it.</summary>
    private const int MostMachineSpins = 300;

    private readonly ComparisonStudy _study;
    private readonly SolveJob _job;
    private readonly IStudyProgress? _progress;
    private readonly CancellationToken _cancellation;
    private readonly IProblem _problem;
    private readonly IsingModel _model;
    private readonly double? _target;
    private readonly List<OpponentRow> _rows = [];
    private readonly List<string> _leftOut = [];
    private Solution? _best;

    internal Comparison(ComparisonStudy study, IStudyProgress? progress, CancellationToken cancellation)
    {
        (_study, _job, _progress, _cancellation) = (study, study.Problem.Job(study.Seed), progress, cancellation);
        _problem = _job.Problem(0);
        if (!ReferenceEquals(_problem, _job.Problem(1)))
            throw new ArgumentException("solvers are compared on one instance; each run of this problem has another one");
        _model = _problem.Encode();
        _target = study.Target ?? _problem.BestKnown?.Score;
    }

    internal ComparisonRecord Run()
    {
        if (_model.Size > MostMachineSpins && !_study.MachinesAsked)
            _leftOut.Add($"machines {string.Join(", ", _study.Machines)}: {_model.Size} spins take long; named, they are run");
        else foreach (string machine in _study.Machines) Machine(machine);
        foreach (var heuristic in _study.Solvers)
            if (heuristic.Refusal(_model) is { } refusal) _leftOut.Add(refusal);
            else Solver(heuristic);
        return new()
        {
            Options = _study,
            Problem = _job.Name,
            ScoreName = _problem.ScoreName,
            Seed = _study.Seed,
            SecondsPerSolver = _study.SecondsPerSolver,
            BestKnown = _problem.BestKnown?.Score,
            Target = _target,
            BestScore = _best?.Score,
            BestAnswer = _best is null ? null : _job.Answer(_best),
            Rows = _rows,
            LeftOut = _leftOut,
            Cancelled = _cancellation.IsCancellationRequested,
        };
    }

    private void Machine(string name)
    {
        if (_cancellation.IsCancellationRequested) return;
        IMachine machine;
        try
        {
            machine = _job.Machines(name) ?? (_study.Machine with { Name = name }).Make(_problem, _study.Seed);
        }
        catch (ArgumentException refusal) when (!_study.MachinesAsked)
        {
            _leftOut.Add($"machine {name}: {refusal.Message}");
            return;
        }
        _progress?.Begin($"{_job.Name}: {name}", _study.Runs);
        var result = Experiment.Run(_job, machine, _study.Runs, _study.Seed, _progress, _cancellation);
        foreach (var run in result.Runs) Take(run.Solution);
        // A machine's success is its final state; its time is that of the simulated hardware.
        var timed = result.Runs.Where(run => run.Trace.SettleSeconds > 0)
            .Select(run => (run.Trace.SettleSeconds!.Value, Reaches(run.Solution))).ToList();
        Add(new()
        {
            Name = name,
            Clock = MachineSetting.Find(name) is IArrayMachine ? "hardware" : "none",
            BestScore = result.BestScore,
            MeanScore = result.MeanScore,
            Runs = [.. result.Runs.Select(run => new OpponentRun(run.Trace.Key, run.Trace.Energy, run.Solution.Score,
                run.Trace.SettleSeconds, null, run.Trace.Settled ? "settled" : "not settled", []))],
        }, timed, result.Runs.Count);
    }

    private void Solver(IHeuristic heuristic)
    {
        if (_cancellation.IsCancellationRequested) return;
        var prepared = heuristic.Prepare(_model);
        var budget = new Budget
        {
            CpuSeconds = _study.SecondsPerSolver / _study.Runs,
            TargetEnergy = _target is { } target ? _problem.EnergyOf(target) : null,
        };
        WarmUp(prepared, budget);
        _progress?.Begin($"{_job.Name}: {heuristic.Name}", _study.Runs);
        var results = HeuristicRuns.Run(prepared, budget, _study.Runs, RandomKey.FromSeed(_study.Seed).Fold(heuristic.Name),
            Environment.ProcessorCount, _ => _progress?.Finished(), _cancellation);
        var solutions = results.Select(result => _problem.Decode(result.Spins)).ToList();
        foreach (var solution in solutions) Take(solution);
        var scores = solutions.Where(solution => solution is { Feasible: true, Score: not null }).Select(solution => solution.Score!.Value)
            .ToList();
        double cpu = results.Sum(result => result.CpuSeconds);
        Add(new()
        {
            Name = heuristic.Name,
            Clock = "processor",
            BestScore = scores.Count == 0 ? null : _problem.Sense == ScoreSense.Maximise ? scores.Max() : scores.Min(),
            MeanScore = scores.Count == 0 ? null : scores.Average(),
            UpdatesPerSecond = cpu > 0 ? results.Sum(result => (double)result.Updates) / cpu : null,
            Runs = [.. results.Zip(solutions, (result, solution) => new OpponentRun(result.Seed, result.Energy,
                solution.Feasible ? solution.Score : null, result.CpuSeconds, result.Trajectory[^1].CpuSeconds, result.Status.InWords(),
                [.. result.Trajectory.Select(step => new[] { step.CpuSeconds, step.Energy })]))],
        }, [.. results.Zip(solutions, (result, solution) =>
            (Reaches(solution) ? Math.Max(result.Trajectory[^1].CpuSeconds, double.Epsilon) : result.CpuSeconds, Reaches(solution)))],
                results.Count);
    }

    // The first calls are translated by the just-in-time compiler; a tenth of a second goes on that before any clock counts.
    private void WarmUp(IPreparedHeuristic prepared, Budget budget)
    {
        var clock = Stopwatch.StartNew();
        var brief = budget with { CpuSeconds = Math.Min(budget.CpuSeconds, 0.05) };
        for (int k = 0; clock.Elapsed.TotalSeconds < 0.1 && !_cancellation.IsCancellationRequested; k++)
            prepared.Solve(brief, RandomKey.FromSeed(_study.Seed).Fold("warm-up").Fold(k), cancellation: _cancellation);
    }

    private void Add(OpponentRow row, List<(double, bool)> timed, int runs) =>
        _rows.Add(_target is not null && timed.Count == runs && runs > 0
            ? row.With(TimeToTarget.OfRestarts(timed, RandomKey.FromSeed(_study.Seed).Fold(row.Name))) : row);

    private bool Reaches(Solution solution) => solution is { Feasible: true, Score: { } score } && _target is { } target
        && (score == target || _problem.Sense.IsBetter(score, target)
            || Math.Abs(score - target) <= 1e-9 * Math.Max(1, Math.Abs(target)));

    private void Take(Solution solution)
    {
        if (solution is { Feasible: true, Score: { } score } && (_best?.Score is not { } best || _problem.Sense.IsBetter(score, best)))
            _best = solution;
    }
}
