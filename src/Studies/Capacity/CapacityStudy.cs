using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;
using Studies.Recalling;

namespace Studies.Capacity;

/// <summary>Recall of every stored pattern against their number, for several rules on the same patterns and cues.</summary>
public sealed record CapacityStudy : Study<CapacityRecord>
{
    public override string Name => "capacity";
    public override string Summary => "how many patterns each learning rule recalls";

    /// <summary>The rules to compare.</summary>
    public IReadOnlyList<ILearningRule> Rules { get; init; } = [new HebbRule(), new StorkeyRule(), new PseudoinverseRule()];

    /// <summary>Pictures to draw from; null for random patterns.</summary>
    public PatternSource? Patterns { get; init; }

    /// <summary>Pixels of random patterns. Default 200 (our choice). Range: ≥ 2.</summary>
    public int Size { get; init => field = Check.AtLeast(value, 2, nameof(Size)); } = 200;

    /// <summary>Numbers of stored patterns; none: ten loads from 0.05 to 0.95 of the pixels, or of the pictures there are. Range: ≥ 1
    /// each.</summary>
    public int[] Counts { get; init => field = [.. value.Select(count => Check.AtLeast(count, 1, nameof(Counts)))]; } = [];

    /// <summary>Fraction of pixels flipped in each cue. Default 0.1 (our choice). Range: 0 … 1.</summary>
    public double Noise { get; init => field = Check.InRange(value, 0, 1, nameof(Noise)); } = 0.1;

    /// <summary>Overlap from which a pattern counts as recalled. Default 1: every pixel. Range: −1 … 1.</summary>
    public double LeastOverlap { get; init => field = Check.InRange(value, -1, 1, nameof(LeastOverlap)); } = 1;

    /// <summary>Independent sets of patterns. Default 10 (our choice). Range: ≥ 2, which an interval needs.</summary>
    public int Draws { get; init => field = Check.AtLeast(value, 2, nameof(Draws)); } = 10;

    /// <summary>What a pixel with field zero does.</summary>
    public TieRule Ties { get; init; } = TieRule.Keep;

    /// <summary>Whether the rule's diagonal W_ii is kept.</summary>
    public bool KeepsDiagonal { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    public override CapacityRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var pool = Patterns?.Read(Seed).Patterns;
        int[] counts = [.. (Counts.Length > 0 ? Counts : UsualCounts(pool)).Distinct().Order()];
        if (pool is not null)
            foreach (int count in counts) Check.InRange(count, 1, pool.Count, nameof(Counts));
        var key = RandomKey.FromSeed(Seed).Fold("capacity");
        var points = new List<CapacityPoint>();
        progress?.Begin("capacity", counts.Length * Rules.Count);
        try
        {
            foreach (int count in counts)
                foreach (var rule in Rules)
                {
                    double[] shares = [.. Enumerable.Range(0, Draws).Select(draw =>
                        Share(rule, Drawn(pool, count, key.Fold(count).Fold(draw)), key.Fold(count).Fold(draw), cancellation))];
                    var interval = Interval.OfMean(shares);
                    points.Add(new(rule.Name, count, shares.Average(), Math.Max(0, interval.Low), Math.Min(1, interval.High)));
                    progress?.Finished();
                }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && points.Count > 0)
        {
            // The finished points are kept; the record says that there are not all.
        }
        return new()
        {
            Options = this,
            Seed = Seed,
            Noise = Noise,
            LeastOverlap = LeastOverlap,
            KeepsDiagonal = KeepsDiagonal,
            Draws = Draws,
            Points = points,
            Cancelled = points.Count < counts.Length * Rules.Count,
        };
    }

    /// <summary>Ten loads from a twentieth of the pixels to nearly all, and no more than there are pictures.</summary>
    private IEnumerable<int> UsualCounts(IReadOnlyList<sbyte[]>? pool)
    {
        int most = pool is null ? Size : Math.Min(pool.Count, pool[0].Length);
        return Enumerable.Range(0, 10).Select(k => Math.Max(1, (int)Math.Round((0.05 + 0.1 * k) * most)));
    }

    private sbyte[][] Drawn(IReadOnlyList<sbyte[]>? pool, int count, RandomKey draw)
    {
        var key = draw.Fold("patterns");
        if (pool is null) return [.. Enumerable.Range(0, count).Select(m => Spins.Random(Size, key.Fold(m)))];
        int[] order = [.. Enumerable.Range(0, pool.Count)];
        var stream = key.Stream();
        stream.Shuffle<int>(order);
        return [.. order.Take(count).Select(m => pool[m])];
    }

    private double Share(ILearningRule rule, sbyte[][] patterns, RandomKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        sbyte[][] cues = [.. patterns.Select((pattern, k) => PatternNoise.Flip(pattern, Noise, key.Fold("noise").Fold(k)))];
        var network = new RecallNetwork(rule.Learn(patterns), KeepsDiagonal) { Ties = Ties };
        var ends = network.Asynchronous(cues, key.Fold("order"), cancellation);
        return ends.Where((end, k) => Spins.Overlap(end.Spins, patterns[k]) >= LeastOverlap).Count() / (double)patterns.Length;
    }
}
