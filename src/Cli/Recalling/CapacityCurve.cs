using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Cli.Recalling;

/// <summary>
/// The experiment of <c>hopfield capacity</c>: recall of every stored pattern, for several rules on the same patterns and cues.
/// </summary>
internal sealed class CapacityCurve
{
    /// <summary>The rules to compare.</summary>
    internal required IReadOnlyList<ILearningRule> Rules { get; init; }

    /// <summary>Patterns to draw from; null for random ones.</summary>
    internal IReadOnlyList<sbyte[]>? Pool { get; init; }

    /// <summary>Pixels of random patterns.</summary>
    internal int Size { get; init => field = Check.AtLeast(value, 2, "--size"); } = 200;

    /// <summary>Fraction of pixels flipped in each cue.</summary>
    internal double Noise { get; init => field = Check.InRange(value, 0, 1, "--noise"); } = 0.1;

    /// <summary>Overlap from which a pattern counts as recalled.</summary>
    internal double LeastOverlap { get; init => field = Check.InRange(value, -1, 1, "--overlap"); } = 1;

    /// <summary>Independent sets of patterns.</summary>
    internal int Draws { get; init => field = Check.AtLeast(value, 2, "--draws"); } = 10;

    /// <summary>What a zero field does.</summary>
    internal TieRule Ties { get; init; }

    /// <summary>Whether W_ii is kept.</summary>
    internal bool KeepsDiagonal { get; init; }

    /// <summary>Ten loads from a twentieth of the pixels to nearly all, and no more than there are pictures.</summary>
    internal int[] DefaultCounts()
    {
        int most = Pool is { } pool ? Math.Min(pool.Count, pool[0].Length) : Size;
        return [.. Enumerable.Range(0, 10).Select(k => Math.Max(1, (int)Math.Round((0.05 + 0.1 * k) * most))).Distinct()];
    }

    /// <summary>All points, rule by rule within each count; cancellation keeps those that are finished.</summary>
    internal IReadOnlyList<CapacityPoint> Measure(IReadOnlyList<int> counts, RandomKey key, Action finished, CancellationToken cancellation)
    {
        foreach (int count in counts)
        {
            Check.AtLeast(count, 1, "--counts");
            if (Pool is not null) Check.InRange(count, 1, Pool.Count, "--counts");
        }
        var points = new List<CapacityPoint>();
        try
        {
            foreach (int count in counts.Distinct().Order())
                foreach (var rule in Rules)
                {
                    double[] shares = [.. Enumerable.Range(0, Draws).Select(draw =>
                        Share(rule, count, key.Fold(count).Fold(draw), cancellation))];
                    var interval = Interval.OfMean(shares);
                    points.Add(new(rule.Name, count, shares.Average(), Math.Max(0, interval.Low), Math.Min(1, interval.High)));
                    finished();
                }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The finished points are kept; the caller's exit code says that there are not all.
        }
        return points;
    }

    private double Share(ILearningRule rule, int count, RandomKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var patterns = Draw(count, key.Fold("patterns"));
        sbyte[][] cues = [.. patterns.Select((pattern, k) => PatternNoise.Flip(pattern, Noise, key.Fold("noise").Fold(k)))];
        var network = new RecallNetwork(rule.Learn(patterns), KeepsDiagonal) { Ties = Ties };
        var ends = network.Asynchronous(cues, key.Fold("order"), cancellation);
        return ends.Where((end, k) => Spins.Overlap(end.Spins, patterns[k]) >= LeastOverlap).Count() / (double)count;
    }

    private sbyte[][] Draw(int count, RandomKey key)
    {
        if (Pool is not { } pool) return [.. Enumerable.Range(0, count).Select(m => Spins.Random(Size, key.Fold(m)))];
        int[] order = [.. Enumerable.Range(0, pool.Count)];
        var stream = key.Stream();
        stream.Shuffle<int>(order);
        return [.. order.Take(count).Select(m => pool[m])];
    }
}

/// <summary>One point of a capacity curve.</summary>
/// <param name="Rule">Learning rule.</param>
/// <param name="Count">Stored patterns.</param>
/// <param name="Recalled">Mean share recalled.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
internal sealed record CapacityPoint(string Rule, int Count, double Recalled, double Low, double High);
