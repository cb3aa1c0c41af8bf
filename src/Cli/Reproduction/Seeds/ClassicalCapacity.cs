using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Cli.Reproduction.Seeds;

/// <summary>How many random patterns the Hebb rule holds: 0.138 N in the limit, and what that looks like at N = 1000.</summary>
public sealed class ClassicalCapacity : IClaimFamily
{
    private const int Size = 1000, Draws = 6, ProbesPerDraw = 15;
    private const string Source = "Amit, Gutfreund and Sompolinsky 1985, PRL 55:1530; seeds 002 and 004";

    /// <inheritdoc/>
    public string Name => "classical-capacity";

    /// <inheritdoc/>
    public string Summary => "Share of random patterns that the Hebb rule keeps, below, at and above the critical load.";

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims =>
    [
        Retained("seeds.7.hebb-below-capacity", 0.12, Interval.AtLeast(0.95), null, "nearly all patterns kept below 0.138 N",
            "Below capacity nearly every pattern has an attractor within m > 0.9."),
        Retained("seeds.7.hebb-near-collapse", 0.1625, Interval.AtMost(0.1), new(0.2, 0.8), "no retrieval above 0.138 N",
            "Above 0.138 N retrieval fails, as far as N = 1000 can show it.",
            "0.138 is the limit N → ∞: at N = 1000 half of the patterns are kept up to 0.163 N, at N = 8000 up to 0.149 N."),
        Retained("seeds.7.hebb-above-capacity", 0.20, Interval.AtMost(0.1), null, "no retrieval far above 0.138 N",
            "Far above capacity hardly any pattern keeps an attractor."),
    ];

    private static Claim Retained(string id, double load, Interval reproduces, Interval? expected, string published, string statement, string why = "") =>
        new()
        {
            Id = id,
            Statement = statement,
            Source = Source,
            Published = published,
            Protocol = $"N = {Size}, p = {load} N random patterns, Hebb without diagonal, asynchronous from the pattern to a fixed point; share of "
                + $"{Draws * ProbesPerDraw} probes in {Draws} draws with m > 0.9",
            Reproduces = reproduces,
            Expected = expected,
            Why = why,
            Quick = true,
            Measure = (context, cancellation) => Measure(load, context.Key($"classical capacity {load}"), cancellation),
        };

    private static Finding Measure(double load, RandomKey key, CancellationToken cancellation)
    {
        var retained = new int[Draws];
        Parallel.For(0, Draws, new ParallelOptions { CancellationToken = cancellation }, draw =>
        {
            sbyte[][] patterns = [.. Enumerable.Range(0, (int)Math.Round(load * Size)).Select(m => Spins.Random(Size, key.Fold(draw).Fold(m)))];
            var machine = new AsynchronousDynamics().Prepare(new HebbRule().Learn(patterns).Model, cancellation);
            for (int m = 0; m < ProbesPerDraw; m++)
            {
                var end = machine.Settle(Spins.ToActivations(patterns[m]), key.Fold("order").Fold(draw).Fold(m), cancellation).Spins;
                if (Spins.Overlap(end, patterns[m]) > 0.9) retained[draw]++;
            }
        });
        return Finding.Share(retained.Sum(), Draws * ProbesPerDraw);
    }
}
