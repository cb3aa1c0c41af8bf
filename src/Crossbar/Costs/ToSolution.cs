using Hopfield.Numerics;

namespace Crossbar.Costs;

/// <summary>Energy and time to reach the target with 99 % probability by repeating runs: R = ln 0.01 / ln(1 − p), at least 1. The interval
/// is that of the success probability, carried through; unit costs have none.</summary>
public sealed record ToSolution
{
    /// <summary>Runs that are needed, R; ∞ when none succeeded.</summary>
    public required double Runs { get; init; }

    /// <summary>95 % interval of R.</summary>
    public required Interval RunsRange { get; init; }

    /// <summary>Energy of a run, J.</summary>
    public required double RunJoules { get; init; }

    /// <summary>Time of a run, s.</summary>
    public required double RunSeconds { get; init; }

    /// <summary>ETS99, J.</summary>
    public double Joules => Runs * RunJoules;

    /// <summary>TTS99 of runs one after the other, s.</summary>
    public double Seconds => Runs * RunSeconds;

    /// <summary>95 % interval of ETS99, J.</summary>
    public Interval JoulesRange => new(RunsRange.Low * RunJoules, RunsRange.High * RunJoules);

    /// <summary>Energy times delay, J s.</summary>
    public double JouleSeconds => Joules * Seconds;

    /// <summary>Solutions per second and watt, 1/J.</summary>
    public double SolutionsPerJoule => 1 / Joules;

    /// <summary>From counted successes.</summary>
    /// <param name="ledger">What a run takes.</param>
    /// <param name="successes">Runs that reached the target.</param>
    /// <param name="runs">All runs.</param>
    /// <param name="wholeRuns">Round R up to whole runs, as Cai et al. 2020 do.</param>
    public static ToSolution Of(CostLedger ledger, int successes, int runs, bool wholeRuns = false)
    {
        var p = Interval.OfShare(successes, runs);
        return new()
        {
            Runs = Repetitions((double)successes / runs, wholeRuns),
            RunsRange = new(Repetitions(p.High, wholeRuns), Repetitions(p.Low, wholeRuns)),
            RunJoules = ledger.Joules,
            RunSeconds = ledger.Seconds,
        };
    }

    /// <summary>R of a success probability.</summary>
    /// <param name="success">p. Range: 0 … 1.</param>
    /// <param name="wholeRuns">Round up.</param>
    public static double Repetitions(double success, bool wholeRuns = false)
    {
        Check.InRange(success, 0, 1, nameof(success));
        double runs = success >= 0.99 ? 1 : success == 0 ? double.PositiveInfinity : Math.Max(1, Math.Log(0.01) / Math.Log(1 - success));
        return wholeRuns ? Math.Ceiling(runs) : runs;
    }
}
