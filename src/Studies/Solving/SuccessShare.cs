using System.Text.Json.Serialization;
using Hopfield.Numerics;
using Solvers.Benchmarking;
using Solvers.Problems;

namespace Studies.Solving;

/// <summary>Share of runs that reached the best known score.</summary>
public sealed record SuccessShare(int Successes, int Runs, double Low, double High)
{
    /// <summary>Of an experiment; null without a best known score.</summary>
    public static SuccessShare? Of(ExperimentRuns result, Func<SolvedRun, Solution> solution)
    {
        if (result.Problem.BestKnown is not { } best) return null;
        int hits = result.Runs.Select(solution)
            .Count(s => s is { Feasible: true, Score: { } score } && !result.Problem.Sense.IsBetter(best.Score, score));
        var interval = Interval.OfShare(hits, result.Runs.Count);
        return new(hits, result.Runs.Count, interval.Low, interval.High);
    }

    /// <summary>TTS99 on the simulated hardware, with its bootstrap interval, s.</summary>
    public static TimeToTarget? HardwareTime(ExperimentRuns result, Func<SolvedRun, Solution> solution, ulong seed)
    {
        if (result.Problem.BestKnown is not { } best || result.Runs.Any(run => run.Trace.SettleSeconds is null)) return null;
        return TimeToTarget.OfRestarts([.. result.Runs.Select(run =>
            (run.Trace.SettleSeconds!.Value, solution(run) is { Feasible: true, Score: { } score }
            && !result.Problem.Sense.IsBetter(best.Score, score)))], RandomKey.FromSeed(seed).Fold("tts"));
    }

    /// <summary>In words.</summary>
    [JsonIgnore]
    public string Text => $"{Successes}/{Runs} = {(double)Successes / Runs:f3} ({Low:f3} to {High:f3})";
}
