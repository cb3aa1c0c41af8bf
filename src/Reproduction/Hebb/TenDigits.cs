using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Reproduction.Hebb;

/// <summary>The ten digits of the demonstrations: which they are, and the spectrum that Hebb's rule makes of them.</summary>
public sealed class TenDigits : IClaimFamily
{
    private const string Protocol = "first of each class in MNIST's test set, pixel > 127; W = (1/N) Σ ξξᵀ, W_ii = 0";
    private static readonly int[] s_ink = [146, 39, 115, 137, 76, 124, 114, 71, 129, 86];

    public string Name => "ten-digits";
    public string Summary => "Ink, overlaps and Hebb spectrum of the ten stored digits.";

    public IReadOnlyList<Claim> Claims =>
    [
        Claim("hebb.digits-ink-list", "39 … 146 bright pixels", new(10, 10), digits =>
            digits.Patterns.Where((digit, k) => Ink(digit) == s_ink[k]).Count(),
            "Digits with the published number of bright pixels, of ten."),
        Claim("hebb.digits-mean-lowest", "-0.90", new(-0.905, -0.895), digits =>
            digits.Patterns.Min(Mean), "Smallest mean pixel value of a digit."),
        Claim("hebb.digits-mean-highest", "-0.63", new(-0.635, -0.625), digits =>
            digits.Patterns.Max(Mean), "Largest mean pixel value of a digit."),
        Claim("hebb.eigenvalue-1", "6.65", Interval.Around(6.65, 0.005), null, "Largest eigenvalue of the Hebb weights.", s =>
            s.Eigenvalues[0]),
        Claim("hebb.eigenvalue-2", "0.65", Interval.Around(0.65, 0.005), null, "Second eigenvalue of the Hebb weights.", s =>
            s.Eigenvalues[1]),
        Claim("hebb.eigenvalue-3", "0.48", Interval.Around(0.48, 0.005), null, "Third eigenvalue of the Hebb weights.", s =>
            s.Eigenvalues[2]),
        Claim("hebb.mean-cosine", "0.9999", new(0.9999, 1), null, "Cosine of the top eigenvector with the mean pattern.", s =>
            s.MeanCosine),
        Claim("hebb.spectral-gap", "about ten", new(9, 11), null, "Ratio of the first two eigenvalues.", s => s.Gap),
        Claim("hebb.inner-products-lowest", "400", Interval.Around(400, 20), new(358, 358), "Smallest inner product of two digits.",
            s => s.InnerProducts.Min()) with { Why = "42 of the 45 pairs lie in the published 400 … 600." },
        Claim("hebb.inner-products-highest", "600", Interval.Around(600, 20), new(596, 596), "Largest inner product of two digits.",
            s => s.InnerProducts.Max()),
        Claim("hebb.inner-products-share", "between 400 and 600", new(1, 1), Interval.Around(42 / 45.0, 1e-9),
            "Share of the 45 pairs of digits whose inner product lies in 400 … 600.",
            s => s.InnerProducts.Average(product => product is >= 400 and <= 600 ? 1.0 : 0)),
        Claim("hebb.inner-products-mean", "about two thirds of N", new(480, 540), Interval.Around(492, 0.5),
            "Mean inner product of two digits.", s => s.InnerProducts.Average()),
        Claim("hebb.shared-pixels", "about two thirds", new(0.62, 0.71), new(0.80, 0.82),
            "Mean share of pixels in which two digits agree.", s => s.InnerProducts.Average(product => 0.5 * (1 + product / 784)))
            with { Why = "The two thirds are the mean inner product over N (0.63); that is an overlap of 81 % of the pixels." },
    ];

    private static int Ink(sbyte[] digit) => digit.Count(pixel => pixel > 0);

    private static double Mean(sbyte[] digit) => digit.Average(pixel => (double)pixel);

    private static Claim Claim(string id, string published, Interval reproduces, Func<PatternSet, double> measure, string statement) =>
        new(id, statement, Texts.ArticleAndWriteUp, published, Protocol, reproduces, (context, _) => new(measure(context.TenDigits)))
        { NeedsMnist = true };

    private static Claim Claim(
        string id, string published, Interval reproduces, Interval? expected, string statement, Func<WeightSpectrum, double> figure) =>
        Claim(id, published, reproduces, _ => 0, statement) with
        {
            Expected = expected,
            Measure = (context, _) => new(figure(context.Once("ten digits spectrum", () =>
                WeightSpectrum.Of(new HebbRule().Learn(context.TenDigits.Patterns), context.TenDigits.Patterns)))),
        };
}
