using Hopfield.Model;
using Hopfield.Modern;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Reproduction.Attention;

/// <summary>What β does to modern retrieval of digits, and how far "unlimited context at β = 1/√d" holds.</summary>
public sealed class ModernRetrieval : IClaimFamily
{
    private const int Probes = 200;
    private static readonly double s_root = Math.Sqrt(784);

    public string Name => "modern-retrieval";
    public string Summary => "From the mean to the nearest neighbour as β grows, on ten digits and on all of MNIST.";

    public IReadOnlyList<Claim> Claims =>
    [
        Ten("attention.large-beta", "1-nearest-neighbour", new(0, 6e-7),
            "Largest distance of one step at β = 5/√N from the nearest digit, over ten cues: median of the draws.", (context, _) =>
            {
                double[] gaps = [.. All(context, 5).Select(run => Distance(run.End.State,
                    context.TenDigits.Patterns[run.End.Nearest]))];
                double[] draws = [.. gaps.Chunk(10).Select(draw => draw.Max()).Order()];
                return new Finding(draws[draws.Length / 2]) { Detail = $"From {draws[0]:g2} to {draws[^1]:g2} between draws." }
                    .Require(All(context, 5).Zip(gaps).All(pair => pair.Second <= Bound(context, pair.First) + 1e-12),
                        "every step is within 2 Σ exp(−β Δ) of it, Δ the margins of the nearest digit's inner product");
            }) with { Why = "An independent measurement with ten cues gave 6e-8; the band is ten times that, since exp(−β Δ) "
                + "turns the spread of the margins between draws into factors." },
        Ten("attention.large-beta-raw", "1-nearest-neighbour", new(0, 0), "The same at β = 1, largest over all draws.", (context, _) =>
            new(All(context, s_root).Max(run => Distance(run.End.State, context.TenDigits.Patterns[run.End.Nearest])))),
        Ten("attention.large-beta-nearest", "1-nearest-neighbour", new(1, 1),
            "Share of steps whose largest weight is the nearest digit's, at β = 0.5/√N … 5/√N.",
            (context, _) =>
            {
                var runs = ((double[])[0.5, 1, 2, 5]).SelectMany(beta => All(context, beta)).ToArray();
                int[] nearest = NearestPattern.Of([.. runs.Select(run => run.Cue)], context.TenDigits.Patterns);
                return Finding.Share(runs.Where((run, k) => run.End.Nearest == nearest[k]).Count(), runs.Length);
            }),
        Ten("attention.one-step", "one step", new(0, 1e-5), "Largest move of a second step at β = 5/√N.", (context, _) => new(All(context, 5)
            .Max(run => Network(context, 5).Step(run.End.State).State.Zip(run.End.State, (a, b) => Math.Abs(a - b)).Max()))),
        Ten("attention.one-step-small-beta", "one step", new(1, 2), "Most steps to rest (10⁻⁹) at β = 0.5/√N.", (context, _) =>
            new(All(context, 0.5).Max(run => Network(context, 0.5).Settle(Spins.ToActivations(run.Cue)).Steps)))
            with { Expected = new(10, 200), Why = "One step suffices at large β only." },
        Ten("attention.small-beta-entropy", "an average of all", new(2.25, 2.303),
            "Mean entropy of the weights at β = 0.1/√N, nat (ln 10 = 2.303).", (context, _) =>
            Finding.Mean([.. All(context, 0.1).Select(run => Math.Log(run.End.EffectivePatternCount))])),
        Ten("attention.unambiguous-beta-5", "from β ≥ 5", new(0.99, 1), "Share of queries with a top weight of at least 0.99 at β = 5/√N.",
            (context, _) => Sharp(context, 5))
            with { Why = "In units of 1/√N, which the text does not say: a raw β of 0.1 is as sharp." },
        Ten("attention.unambiguous-beta-1", "not below β = 5", new(0, 0.5), "The same share at β = 1/√N.", (context, _) => Sharp(context, 1)),
        Ten("attention.unambiguous-beta-2", "not below β = 5", new(0, 0.5), "The same share at β = 2/√N.", (context, _) => Sharp(context, 2))
            with { Expected = new(0.95, 1), Why = "It is sharp from 2/√N on." },
        Ten("attention.patterns-are-minima", "every stored pattern", new(0, 0.01), "Largest move of a stored digit at β = 0.2/√N.",
            (context, _) => new(Moves(context, 0.2)))
            with { Expected = new(1, 1.5), Why = "Stored patterns are minima from β ≈ 1/√N on only." },
        Ten("attention.patterns-are-minima-sharp", "every stored pattern", new(0, 0.01), "Largest move of a stored digit at β = 1/√N.",
            (context, _) =>
            new(Moves(context, 1))),
        Ten("attention.energy-rises", "never", new(0, 1e-10), "Largest rise of the energy in a step, over six β.", (context, _) =>
            new(((double[])[0.1, 0.2, 0.5, 1, 2, 5]).Max(beta => All(context, beta).Take(50).Max(run =>
            {
                double[] energies = Network(context, beta).Settle(Spins.ToActivations(run.Cue)).Energies;
                return Math.Max(0, energies.Skip(1).Zip(energies, (next, before) => next - before).Max());
            })))),
        Context("attention.context-100", 100, 1 / s_root, new(0.9, 1), null),
        Context("attention.context-300", 300, 1 / s_root, new(0.9, 1), new(0.72, 0.90)),
        Context("attention.context-784", 784, 1 / s_root, new(0.9, 1), new(0.40, 0.62)),
        Context("attention.context-3000", 3000, 1 / s_root, new(0.9, 1), new(0.04, 0.17)),
        Context("attention.context-60000", 60_000, 1 / s_root, new(0.9, 1), new(0, 0.02)),
        Context("attention.context-10000-sharp", 10_000, 1, new(0.97, 1), null),
        Context("attention.context-60000-sharp", 60_000, 1, new(0.9, 1), new(0.97, 1)),
    ];

    private static Claim Ten(string id, string published, Interval reproduces, string statement,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new(id, statement, Texts.ArticleAndWriteUp, published,
            "ten digits, softmax retrieval X softmax(β Xᵀv) without a sign, 20 % exact-count noise, 20 draws", reproduces, measure)
        { NeedsMnist = true };

    private static Claim Context(string id, int count, double beta, Interval reproduces, Interval? expected) => new()
    {
        Id = id,
        Statement = $"Share of exact recalls among {count} digits at β = {(beta == 1 ? "1" : "1/√d")}.",
        Source = Texts.WriteUp,
        Published = "effectively unbounded context at β = 1/√d",
        Protocol = $"{count} training digits, {Probes} of them with 10 % exact-count noise, one step, sign, single precision",
        Reproduces = reproduces,
        Expected = expected,
        Why = beta < 1 && count > 100 ? "At β = 1/√d so many similar patterns share the weight; from β ≈ 0.25 to 1 on the claim holds."
            : "",
        NeedsMnist = true,
        Measure = (context, _) =>
        {
            var training = context.Mnist.Training;
            var patterns = training.Images.ToPatterns(training.Draw(count, context.Key("context")), 127).Patterns;
            int[] probes = [.. Enumerable.Range(0, Math.Min(Probes, count))];
            sbyte[][] cues = [.. probes.Select(k => PatternNoise.Flip(patterns[k], 0.1, context.Key("context noise").Fold(k)))];
            var streaming = new StreamingRetrieval(NearestPattern.Flatten(cues, 784), 784, beta);
            foreach (var block in patterns.Chunk(4096)) streaming.Absorb(NearestPattern.Flatten(block, 784));
            float[] states = streaming.States();
            return Finding.Share(probes.Count(k => !patterns[k].Where((pixel, i) => pixel * states[k * 784 + i] < 0).Any()), probes.Length);
        },
    };

    private static ModernHopfield Network(ClaimContext context, double beta) =>
        new(context.TenDigits.Patterns) { Beta = beta / s_root };

    private static (sbyte[] Cue, Retrieval End)[] All(ClaimContext context, double beta) => context.Once($"modern {beta}", () =>
        Enumerable.Range(0, 200).Select(k =>
        {
            var cue = PatternNoise.Flip(context.TenDigits.Patterns[k % 10], 0.2, context.Key("modern noise").Fold(k));
            return (cue, Network(context, beta).Step(Spins.ToActivations(cue)));
        }).ToArray());

    private static double Distance(double[] state, sbyte[] pattern) => state.Select((value, i) => Math.Abs(value - pattern[i])).Max();

    /// <summary>What the weights of all other digits can move a pixel by: each at most exp(−β (m_nearest − m_other)), times 2.</summary>
    private static double Bound(ClaimContext context, (sbyte[] Cue, Retrieval End) run)
    {
        double[] products = [.. context.TenDigits.Patterns.Select(digit => 784 * Spins.Overlap(digit, run.Cue))];
        double nearest = products.Max();
        return 2 * (products.Sum(product => Math.Exp(-5 / s_root * (nearest - product))) - 1);
    }

    private static double Moves(ClaimContext context, double beta) => context.TenDigits.Patterns
        .Max(digit => Distance(Network(context, beta).Step(Spins.ToActivations(digit)).State, digit));

    private static Finding Sharp(ClaimContext context, double beta) =>
        Finding.Share(All(context, beta).Count(run => run.End.Weights.Max() >= 0.99), 200);
}
