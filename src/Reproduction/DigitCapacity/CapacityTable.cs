using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Reproduction.DigitCapacity;

/// <summary>The article's capacity table on MNIST. Its figures are those of states with an overlap of at least 0.95 under a kept diagonal,
/// not of recovered originals.</summary>
public sealed class CapacityTable : IClaimFamily
{
    private const int Draws = 10;

    public string Name => "capacity-table";
    public string Summary => "Share of p stored digits recalled from 10 % noise, by three meanings of recalled.";

    public IReadOnlyList<Claim> Claims =>
    [
        Article(10, "100 %", new(1, 1), new(1, 1)),
        Article(100, "100 %", new(0.99, 1), new(0.88, 0.97)),
        Article(150, "97 %", new(0.95, 0.99), new(0, 0.02)),
        Article(200, "32 %", new(0.30, 0.43), new(0, 0.005)),
        Article(250, "1 %", new(0.005, 0.03), new(0, 0.003)),
        Article(300, "0 %", new(0, 0.003), new(0, 0.003)),
        ZeroDiagonal(150, new(0.97, 1)),
        ZeroDiagonal(200, new(0.58, 0.78)),
        ZeroDiagonal(250, new(0.03, 0.10)),
        Claim("digit-capacity.hebb-100", "0 %", "Hebb, W_ii = 0, exact match", new(0, 0), null, "Share of 100 digits that Hebb recalls exactly.",
            (context, cancellation) => Share(context, new HebbRule(), false, 100, trial => trial.Exact, cancellation)),
        Claim("digit-capacity.nearest-300", "0 %", "pseudoinverse with its diagonal, nearest stored pattern", new(0, 0.003), new(0.99, 1),
            "Share of 300 digits whose recall is still nearest to the digit itself.",
            (context, cancellation) => Share(context, new PseudoinverseRule(), true, 300, trial => trial.Own, cancellation))
            with { Why = "What is lost at the \"cliff\" is the last few percent of pixels, not the memory." },
    ];

    private static Claim Article(int count, string published, Interval reproduces, Interval expected) =>
        Claim($"digit-capacity.capacity-{count}", published,
            "pseudoinverse with its diagonal; literally: exact match; other protocol: overlap ≥ 0.95", reproduces,
            expected, $"Share of {count} stored digits that are recovered.", (context, cancellation) =>
            {
                var near = Share(context, new PseudoinverseRule(), true, count, trial => trial.Near, cancellation);
                return Share(context, new PseudoinverseRule(), true, count, trial => trial.Exact, cancellation) with
                {
                    OtherProtocol = near.Value,
                    Detail = $"With overlap ≥ 0.95 as recovered: {100 * near.Value:f1} % "
                        + $"[{100 * near.Interval!.Low:f1} … {100 * near.Interval.High:f1}].",
                    Failures = reproduces.Contains(near.Value) ? [] : ["not so: the share with overlap ≥ 0.95 is the published one."],
                };
            }) with
        { Why = count < 300 ? "\"Recovers the original\" holds for an overlap of 0.95, not for the original." : "" };

    private static Claim ZeroDiagonal(int count, Interval expected) =>
        Claim($"digit-capacity.zero-diagonal-{count}", count switch { 150 => "97 %", 200 => "32 %", _ => "1 %" },
            "pseudoinverse with W_ii = 0, zero fields keep, exact match",
                count == 150 ? new(0.95, 0.99) : count == 200 ? new(0.30, 0.43) : new(0.005, 0.03),
            expected, $"Share of {count} stored digits that are recovered exactly without the diagonal.",
            (context, cancellation) => Share(context, new PseudoinverseRule(), false, count, trial => trial.Exact, cancellation)) with
        { Why = "Without its diagonal the net does not stop early: the cliff of exact recall moves from p ≈ 118 to p ≈ 212." };

    private static Claim Claim(string id, string published, string what, Interval reproduces, Interval? expected, string statement,
        Func<ClaimContext, CancellationToken, Finding> measure) => new()
        {
            Id = id,
            Statement = statement,
            Source = Texts.ArticleAndWriteUp,
            Published = published,
            Protocol =
                $"digits drawn from the training set, pixel > 127, 10 % exact-count noise, asynchronous, at most 30 sweeps, {Draws} draws; {what}",
            Reproduces = reproduces,
            Expected = expected,
            NeedsMnist = true,
            Measure = measure,
        };

    /// <summary>Per draw: the shares recalled by each meaning of the word.</summary>
    private sealed record Trial(double Exact, double Near, double Own);

    private static Finding Share(
        ClaimContext context, ILearningRule rule, bool withDiagonal, int count, Func<Trial, double> figure,
            CancellationToken cancellation) =>
        Finding.Mean([.. context.Once($"capacity {rule.Name} {withDiagonal} {count}", () => Enumerable.Range(0, Draws)
            .Select(draw => Run(context, rule, withDiagonal, count, context.Key($"capacity {count}").Fold(draw),
                cancellation)).ToArray()).Select(figure)]);

    private static Trial Run(ClaimContext context, ILearningRule rule, bool withDiagonal, int count, RandomKey key,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var training = context.Mnist.Training;
        var patterns = training.Images.ToPatterns(training.Draw(count, key.Fold("digits")), 127).Patterns;
        sbyte[][] cues = [.. patterns.Select((pattern, k) => PatternNoise.Flip(pattern, 0.1, key.Fold("noise").Fold(k)))];
        var ends = new RecallNetwork(rule.Learn(patterns), withDiagonal) { LargestSweepCount = 30 }.Asynchronous(cues, key.Fold("order"),
            cancellation);
        double[] overlaps = [.. ends.Select((end, k) => Spins.Overlap(end.Spins, patterns[k]))];
        int[] nearest = NearestPattern.Of([.. ends.Select(end => end.Spins)], patterns);
        return new(overlaps.Average(m => m == 1 ? 1.0 : 0), overlaps.Average(m => m >= 0.95 ? 1.0 : 0),
            nearest.Select((n, k) => n == k ? 1.0 : 0).Average());
    }
}
