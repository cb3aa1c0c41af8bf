using Cli.Output;
using Solvers.Problems.Tsp;
using Solvers.Problems.Tsp.Windows;

namespace Cli.Solving.Tours;

/// <summary>The JSON record of <c>tsp --method windows</c>.</summary>
public sealed record WindowReport
{
    /// <summary>Instance name.</summary>
    public required string Problem { get; init; }

    /// <summary>What settled the windows.</summary>
    public required string Machine { get; init; }

    /// <summary>Seed of the whole command.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Length of the best tour.</summary>
    public required double? BestScore { get; init; }

    /// <summary>The published optimum; null when unknown.</summary>
    public required double? BestKnown { get; init; }

    /// <summary>The best tour, cities from 1.</summary>
    public required int[]? BestAnswer { get; init; }

    /// <summary>How windows and local search were set.</summary>
    public required WindowOptions Options { get; init; }

    /// <summary>Every run, with what each kind of move won.</summary>
    public required IReadOnlyList<WindowRun> Runs { get; init; }

    /// <summary>True when Ctrl-C ended the command before all runs were finished.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>Version of this program.</summary>
    public string Version { get; init; } = AppVersion.Text;

    /// <summary>The record as indented JSON with a newline at the end.</summary>
    public string ToJson() => JsonText.Of(this);

    internal static WindowReport Of(TspProblem problem, WindowOptions options, RunSettings settings, IReadOnlyList<WindowTour> tours,
        bool cancelled)
    {
        var best = tours.MinBy(tour => tour.Length);
        return new()
        {
            Problem = problem.Name,
            Machine = settings.Machine,
            Seed = settings.Seed,
            BestScore = best?.Length,
            BestKnown = problem.BestKnown?.Score,
            BestAnswer = best?.Tour.Select(city => city + 1).ToArray(),
            Options = options,
            Runs = [.. tours.Select(WindowRun.Of)],
            Cancelled = cancelled,
        };
    }
}

/// <summary>One run of a <see cref="WindowReport"/>; names as in <see cref="WindowTour"/>.</summary>
public sealed record WindowRun(double Length, double StartLength, double LocalLength, long Windows, long Settlings, long ValidSettlings,
    long BetterWindows,
    double WonByWindows, long Kicks, long BetterKicks, double WonByKicks, long TwoOptMoves, long OrOptMoves, double WallSeconds,
        bool TargetReached)
{
    internal static WindowRun Of(WindowTour tour) =>
        new(tour.Length, tour.StartLength, tour.LocalLength, tour.Windows, tour.Settlings, tour.ValidSettlings,
        tour.BetterWindows, tour.WonByWindows, tour.Moves.Kicks, tour.BetterKicks, tour.WonByKicks, tour.Moves.TwoOpt, tour.Moves.OrOpt,
            tour.Seconds, tour.TargetReached);
}
