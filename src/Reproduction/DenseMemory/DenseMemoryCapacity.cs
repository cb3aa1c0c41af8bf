using Hopfield.Model;
using Hopfield.Modern;
using Hopfield.Numerics;

namespace Reproduction.DenseMemory;

/// <summary>How the capacity of a dense associative memory grows with N, and the exponential one's.</summary>
public sealed class DenseMemoryCapacity : IClaimFamily
{
    private const double BitError = 0.005;
    private const int Draws = 6, Probes = 24;

    public string Name => "dense-memory-capacity";
    public string Summary => "Slope of log K against log N at 0.5 % bit error, one step from a pattern.";

    public IReadOnlyList<Claim> Claims =>
    [
        Slope("dense-memory.slope-2", 2, [32, 48, 64, 96, 128, 192]),
        Slope("dense-memory.slope-3", 3, [24, 32, 48, 64, 96]),
        Slope("dense-memory.slope-4", 4, [16, 20, 24, 32, 40]),
        Rectified("dense-memory.rectified-2", 2, 192),
        Rectified("dense-memory.rectified-3", 3, 96),
        Exponential("dense-memory.exponential-few", 0.1, new(0.99, 1),
            "Share of 2^(d/4) random patterns that one step at β = 1 recalls from 10 % flips.", null, 64),
        Exponential("dense-memory.exponential-stable", 0, new(0.99, 1),
            "Share of 2^(d/2) random patterns that one step at β = 1 keeps from the clean pattern.", null),
        Exponential("dense-memory.exponential-noisy", 0.1, new(0.99, 1), "The same from 10 % flips.", new(0.6, 0.95))
            with { Why = "2^(d/2) is a capacity for stability, not for recall from noise." },
    ];

    private static Claim Slope(string id, int degree, int[] sizes) => new()
    {
        Id = id,
        Statement = $"Slope of log K against log N for F = x^{degree}.",
        Source = "Krotov and Hopfield 2016, NeurIPS 29, eq. 6; " + Texts.Overview,
        Published = $"{degree - 1}",
        Protocol = $"N = {sizes[0]} … {sizes[^1]}, one step from a pattern, K at 0.5 % bit error, {Draws} × {Probes} probes per point",
        Reproduces = Interval.Around(degree - 1, 0.35),
        Quick = true,
        Measure = (context, cancellation) =>
        {
            double[] capacities = [.. sizes.Select(size => Capacity(context, Interaction.Polynomial(degree), degree, size, cancellation))];
            double[] x = [.. sizes.Select(size => Math.Log(size))], y = [.. capacities.Select(k => Math.Log(k))];
            double slope = x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Sum() / x.Sum(a =>
                (a - x.Average()) * (a - x.Average()));
            return new Finding(slope) { Detail = $"K = {string.Join(", ", capacities.Select(k => k.ToString("f0")))}." };
        },
    };

    private static Claim Rectified(string id, int degree, int size) => new()
    {
        Id = id,
        Statement = $"Capacity of the rectified x^{degree} over that of x^{degree} at N = {size}.",
        Source = "Krotov and Hopfield 2016, NeurIPS 29, section 2",
        Published = "larger",
        Protocol = $"N = {size}, one step from a pattern, K at 0.5 % bit error, {Draws} × {Probes} probes",
        Reproduces = new(1.4, 3),
        Quick = true,
        Measure = (context, cancellation) => new(Capacity(context, Interaction.Rectified(degree), degree, size, cancellation)
            / Capacity(context, Interaction.Polynomial(degree), degree, size, cancellation)),
    };

    private static Claim Exponential(
        string id, double noise, Interval reproduces, string statement, Interval? expected, int count = 4096) => new()
        {
            Id = id,
            Statement = statement,
            Source = "Demircigil et al. 2017, J. Stat. Phys. 168:288; " + Texts.Overview,
            Published = "C ≈ 2^(d/2)",
            Protocol = $"d = 24, {count} random patterns, softmax retrieval at β = 1 with a sign, {Math.Min(200, count)} probes",
            Reproduces = reproduces,
            Expected = expected,
            Quick = true,
            Measure = (context, _) =>
            {
                sbyte[][] patterns = [.. Enumerable.Range(0, count).Select(m => Spins.Random(24, context.Key("exponential").Fold(m)))];
                var network = new ModernHopfield(patterns);
                int probes = Math.Min(200, count), kept = Enumerable.Range(0, probes).Count(k =>
                {
                    var cue = Hopfield.Patterns.PatternNoise.Flip(patterns[k], noise, context.Key("exponential noise").Fold(k));
                    var state = network.Step(Spins.ToActivations(cue)).State;
                    return !patterns[k].Where((spin, i) => spin * state[i] <= 0).Any();
                });
                return Finding.Share(kept, probes);
            },
        };

    /// <summary>K at which the bit error passes 0.5 %: doubling, then halving the interval on the same patterns.</summary>
    private static double Capacity(ClaimContext context, Interaction interaction, int degree, int size, CancellationToken cancellation) =>
        context.Once($"dense capacity {interaction.Name} {size}", () =>
        {
            int low = 2, high = 4;
            while (Error(high) < BitError) (low, high) = (high, 2 * high);
            while (high - low > Math.Max(1, low / 50))
            {
                int middle = (low + high) / 2;
                if (Error(middle) < BitError) low = middle;
                else high = middle;
            }
            return 0.5 * (low + high);

            double Error(int count)
            {
                cancellation.ThrowIfCancellationRequested();
                long wrong = 0, bits = 0;
                for (int draw = 0; draw < Draws; draw++)
                {
                    sbyte[][] patterns =
                        [.. Enumerable.Range(0, count).Select(m =>
                            Spins.Random(size, context.Key($"dense {degree}").Fold(size).Fold(draw).Fold(m)))];
                    var memory = new DenseAssociativeMemory(patterns, interaction);
                    foreach (var pattern in patterns.Take(Probes))
                    {
                        wrong += Spins.HammingDistance(memory.Step(pattern), pattern);
                        bits += size;
                    }
                }
                return (double)wrong / bits;
            }
        });
}
