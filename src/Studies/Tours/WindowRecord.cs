using System.Text.Json.Serialization;
using Solvers.Problems.Tsp;
using Solvers.Problems.Tsp.Windows;

namespace Studies.Tours;

/// <summary>What a search by windows found.</summary>
public sealed record WindowRecord : StudyRecord
{
    /// <summary>Instance name.</summary>
    public string Problem => Cities.Name;

    /// <summary>What settled the windows.</summary>
    public required string Machine { get; init; }

    /// <summary>Seed of the whole study.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Length of the best tour.</summary>
    public double? BestScore => Best?.Length;

    /// <summary>The published optimum; null when unknown.</summary>
    public double? BestKnown => Cities.BestKnown?.Score;

    /// <summary>The best tour, cities from 1.</summary>
    public int[]? BestAnswer => Best?.Tour.Select(city => city + 1).ToArray();

    /// <summary>How windows and local search were set.</summary>
    public required WindowOptions Windows { get; init; }

    /// <summary>Every run, with what each kind of move won.</summary>
    public IReadOnlyList<WindowRun> Runs => [.. Tours.Select(WindowRun.Of)];

    /// <summary>Runs end by the clock, unless at the optimum.</summary>
    public override IReadOnlyList<string>? Unrepeated => Tours.All(tour => tour.TargetReached) ? null : ["runs", "bestScore", "bestAnswer"];

    /// <summary>The cities.</summary>
    [JsonIgnore]
    public required TspProblem Cities { get; init; }

    /// <summary>The tours with their course.</summary>
    [JsonIgnore]
    public required IReadOnlyList<WindowTour> Tours { get; init; }

    /// <summary>The shortest; null without a finished run.</summary>
    [JsonIgnore]
    public WindowTour? Best => Tours.MinBy(tour => tour.Length);
}

/// <summary>One run of a <see cref="WindowRecord"/>; names as in <see cref="WindowTour"/>.</summary>
public sealed record WindowRun(double Length, double StartLength, double LocalLength, long Windows, long Settlings, long ValidSettlings,
    long BetterWindows,
    double WonByWindows, long Kicks, long BetterKicks, double WonByKicks, long TwoOptMoves, long OrOptMoves, double WallSeconds,
        bool TargetReached)
{
    /// <summary>Of a finished search.</summary>
    public static WindowRun Of(WindowTour tour) =>
        new(tour.Length, tour.StartLength, tour.LocalLength, tour.Windows, tour.Settlings, tour.ValidSettlings,
        tour.BetterWindows, tour.WonByWindows, tour.Moves.Kicks, tour.BetterKicks, tour.WonByKicks, tour.Moves.TwoOpt, tour.Moves.OrOpt,
            tour.Seconds, tour.TargetReached);
}
