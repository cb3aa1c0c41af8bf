using Hopfield.Numerics;
using Solvers.Problems.Tsp;
using Solvers.Problems.Tsp.Windows;
using Studies.Machines;
using Studies.Problems;
using Studies.Solving;

namespace Studies.Tours;

/// <summary>A tour of hundreds of cities: the machine solves stretches of it inside a local search.</summary>
public sealed record WindowStudy : Study<WindowRecord>
{
    /// <summary>The fast digital machine that solves windows unless another is asked for.</summary>
    public const string DefaultMachine = "chaotic";

    public override string Name => "windows";
    public override string Summary => "a long tour, stretch by stretch on a machine";

    /// <summary>The cities.</summary>
    public required TourFile Problem { get; init; }

    /// <summary>What settles the windows.</summary>
    public MachineSetting Machine { get; init; } = new() { Name = DefaultMachine };

    /// <summary>How windows and local search are set; the target is the published optimum where there is one.</summary>
    public WindowOptions Windows { get; init; } = new();

    /// <summary>Number of runs. Range: ≥ 1.</summary>
    public int Runs { get; init => field = Check.AtLeast(value, 1, nameof(Runs)); } = 1;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    public override WindowRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var problem = new TspProblem(Problem.Instance());
        var options = problem.BestKnown is { Proven: true, Score: var optimum } ? Windows with { TargetLength = optimum } : Windows;
        var machine = Machine.Make(problem, Seed);
        var tours = new WindowTour?[Runs];
        progress?.Begin($"{problem.Name}: windows on {Machine.Name}", Runs);
        Parallel.For(0, Runs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            // A run that is cancelled gives the best tour it has.
            if (cancellation.IsCancellationRequested) return;
            tours[number] = WindowSearch.Run(problem.Instance, machine, options, Experiment.KeyOf(Seed, number), cancellation);
            progress?.Finished();
        });
        return new()
        {
            Options = this,
            Machine = Machine.Name,
            Seed = Seed,
            Windows = options,
            Cities = problem,
            Tours = [.. tours.Where(tour => tour is not null).Select(tour => tour!)],
            Cancelled = cancellation.IsCancellationRequested,
        };
    }
}
