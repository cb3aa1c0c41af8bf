using Cli.Devices;
using Cli.Noise;
using Crossbar.Checking;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems;

namespace Cli.Solving;

/// <summary>What a solving verb wants done: the instances of its runs, their starts, and how the answer is named.</summary>
internal sealed record SolveJob
{
    /// <summary>The instance of each run.</summary>
    internal required Func<int, IProblem> Problem { get; init; }

    /// <summary>Name for tables and records.</summary>
    internal required string Name { get; init; }

    /// <summary>Start activations of a run.</summary>
    internal required Func<IProblem, RandomKey, double[]> Start { get; init; }

    /// <summary>The best answer as whole numbers for the JSON record; null when there is none.</summary>
    internal Func<Solution, int[]?> Answer { get; init; } = solution => solution.Answer?.ToArray();

    /// <summary>
    /// Digital machines, by the name that --machine takes, for problems with conventions of their own; null where the usual one will do.
    /// </summary>
    internal Func<string, IMachine?> Machines { get; init; } = _ => null;

    /// <summary>Score to reach; the exit code says whether it was.</summary>
    internal double? Target { get; init; }

    /// <summary>Whether SPICE engines take part in the cross-check of the best run.</summary>
    internal bool WithSpice { get; init; }

    /// <summary>A job that settles one instance from random starts.</summary>
    internal static SolveJob Of(IProblem problem) => new()
    {
        Name = problem.Name,
        Problem = _ => problem,
        Start = (instance, key) => Solve.RandomStart(instance.SpinCount, key),
    };
}

/// <summary>Everything a solving verb found out.</summary>
/// <param name="Job">What was wanted.</param>
/// <param name="Settings">How.</param>
/// <param name="Main">The machine's runs.</param>
/// <param name="Digital">The digital runs beside a circuit's; null when that is the machine itself or the work was cancelled.</param>
/// <param name="Check">The cross-check of the best run; null for the digital machine or when the work was cancelled.</param>
internal sealed record SolveOutcome(SolveJob Job, RunSettings Settings, SolveResult Main, SolveResult? Digital, CrossCheckReport? Check)
{
    /// <summary>Whether the target, if any, was reached.</summary>
    internal bool TargetReached => Job.Target is not { } target || Reaches(Main.BestScore, target) || Reaches(Main.BestSeenScore, target);

    private bool Reaches(double? score, double target) =>
        score is { } value && (Main.Problem.Sense == ScoreSense.Maximise ? value >= target : value <= target);

    /// <summary>True when Ctrl-C ended the work before everything was done: some runs, the digital runs or the cross-check are
    /// missing.</summary>
    internal bool Cancelled => Main.Cancelled || Digital is { Cancelled: true } || (Settings.IsCircuit && Check is null);

    /// <summary>130 cancelled, 1 when the cross-check, feasibility or the target failed, else 0.</summary>
    internal int ExitCode => Cancelled ? Cli.ExitCode.Cancelled
        : Main.BestScore is null || !TargetReached || Check is { Agrees: false } ? Cli.ExitCode.NotReached
        : Cli.ExitCode.Done;

    /// <summary>The JSON record.</summary>
    internal SolveReport ToReport() => new()
    {
        Problem = Job.Name,
        Machine = Settings.Machine,
        BlockSpins = Settings.Array?.Neurons,
        Engine = Main.Engine,
        Seed = Settings.Seed,
        ScoreName = Main.Problem.ScoreName,
        BestScore = Main.BestScore,
        MeanScore = Main.MeanScore,
        FeasibleFraction = FeasibleFraction(Main),
        BestEnergy = Main.Runs.Count == 0 ? null : Main.Runs.Min(run => run.Trace.Energy),
        BestKnown = Main.Problem.BestKnown?.Score,
        BestAnswer = Main.Best is { } best ? Job.Answer(best.Solution) : null,
        AnswerNote = Main.Best?.Solution.Note,
        Runs = [.. Main.Runs.Select(run => run.ToRecord())],
        Residual = Main.LargestResidual,
        Cancelled = Cancelled,
        Digital = Digital is { Runs.Count: > 0 } ? new(Digital.BestScore, Digital.MeanScore, FeasibleFraction(Digital),
            Digital.Runs.Min(run => run.Trace.Energy)) : null,
        CrossCheck = Check is null ? null : CrossCheckSummary.Of(Check),
        Parameters = Settings.Machine == "continuous" ? MachineSettings.Parameters(Main.Problem, Settings)
            : Settings.IsAnalogue ? MachineSettings.ClockedParameters(Main.Problem, Settings) : null,
        BestSeen = BestSeenSummary.Of(Main),
        Noise = NoiseTable.Of(this),
        Cells = CellSummary.Of(this),
    };

    private static double FeasibleFraction(SolveResult result) =>
        result.Runs.Count == 0 ? 0 : (double)result.Runs.Count(run => run.Solution.Feasible) / result.Runs.Count;
}
