using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems;

namespace Studies.Solving;

/// <summary>What is run: the instance of each run, its start, and how the answer is named.</summary>
public sealed record SolveJob
{
    /// <summary>The instance of each run: recall has another cue every time, the others are always the same.</summary>
    public required Func<int, IProblem> Problem { get; init; }

    /// <summary>Name for tables and records.</summary>
    public required string Name { get; init; }

    /// <summary>Start activations of a run, from its instance and key.</summary>
    public required Func<IProblem, RandomKey, double[]> Start { get; init; }

    /// <summary>An answer as whole numbers for records; null when there is none.</summary>
    public Func<Solution, int[]?> Answer { get; init; } = solution => solution.Answer?.ToArray();

    /// <summary>Digital machines, by the name that is asked for, for problems with conventions of their own; null where the usual one will
    /// do.</summary>
    public Func<string, IMachine?> Machines { get; init; } = _ => null;

    /// <summary>A job that settles one instance from random starts.</summary>
    public static SolveJob Of(IProblem problem) => new()
    {
        Name = problem.Name,
        Problem = _ => problem,
        Start = (instance, key) => Experiment.RandomStart(instance.SpinCount, key),
    };
}
