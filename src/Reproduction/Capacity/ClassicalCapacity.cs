using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Reproduction.Capacity;

/// <summary>How many random patterns the Hebb rule holds: 0.138 N in the limit, and what that looks like at finite N.</summary>
public sealed class ClassicalCapacity : IClaimFamily
{
    private const int ProbesPerDraw = 20;

    public string Name => "classical-capacity";
    public string Summary => "Share of random patterns that the Hebb rule keeps, below, at and above the critical load.";

    public IReadOnlyList<Claim> Claims =>
    [
        Retained("capacity.hebb-below-capacity", 0.12, 0, Interval.AtLeast(0.95), null, "nearly all patterns kept below 0.138 N",
            "Share of patterns kept with m > 0.9 at α = 0.12."),
        Retained("capacity.hebb-near-collapse", 0.1625, 0, Interval.AtMost(0.1), new(0.2, 0.8), "no retrieval above 0.138 N",
            "Share of patterns kept with m > 0.9 at α = 0.1625.",
            "0.138 is the limit N → ∞: at N = 1000 half of the patterns are kept up to 0.163 N, at N = 8000 up to 0.149 N."),
        Retained("capacity.hebb-above-capacity", 0.20, 0, Interval.AtMost(0.1), null, "no retrieval far above 0.138 N",
            "Share of patterns kept with m > 0.9 at α = 0.20."),
        Retained("capacity.hebb-from-noise-below", 0.11, 0.1, Interval.AtLeast(0.97), null, "recall from a damaged cue",
            "Share of patterns recalled with m > 0.9 from 10 % noise at α = 0.11."),
        Retained("capacity.hebb-from-noise-at-capacity", 0.138, 0.1, Interval.AtLeast(0.85), null, "recall from a damaged cue up to 0.138 N",
            "Share of patterns recalled with m > 0.9 from 10 % noise at α = 0.138."),
        Retained("capacity.hebb-from-noise-above", 0.15, 0.1, Interval.AtMost(0.1), new(0.5, 0.75), "no retrieval above 0.138 N",
            "Share of patterns recalled with m > 0.9 from 10 % noise at α = 0.15."),
        Half("capacity.hebb-half-2000", 2000, new(0.153, 0.163)) with { Quick = false },
        Half("capacity.hebb-half-500", 500, new(0.162, 0.180)),
        Half("capacity.hebb-half-1000", 1000, new(0.156, 0.170)),
        Claim("capacity.hebb-overlap-of-kept", "m = 0.967 at the transition", new(0.96, 0.99), null,
            "Mean overlap of the kept patterns at α = 0.138.",
            "N = 1000, from the pattern to a fixed point, those with m > 0.9, 8 draws", (context, cancellation) =>
                Finding.Mean([.. Overlaps(context, 1000, 0.138, 0, 8, cancellation).Where(m => m > 0.9)])),
        Claim("capacity.hebb-bit-error", "0.36 % (erfc, N → ∞)", new(0.0030, 0.0042), null,
            "Share of unstable bits of a stored pattern at α = 0.138.",
            "N = 1000, one synchronous step from every pattern, 4 draws", FirstStepError),
        Claim("capacity.hebb-exact", "stores 0.138 N patterns", Interval.AtLeast(0.95), new(0.42, 0.65),
            "Share of patterns kept without any error at α = 0.10.",
            "N = 1000, from the pattern to a fixed point, 12 draws", (context, cancellation) =>
            {
                double[] overlaps = Overlaps(context, 1000, 0.10, 0, 12, cancellation);
                return Finding.Share(overlaps.Count(m => m == 1), overlaps.Length);
            }) with { Why = "0.138 N counts patterns with a few wrong bits; without any, the capacity is N/(2 ln N)." },
    ];

    private static Claim Retained(
        string id, double load, double noise, Interval reproduces, Interval? expected, string published, string statement,
            string why = "") =>
        Claim(id, published, reproduces, expected, statement,
            $"N = 1000, p = {load} N, from {(noise > 0 ? "10 % noise" : "the pattern")} to a fixed point, 6 draws",
            (context, cancellation) =>
            {
                double[] overlaps = Overlaps(context, 1000, load, noise, 6, cancellation);
                return Finding.Share(overlaps.Count(m => m > 0.9), overlaps.Length);
            }) with
        { Why = why };

    private static Claim Half(string id, int size, Interval expected) =>
        Claim(id, "0.138", Interval.Around(0.138, 0.004), expected, $"Load α at which half of the patterns are kept at N = {size}.",
            $"N = {size}, α = 0.145 … 0.19 in steps of 0.005, linear between them, 10 draws each", (context, cancellation) =>
            {
                double before = double.NaN;
                for (int k = 0; k <= 9; k++)
                {
                    double load = 0.145 + 0.005 * k, kept = Overlaps(context, size, load, 0, 10, cancellation).Average(m =>
                        m > 0.9 ? 1.0 : 0);
                    if (kept < 0.5) return new(double.IsNaN(before) ? load : load - 0.005 * (0.5 - kept) / (before - kept));
                    before = kept;
                }
                return new(double.NaN);
            }) with
        { Why = "The drop moves down and sharpens with N; 0.138 is its limit." };

    private static Claim Claim(string id, string published, Interval reproduces, Interval? expected, string statement, string protocol,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new(id, statement, "Amit, Gutfreund and Sompolinsky 1985, PRL 55:1530; " + Texts.Overview, published,
            $"random patterns, Hebb, W_ii = 0, asynchronous; {protocol}, {ProbesPerDraw} probes a draw", reproduces, measure)
        { Expected = expected, Quick = true };

    private static sbyte[][] Patterns(int size, double load, RandomKey key) =>
        [.. Enumerable.Range(0, (int)Math.Round(load * size)).Select(m => Spins.Random(size, key.Fold(m)))];

    /// <summary>Overlap of each probe's end with its pattern.</summary>
    private static double[] Overlaps(ClaimContext context, int size, double load, double noise, int draws, CancellationToken cancellation)
    {
        var key = context.Key($"classical capacity {size} {load:f4} {noise}");
        return [.. Enumerable.Range(0, draws).SelectMany(draw =>
        {
            cancellation.ThrowIfCancellationRequested();
            var patterns = Patterns(size, load, key.Fold(draw));
            sbyte[][] cues = [.. patterns.Take(ProbesPerDraw).Select((pattern, k) =>
                PatternNoise.Flip(pattern, noise, key.Fold("noise").Fold(draw).Fold(k)))];
            var ends = new RecallNetwork(new HebbRule().Learn(patterns), false).Asynchronous(cues, key.Fold("order").Fold(draw),
                cancellation);
            return ends.Select((end, k) => Spins.Overlap(end.Spins, patterns[k]));
        })];
    }

    private static Finding FirstStepError(ClaimContext context, CancellationToken cancellation)
    {
        var shares = new List<double>();
        for (int draw = 0; draw < 4; draw++)
        {
            var patterns = Patterns(1000, 0.138, context.Key("first step").Fold(draw));
            var ends = new RecallNetwork(new HebbRule().Learn(patterns), false) { LargestSweepCount = 1 }.Synchronous(patterns,
                cancellation);
            shares.Add(ends.Select((end, k) => Spins.HammingDistance(end.Spins, patterns[k]) / 1000.0).Average());
        }
        return Finding.Mean(shares);
    }
}
