using Crossbar.Checking;
using Crossbar.Engines;
using Hopfield.Numerics;
using Studies.Machines;

namespace Studies.Solving;

/// <summary>A problem on a machine: runs, the same runs digitally, the cross-check of the best one.</summary>
public sealed record SolveStudy : Study<SolveRecord>
{
    public override string Name => SolveRecord.Name;
    public override string Summary => "runs of a problem on a machine, the same runs digitally, the best run on every engine";
    public override bool IsAlsoOfPrograms => true;

    /// <summary>The problem.</summary>
    public required IProblemSource Problem { get; init; }

    /// <summary>The machine.</summary>
    public MachineSetting Machine { get; init; } = new();

    /// <summary>Number of runs, each from its own start. Default 10 (our choice). Range: ≥ 1.</summary>
    public int Runs { get; init => field = Check.AtLeast(value, 1, nameof(Runs)); } = 10;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Score to reach; null for none.</summary>
    public double? Target { get; init; }

    /// <summary>Whether SPICE engines take part in the cross-check of the best run.</summary>
    public bool WithSpice { get; init; }

    public override SolveRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var job = Problem.Job(Seed);
        var machine = job.Machines(Machine.Name) ?? Machine.Make(job.Problem(0), Seed);
        progress?.Begin($"{job.Name}: {Machine.Name}", Runs);
        var main = Experiment.Run(job, machine, Runs, Seed, progress, cancellation);
        ExperimentRuns? digital = null;
        if (Machine.HasArray && !main.Cancelled)
        {
            progress?.Begin($"{job.Name}: digital", Runs);
            digital = Experiment.Run(job, job.Machines("digital") ?? MachineSetting.Digital, Runs, Seed, progress, cancellation);
        }
        CrossCheckReport? check = null;
        if (Machine.IsCircuit && digital is { Cancelled: false } && main.Best is { } best)
        {
            progress?.Begin($"{job.Name}: cross-check", 1);
            check = Checked(best, cancellation);
        }
        return new()
        {
            Options = this,
            Machine = Machine.Name,
            BlockSpins = Machine.Array?.Neurons,
            Main = main,
            DigitalRuns = digital,
            Check = check,
            Target = Target,
            Noise = SolveRecord.NoiseOf(main),
            Cells = CellSummary.Of(main),
            Cancelled = main.Cancelled || digital is { Cancelled: true } || (Machine.IsCircuit && check is null),
        };
    }

    private CrossCheckReport? Checked(SolvedRun best, CancellationToken cancellation)
    {
        try
        {
            return CrossCheck.Of(best, WithSpice ? [.. CircuitEngines.All.Select(item => item.Engine)] : [],
                new() { Digital = MachineSetting.Digital }, cancellation: cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null; // the runs are finished and kept
        }
    }
}
