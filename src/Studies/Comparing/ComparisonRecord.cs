using System.Text.Json.Serialization;
using Hopfield.Numerics;
using Solvers.Benchmarking;

namespace Studies.Comparing;

/// <summary>What a comparison found: one entry per machine and solver.</summary>
public sealed record ComparisonRecord : StudyRecord
{
    /// <summary>Instance name.</summary>
    public required string Problem { get; init; }

    /// <summary>What the score measures.</summary>
    public required string ScoreName { get; init; }

    /// <summary>Seed of the whole command.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Processor seconds that each solver was given, all runs together.</summary>
    public required double SecondsPerSolver { get; init; }

    /// <summary>Best score known from elsewhere or proven; null when unknown.</summary>
    public required double? BestKnown { get; init; }

    /// <summary>Score that a run has to reach to count as a success: the one asked for, else the best known one; null without either.</summary>
    public required double? Target { get; init; }

    /// <summary>Best feasible score of all; null without any.</summary>
    public required double? BestScore { get; init; }

    /// <summary>The answer with that score, as in the record of a single machine.</summary>
    public required int[]? BestAnswer { get; init; }

    /// <summary>Machines first, then solvers by name.</summary>
    public required IReadOnlyList<OpponentRow> Rows { get; init; }

    /// <summary>Machines and solvers that did not take part, with the reason.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>True when a solver reached the target that was asked for.</summary>
    [JsonIgnore]
    public bool TargetReached => Target is null || Rows.Any(row => row.Successes > 0);

    /// <summary>Digital solvers run by the processor's clock, and so the best of all does; machines do not. Null without solvers.</summary>
    public override IReadOnlyList<string>? Unrepeated => Rows.All(row => row.Clock != "processor") ? null :
        [.. Enumerable.Range(0, Rows.Count).Where(k => Rows[k].Clock == "processor").Select(k => $"rows[{k}]"), "bestScore", "bestAnswer"];
}

/// <summary>All runs of one machine or solver.</summary>
public sealed record OpponentRow
{
    /// <summary>Name of the machine or solver.</summary>
    public required string Name { get; init; }

    /// <summary>Whose seconds these are: "processor" for solvers, "hardware" for the simulated settling of machines, "none"
    /// for digital machines, whose runs are not timed.</summary>
    public required string Clock { get; init; }

    /// <summary>Best feasible score; null without any.</summary>
    public required double? BestScore { get; init; }

    /// <summary>Mean score of the feasible runs; null without any.</summary>
    public required double? MeanScore { get; init; }

    /// <summary>Runs that reached the target; null without a target.</summary>
    public int? Successes { get; init; }

    /// <summary>95 % Wilson interval of their share; null without a target.</summary>
    public Interval? SuccessRange { get; init; }

    /// <summary>Time to the target with 99 % probability, s; null without a target or a success.</summary>
    public double? Tts99Seconds { get; init; }

    /// <summary>95 % bootstrap interval of that time, s.</summary>
    public Interval? Tts99Range { get; init; }

    /// <summary>Attempted spin updates per processor second; null for machines.</summary>
    public double? UpdatesPerSecond { get; init; }

    /// <summary>Every finished run.</summary>
    public required IReadOnlyList<OpponentRun> Runs { get; init; }

    /// <summary>Adds the statistics of reaching a target.</summary>
    public OpponentRow With(TimeToTarget? time) => time is null ? this : this with
    {
        Successes = time.Successes,
        SuccessRange = time.SuccessRange,
        Tts99Seconds = double.IsFinite(time.Seconds) ? time.Seconds : null,
        Tts99Range = time.Successes > 0 ? time.Range : null,
    };
}

/// <summary>One run.</summary>
/// <param name="Seed">Key of its random numbers.</param>
/// <param name="Energy">E of its spins.</param>
/// <param name="Score">Score of the decoded spins; null when they are not feasible.</param>
/// <param name="Seconds">Its time on the row's clock, s; null for a machine that did not settle.</param>
/// <param name="SecondsToBest">When its final energy was first reached, s; null for machines.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Trajectory">Improvements: processor seconds and energy.</param>
public sealed record OpponentRun(
    ulong Seed, double Energy, double? Score, double? Seconds, double? SecondsToBest, string Status, IReadOnlyList<double[]> Trajectory);
