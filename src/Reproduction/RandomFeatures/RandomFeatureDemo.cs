using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.Numerics.Dense;
using Hopfield.RandomFeatures;

namespace Reproduction.RandomFeatures;

/// <summary>The three-phases demonstration at its own size: N = 200, D = 40, L = 3, one synchronous step.</summary>
public sealed class RandomFeatureDemo : IClaimFamily
{
    private const int Worlds = 8, Size = 200, Features = 40, Probes = 60;

    /// <summary>Test magnetisation at α = 0.1, 0.2 … 0.8.</summary>
    private static readonly double[] s_smooth = [0.51, 0.71, 0.85, 0.93, 0.97, 0.988, 0.997, 1.0];

    public string Name => "random-feature-demo";
    public string Summary => "Hebb and pseudoinverse on mixtures of few features, with the random control.";

    public IReadOnlyList<Claim> Claims =>
    [
        Claim("random-features.demo-crossing", "a transition point", new(0.5, 1.2), new(0.65, 1.0),
            "Load α at which feature magnetisation passes training magnetisation, {0, 1}.",
            (context, _) => new(Crossing(context))),
        Claim("random-features.demo-train-high-load", "falls", new(0.6, 0.8), null, "Training magnetisation at α = 8, {0, 1}.", (context, _) =>
            Hebb(context, 8, false, m => m.Training)),
        Claim("random-features.demo-features-high-load", "take over", new(0.85, 0.95), null, "Feature magnetisation at α = 8, {0, 1}.",
            (context, _) =>
            Hebb(context, 8, false, m => m.Feature)),
        Claim("random-features.demo-test-attractors", "unseen mixtures become attractors", new(0.9, 1), new(0.6, 0.76),
            "Test magnetisation at α = 8, {0, 1}.",
            (context, _) => Hebb(context, 8, false, m => m.Test))
            with { Why = "It never reaches 0.9: with {0, 1} coefficients all patterns lean to the sum of the features." },
        Claim("random-features.demo-test-onset", "becomes positive at large α", new(-0.05, 0.05), new(0.2, 0.32),
            "Test magnetisation at α = 0.05, {0, 1}.",
            (context, _) => Hebb(context, 0.05, false, m => m.Test)) with { Why = "It is positive at every load: no onset." },
        Claim("random-features.demo-test-signed", "unseen mixtures become attractors", new(0.9, 1), new(0.7, 0.85),
            "Test magnetisation at α = 8, coefficients ±1.",
            (context, _) => Hebb(context, 8, true, m => m.Test)),
        Claim("random-features.demo-relaxed", "unseen mixtures become attractors", new(0.9, 1), new(0.1, 0.35),
            "Test magnetisation at α = 4 of the end state, {0, 1}.",
            (context, cancellation) => Mean(context, 4, false, new HebbRule(), false, true, m => m.Test, cancellation))
            with { Why = "Relaxed instead of stepped once, everything falls into the common bias." },
        Claim("random-features.pseudoinverse-jump", "a hard jump to 1.0", new(0.4, 1), new(0, 0.25),
            "Largest rise of test magnetisation between loads 0.1 apart.",
            (context, cancellation) =>
            {
                double[] curve = [.. Enumerable.Range(1, 9).Select(k =>
                    Pseudoinverse(context, k / 10.0, true, m => m.Test, cancellation).Value)];
                return new Finding(curve.Skip(1).Zip(curve, (next, before) => next - before).Max())
                { Detail = $"α = 0.1 … 0.9: {string.Join(" ", curve.Select(m => m.ToString("f3")))}." };
            }) with { Why = "The rise is smooth." },
        Claim("random-features.pseudoinverse-one", "reaches one", new(0.995, 1), null, "Test magnetisation at α = 0.8, full diagonal.",
            (context, cancellation) =>
            Pseudoinverse(context, 0.8, true, m => m.Test, cancellation)),
        Claim("random-features.pseudoinverse-control", "because of the features", new(-0.1, 0.1), Interval.Around(0.993, 0.005),
            "Magnetisation of random states at α = 0.9, full diagonal.",
            (context, cancellation) => Pseudoinverse(context, 0.9, true, m => m.Random, cancellation) with
            {
                Detail = "At α = 0.5: " + Pseudoinverse(context, 0.5, true, m => m.Random, cancellation).Value.ToString("f2") + ".",
            }) with { Why = "Random unseen states are kept almost as well: near p = N the projector is the unit matrix." },
        Claim("random-features.pseudoinverse-control-half", "because of the features", new(-0.1, 0.1), Interval.Around(0.69, 0.02),
            "Magnetisation of random states at α = 0.5, full diagonal.",
            (context, cancellation) => Pseudoinverse(context, 0.5, true, m => m.Random, cancellation)),
        Claim("random-features.pseudoinverse-curve", "a hard jump to 1.0", new(0.4, 1), new(0, 0.03),
            "Largest distance of the test curve from the smooth one that was measured independently.", (context, cancellation) =>
            new(s_smooth.Select((m, k) => Math.Abs(m - Pseudoinverse(context, (k + 1) / 10.0, true, m => m.Test,
                cancellation).Value)).Max())),
        Claim("random-features.pseudoinverse-zero-diagonal-peak", "reaches one", new(0.995, 1), Interval.Around(0.58, 0.04),
            "Test magnetisation at α = 0.4 without the diagonal, where it peaks.",
            (context, cancellation) => Pseudoinverse(context, 0.4, false, m => m.Test, cancellation)),
        Claim("random-features.demo-crossing-signed", "a transition point", new(0.5, 1.2), Interval.Around(0.81, 0.1),
            "Load α at which feature magnetisation passes training magnetisation, coefficients ±1.",
            (context, _) => new(Crossing(context, isSigned: true))),
        Claim("random-features.pseudoinverse-eigenvectors", "mixtures become eigenvectors", new(0, 0.01), new(0.2, 0.32),
            "‖Wx − x‖/‖x‖ of test mixtures at α = 0.8.",
                Residual) with { Why = "It is the sign's margin, not an eigenvalue of 1, that keeps them." },
        Claim("random-features.pseudoinverse-zero-diagonal", "reaches one", new(0.995, 1), new(0, 0.2),
            "Test magnetisation at α = 1 without the diagonal.",
            (context, cancellation) => Pseudoinverse(context, 1, false, m => m.Test, cancellation)),
    ];

    private static Claim Claim(string id, string published, Interval reproduces, Interval? expected, string statement,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new(id, statement, Texts.ArticleAndWriteUp + ", after Kalaj et al. 2024, arXiv 2407.05658", published,
            $"N = {Size}, D = {Features}, L = 3, one synchronous step unless said, {Worlds} worlds, {Probes} probes of each kind",
            reproduces, measure)
        { Expected = expected, Quick = true };

    private static MixtureWorld World(ClaimContext context, int draw, bool isSigned) =>
        new(Size, Features, 3, isSigned, context.Key("feature demo").Fold(draw));

    private static Finding Mean(ClaimContext context, double load, bool isSigned, ILearningRule rule, bool withDiagonal, bool isRelaxed,
        Func<Magnetisations, double> figure, CancellationToken cancellation = default) =>
        Finding.Mean([.. context.Once($"feature demo {load} {isSigned} {rule.Name} {withDiagonal} {isRelaxed}", () =>
            Enumerable.Range(0, Worlds)
            .Select(draw => Magnetisations.Of(World(context, draw, isSigned), rule, load, withDiagonal, isRelaxed, Probes,
                context.Key("feature demo probes").Fold(draw), cancellation)).ToArray()).Select(figure)]);

    private static Finding Hebb(ClaimContext context, double load, bool isSigned, Func<Magnetisations, double> figure) =>
        Mean(context, load, isSigned, new HebbRule(), false, false, figure);

    private static Finding Pseudoinverse(ClaimContext context, double load, bool withDiagonal, Func<Magnetisations, double> figure,
        CancellationToken cancellation) => Mean(context, load, false, new PseudoinverseRule(), withDiagonal, false, figure, cancellation);

    /// <summary>Where the two curves cross, linear between the loads of the demonstration.</summary>
    private static double Crossing(ClaimContext context, bool isSigned = false)
    {
        double[] loads = [0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2];
        double[] gaps = [.. loads.Select(load => Hebb(context, load, isSigned, m => m.Feature - m.Training).Value)];
        for (int k = 1; k < loads.Length; k++)
            if (gaps[k - 1] < 0 && gaps[k] >= 0) return loads[k - 1] + (loads[k] - loads[k - 1]) * gaps[k - 1] / (gaps[k - 1] - gaps[k]);
        return double.NaN;
    }

    private static Finding Residual(ClaimContext context, CancellationToken cancellation)
    {
        var residuals = new List<double>();
        for (int draw = 0; draw < Worlds; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            var world = World(context, draw, false);
            double[] weights = new PseudoinverseRule().Learn(world.Mixtures((int)(0.8 * Size), "training")).ToMatrix(true);
            double[] test = [.. world.Mixtures(Probes, "test").SelectMany(state => state.Select(spin => (double)spin))], mapped = [.. test];
            MatrixProduct.Multiply<double>(test, Operand.Plain, weights, Operand.Plain, mapped, Probes, Size, Size, Into.Subtract);
            residuals.Add(Enumerable.Range(0, Probes).Average(k =>
                Math.Sqrt(mapped.AsSpan(k * Size, Size).ToArray().Sum(value => value * value) / Size)));
        }
        return Finding.Mean(residuals);
    }
}
