using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Reproduction.Projector;

/// <summary>The α slider between Hebb and pseudoinverse on ten digits.</summary>
public sealed class BlendPath : IClaimFamily
{
    public string Name => "blend-path";
    public string Summary => "Spectrum and recall of (1 − α) Hebb + α pseudoinverse.";

    public IReadOnlyList<Claim> Claims =>
    [
        Claim("projector.blend-eigenvalue", "1.0", new(0.95, 1.05), null, "Largest eigenvalue at α = 1.",
            (context, _) => new Finding(Spectrum(context,
                1).Eigenvalues[0]) { Detail = $"At α = 0: {Spectrum(context, 0).Eigenvalues[0]:f3}." }),
        Claim("projector.blend-gap", "1×", new(0.95, 1.05), null, "Ratio of the first two eigenvalues at α = 1.",
            (context, _) => new Finding(Spectrum(context, 1).Gap) { Detail = $"At α = 0: {Spectrum(context, 0).Gap:f2}." }),
        Claim("projector.blend-recall-below", "class wrong up to α ≈ 0.8", new(0, 0.3), new(0, 0.3),
            "Share of recalls nearest to their own digit at α = 0.7.",
            (context, _) => Own(context, 0.7)),
        Claim("projector.blend-recall-above", "recall agrees again", new(0.95, 1), null,
            "Share of recalls nearest to their own digit at α = 0.85.",
            (context, _) => Own(context, 0.85) with { Detail = $"The gap is {Spectrum(context, 0.85).Gap:f2} there, not 1." }),
        Claim("projector.blend-exact", "exactly where the dominance disappears", new(0.99, 1), null, "Share of exact recalls at α = 0.9.",
            (context, _) => Exact(context, 0.9) with { Detail = $"The gap is {Spectrum(context, 0.9).Gap:f2} there." })
            with { Why = "Recall is exact well before the gap reaches 1." },
    ];

    private static Claim Claim(string id, string published, Interval reproduces, Interval? expected, string statement,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new(id, statement, Texts.Article, published,
            "ten digits, W_α with its diagonal, 15 % exact-count noise, asynchronous to a fixed point, 20 noise draws", reproduces, measure)
        { Expected = expected, NeedsMnist = true };

    private static LearnedWeights Learn(ClaimContext context, double alpha) => context.Once($"blend {alpha}",
        () => new BlendRule { Alpha = alpha }.Learn(context.TenDigits.Patterns));

    private static WeightSpectrum Spectrum(ClaimContext context, double alpha) => context.Once($"blend spectrum {alpha}",
        () => WeightSpectrum.Of(Learn(context, alpha), context.TenDigits.Patterns, withDiagonal: true));

    private static sbyte[][] Ends(ClaimContext context, double alpha) => context.Once($"blend ends {alpha}", () =>
    {
        var digits = context.TenDigits.Patterns;
        sbyte[][] cues = [.. Enumerable.Range(0, 200).Select(k =>
            PatternNoise.Flip(digits[k % 10], 0.15, context.Key("blend noise").Fold(k)))];
        return new RecallNetwork(Learn(context, alpha), true).Asynchronous(cues, context.Key("blend order")).Select(end =>
            end.Spins).ToArray();
    });

    private static Finding Own(ClaimContext context, double alpha) =>
        Finding.Share(NearestPattern.Of(Ends(context, alpha), context.TenDigits.Patterns).Where((nearest, k) =>
            nearest == k % 10).Count(), 200);

    private static Finding Exact(ClaimContext context, double alpha) =>
        Finding.Share(Ends(context, alpha).Where((end, k) =>
            end.AsSpan().SequenceEqual(context.TenDigits.Patterns[k % 10])).Count(), 200);
}
