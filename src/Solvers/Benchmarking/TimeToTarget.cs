using Hopfield.Numerics;

namespace Solvers.Benchmarking;

/// <summary>How long independent runs take to reach a target with 99 % probability. Restarts: TTS99 = t · max(1, ln 0.01 / ln(1 − p)), t
/// the mean time per run and p the share that reached it; ∞ when none did. Source: Rønnow et al. 2014, Science 345:420, eq. 1.</summary>
/// <param name="Seconds">TTS99, s; ∞ when no run reached the target.</param>
/// <param name="Range">95 % interval of TTS99 by bootstrap over the runs, s.</param>
/// <param name="Successes">Runs that reached the target.</param>
/// <param name="Runs">All runs.</param>
public sealed record TimeToTarget(double Seconds, Interval Range, int Successes, int Runs)
{
    private const int Resamples = 1000;

    /// <summary>Share of runs that reached the target.</summary>
    public double SuccessProbability => (double)Successes / Runs;

    /// <summary>95 % interval of the share, by Wilson.</summary>
    public Interval SuccessRange => Interval.OfShare(Successes, Runs);

    /// <summary>From runs that are repeated until one succeeds. The interval is the central 95 % of 1,000 resamplings of the runs with
    /// replacement (Efron 1979, Ann. Stat. 7:1); too narrow where successes or failures are fewer than about five, which is why the Wilson
    /// interval of the share stands beside it.</summary>
    /// <param name="runs">Time of each run, any unit of time, and whether it reached the target; at least one run.</param>
    /// <param name="key">Source of the resampling.</param>
    public static TimeToTarget OfRestarts(IReadOnlyList<(double Seconds, bool Reached)> runs, RandomKey key)
    {
        Check.AtLeast(runs.Count, 1, "number of runs");
        foreach (var (seconds, _) in runs) Check.Positive(seconds, "time of a run", "s");
        var stream = key.Fold("bootstrap").Stream();
        var times = new double[Resamples];
        for (int k = 0; k < Resamples; k++)
        {
            double sum = 0;
            int hits = 0;
            for (int draw = 0; draw < runs.Count; draw++)
            {
                var (seconds, reached) = runs[stream.NextIndex(runs.Count)];
                sum += seconds;
                if (reached) hits++;
            }
            times[k] = Of(sum / runs.Count, (double)hits / runs.Count);
        }
        Array.Sort(times);
        int successes = runs.Count(run => run.Reached);
        return new(Of(runs.Average(run => run.Seconds), (double)successes / runs.Count),
            new(times[Resamples / 40], times[Resamples - 1 - Resamples / 40]), successes, runs.Count);
    }

    /// <summary>TTS99 of runs of one length.</summary>
    /// <param name="runSeconds">Time per run, s. Range: &gt; 0.</param>
    /// <param name="successProbability">p, from 0 to 1.</param>
    public static double Of(double runSeconds, double successProbability)
    {
        Check.Positive(runSeconds, nameof(runSeconds), "s");
        Check.InRange(successProbability, 0, 1, nameof(successProbability));
        return successProbability >= 0.99 ? runSeconds
            : successProbability == 0 ? double.PositiveInfinity
            : runSeconds * Math.Log(0.01) / Math.Log(1 - successProbability);
    }

    /// <summary>For runs that go on until they reach the target, whose times are known one by one: the time within which 99 % did, by the
    /// nearest rank. Runs that never did count as ∞.</summary>
    /// <param name="seconds">Time to target of each run, s; ∞ for a run that missed it. At least one.</param>
    /// <param name="part">The part of runs; 0.99 for TTS99, 0.5 for the median. Range: 0 … 1.</param>
    public static double Quantile(IReadOnlyCollection<double> seconds, double part)
    {
        Check.AtLeast(seconds.Count, 1, "number of runs");
        Check.InRange(part, 0, 1, nameof(part));
        double[] sorted = [.. seconds.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
