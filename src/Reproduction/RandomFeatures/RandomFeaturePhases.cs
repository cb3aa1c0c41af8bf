using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.RandomFeatures;

namespace Reproduction.RandomFeatures;

/// <summary>The three phases in the regime of the paper: few features for the size, coefficients ±1, relaxed to fixed points.</summary>
public sealed class RandomFeaturePhases : IClaimFamily
{
    private const int Size = 4000, Features = 20, Probes = 40, Worlds = 3;

    public string Name => "random-feature-phases";
    public string Summary => "Storage, learning and generalisation at D/N = 0.005.";

    public IReadOnlyList<Claim> Claims =>
    [
        Hebb("random-features.phases-features-early", 0.02, true, new(-1, 0.5), "not yet", "Feature", m => m.Feature),
        Hebb("random-features.phases-features-learned", 0.1, true, new(0.9, 1), "1", "Feature", m => m.Feature),
        Hebb("random-features.phases-test-early", 0.1, true, new(-1, 0.6), "about 0.5", "Test", m => m.Test),
        Hebb("random-features.phases-test-generalised", 0.3, true, new(0.85, 1), "at least 0.94", "Test", m => m.Test),
        Hebb("random-features.phases-test-complete", 0.5, true, new(0.99, 1), "1", "Test", m => m.Test),
        Hebb("random-features.phases-train-stored", 0.005, true, new(0.52, 0.72), "stored", "Training", m => m.Training),
        Hebb("random-features.phases-train-forgotten", 0.02, true, new(0.2, 0.4), "falls", "Training", m => m.Training),
        Hebb("random-features.phases-train-again", 0.5, true, new(0.99, 1), "1", "Training", m => m.Training),
        Hebb("random-features.phases-control", 0.5, true, new(-0.1, 0.1), "-", "Random-control", m => m.Random),
        Hebb("random-features.phases-unsigned", 0.2, false, new(0.9, 1), "generalises", "Test", m => m.Test)
            with { Expected = new(0.1, 0.4),
                Why = "With coefficients {0, 1}, as the article states them, there is no generalisation: the paper's are ±1." },
        Claim("random-features.phases-pseudoinverse", 0.1, "perfect generalisation", new(0.9, 1),
            "Test magnetisation of the pseudoinverse at N = 2000, D = 40, α = 0.1.",
            (context, cancellation) =>
            {
                var world = new MixtureWorld(2000, 40, 3, true, context.Key("pseudoinverse phases"));
                var m = Magnetisations.Of(world, new PseudoinverseRule(), 0.1, true, true, Probes,
                    context.Key("pseudoinverse phases probes"), cancellation);
                return new Finding(m.Test) { Detail = $"Features {m.Feature:f2}, random control {m.Random:f2}." };
            }) with { Expected = new(0.8, 0.95),
                Why = "Close to it, far above the random control: the meaningful case, unlike that near p = N." },
    ];

    private static Claim Hebb(
        string id, double load, bool isSigned, Interval reproduces, string published, string what, Func<Magnetisations, double> figure) =>
        Claim(id, load, published, reproduces,
            $"{what} magnetisation of Hebb at α = {load}{(isSigned ? "" : " with coefficients {0, 1}")}.", (context, cancellation) =>
                Finding.Mean([.. context.Once($"phases {load} {isSigned}", () => Enumerable.Range(0, Worlds).Select(draw =>
                    Magnetisations.Of(World(context, draw, isSigned), new HebbRule(), load, false, true, Probes,
                        context.Key("phases probes").Fold(draw), cancellation)).ToArray()).Select(figure)]));

    private static MixtureWorld World(ClaimContext context, int draw, bool isSigned) => context.Once($"phases world {draw} {isSigned}",
        () => new MixtureWorld(Size, Features, 3, isSigned, context.Key("phases").Fold(draw)));

    private static Claim Claim(string id, double load, string published, Interval reproduces, string statement,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new(id, statement, "Kalaj, Lauditi, Perugini, Lucibello, Malatesta and Negri 2024, arXiv 2407.05658; " + Texts.ArticleAndWriteUp,
            published,
            $"N = {Size}, D = {Features} unless said, L = 3, α = {load}, W_ii = 0 for Hebb, asynchronous to a fixed point, "
                + $"{Probes} probes of each kind, {Worlds} worlds (one for the pseudoinverse)", reproduces, measure);
}
