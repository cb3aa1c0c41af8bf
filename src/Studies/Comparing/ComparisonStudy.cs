using Hopfield.Numerics;
using Solvers.Heuristics;
using Studies.Machines;
using Studies.Solving;

namespace Studies.Comparing;

/// <summary>One instance on machines and on digital solvers: the same instance, the same rules of success, a table.</summary>
public sealed record ComparisonStudy : Study<ComparisonRecord>
{
    public override string Name => "compare";
    public override string Summary => "an instance on machines and on digital solvers: hits and times to the target";

    /// <summary>The instance.</summary>
    public required IProblemSource Problem { get; init; }

    /// <summary>Machines by name; their array is that of <see cref="Machine"/>.</summary>
    public IReadOnlyList<string> Machines { get; init; } = ["continuous", "clocked"];

    /// <summary>Whether they were asked for by name, so that size is no reason to leave them out.</summary>
    public bool MachinesAsked { get; init; }

    /// <summary>Array, noise and parameters of the machines.</summary>
    public MachineSetting Machine { get; init; } = new();

    /// <summary>The solvers.</summary>
    public required IReadOnlyList<IHeuristic> Solvers { get; init; }

    /// <summary>Processor seconds of each solver, shared by its runs. Default 10 (our choice). Range: &gt; 0.</summary>
    public double SecondsPerSolver { get; init => field = Check.Positive(value, nameof(SecondsPerSolver), "s"); } = 10;

    /// <summary>Runs of each. Default 10 (our choice). Range: ≥ 1.</summary>
    public int Runs { get; init => field = Check.AtLeast(value, 1, nameof(Runs)); } = 10;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Score that counts as a success; null: the best known one.</summary>
    public double? Target { get; init; }

    public override ComparisonRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default) =>
        new Comparison(this, progress, cancellation).Run();
}
