using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Reproduction.Hebb;

/// <summary>Centred Hebb on ten digits: the "negations" are a tie rule's paint on pixels that have no couplings.</summary>
public sealed class CentredRule : IClaimFamily
{
    private const int Draws = 50;

    public string Name => "centred-rule";
    public string Summary => "Centred Hebb under sign(0) = +1 and under keep-on-zero.";

    public IReadOnlyList<Claim> Claims =>
    [
        Claim("hebb.centred-gap", "1.4", new(1.33, 1.45), null, "Ratio of the first two eigenvalues of the centred rule.", TieRule.Keep,
            (context, _) =>
            new(WeightSpectrum.Of(new CentredHebbRule().Learn(context.TenDigits.Patterns),
                context.TenDigits.Patterns).Gap)),
        Claim("hebb.centred-bright-lowest", "507", new(507, 507), new(510, 510), "Fewest bright pixels of an end state.", TieRule.Up,
            (context, _) => new Finding(All(context, TieRule.Up).Min(Ink)) { OtherProtocol = All(context, TieRule.Up,
                isRounded: true).Min(Ink) })
            with { Why = "507 comes of taking rounding errors for signs: in whole numbers three pixels with couplings have fields that are "
                + "exactly zero, and sign(0) = +1 paints them too." },
        Claim("hebb.centred-bright-highest", "618", new(618, 618), null, "Most bright pixels of an end state.", TieRule.Up,
            (context, _) => new(All(context, TieRule.Up).Max(Ink))),
        Claim("hebb.centred-keep-clean", "lands on negations", new(0, 0), new(0.6, 0.7),
            "Share of digits whose end state, from no noise, is nearest to the digit itself when zero fields keep.", TieRule.Keep,
            (context, cancellation) =>
            {
                var digits = context.TenDigits.Patterns;
                var ends = new RecallNetwork(new CentredHebbRule().Learn(digits), false).Synchronous(digits, cancellation)
                    .Select(end => end.Spins).ToArray();
                return new Finding(NearestPattern.Of(ends, digits).Where((nearest, k) => nearest == k).Count() / 10.0)
                { Detail = $"{ends.Min(Ink)} to {ends.Max(Ink)} bright pixels." }
                    .Require(ends.Min(Ink) >= 90 && ends.Max(Ink) <= 201, "90 to 201 pixels are bright");
            }) with { Protocol = "ten digits, centred Hebb, W_ii = 0, no noise, synchronous to a fixed point, zero fields keep" },
        Claim("hebb.centred-negations", "recalls land on negations", Interval.AtLeast(0.4), new(0, 0),
            "Share of end states that are the negation of their digit.", TieRule.Up, (context, _) => Negations(context, TieRule.Up))
            with { Why =
                "417 pixels are background in all ten digits and have no couplings; sign(0) = +1 paints them bright, which looks like a negative." },
        Claim("hebb.centred-negative-side", "as often as the positive", new(0.4, 0.6), new(0.99, 1),
            "Share of end states with a negative overlap with their digit, sign(0) = +1.", TieRule.Up, (context, _) =>
                Negative(context, TieRule.Up))
            with { Why = "All, because 417 painted pixels outweigh the rest; with keep-on-zero none." },
        Claim("hebb.centred-negative-side-keep", "as often as the positive", new(0.4, 0.6), new(0, 0.01),
            "Share of end states with a negative overlap with their digit, zero fields keep.", TieRule.Keep, (context, _) =>
                Negative(context, TieRule.Keep)),
        Claim("hebb.centred-own-overlap", "lands on negations", Interval.AtMost(0), new(0.55, 0.60),
            "Mean overlap of an end state with its own digit on the pixels that have couplings, sign(0) = +1.", TieRule.Up, (context, _) =>
            {
                var digits = context.TenDigits.Patterns;
                int[] live = [.. Enumerable.Range(0, 784).Where(i => digits.Any(digit => digit[i] != digits[0][i]))];
                double[] overlaps = [.. All(context, TieRule.Up).Select((end, k) => live.Average(i => (double)end[i] * digits[k % 10][i]))];
                return Finding.Mean(overlaps) with { Detail =
                    $"{live.Length} pixels have couplings; from {overlaps.Min():f2} to {overlaps.Max():f2}." };
            }) with { Why = "Where there are couplings the state is on the digit's own side. The band is six repeats of this protocol "
                + "in numpy, in whole numbers (0.564 … 0.577), and the spread of a mean; with rounded ties they give 0.615 … 0.640." },
        Claim("hebb.centred-bright-keep", "507 … 618", new(507, 618), Interval.Around(278, 10),
            "Most bright pixels of an end state when zero fields keep.", TieRule.Keep,
            (context, _) => new Finding(All(context, TieRule.Keep).Max(Ink)) { Detail = $"Fewest: {All(context, TieRule.Keep).Min(Ink)}." })
            with { Why = "The article's picture needs sign(0) = +1. The noise on the 417 pixels without couplings stays (63 ± 5 "
                + "of the 118 flips), so this is 201 and the largest of 50 such draws: 273 … 283 in six repeats in numpy." },
    ];

    private static Claim Claim(string id, string published, Interval reproduces, Interval? expected, string statement, TieRule ties,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new(id, statement, Texts.Article, published,
            $"ten digits, centred Hebb, W_ii = 0, 15 % exact-count noise, synchronous to a fixed point, "
                + $"{(ties == TieRule.Up ? "sign(0) = +1" : "zero fields keep")}, {Draws} noise draws", reproduces, measure)
        { Expected = expected, NeedsMnist = true };

    private static sbyte[][] All(ClaimContext context, TieRule ties, bool isRounded = false) =>
        context.Once($"centred {ties} {isRounded}", () =>
    {
        var digits = context.TenDigits.Patterns;
        sbyte[][] cues =
            [.. Enumerable.Range(0, Draws * 10).Select(k => PatternNoise.Flip(digits[k % 10], 0.15, context.Key("centred noise").Fold(k)))];
        return new RecallNetwork(new CentredHebbRule().Learn(digits), false)
        {
            Ties = ties,
            TieTolerance = isRounded ? 0 : 1e-12,
        }.Synchronous(cues).Select(end => end.Spins).ToArray();
    });

    private static int Ink(sbyte[] state) => state.Count(pixel => pixel > 0);

    private static Finding Negations(ClaimContext context, TieRule ties) =>
        Finding.Share(All(context, ties).Where((end, k) => Spins.Overlap(end, context.TenDigits.Patterns[k % 10]) == -1).Count(),
            Draws * 10);

    private static Finding Negative(ClaimContext context, TieRule ties) =>
        Finding.Share(All(context, ties).Where((end, k) => Spins.Overlap(end, context.TenDigits.Patterns[k % 10]) < 0).Count(),
            Draws * 10);
}
