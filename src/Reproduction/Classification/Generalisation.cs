using Hopfield.Learning;
using Hopfield.Modern;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Reproduction.Classification;

/// <summary>Classes of unseen digits from 100 stored ones: recall beside plain nearest-neighbour search.</summary>
public sealed class Generalisation : IClaimFamily
{
    private const int Draws = 12, StoredCount = 100, Queries = 500;

    public string Name => "generalisation";
    public string Summary => "Accuracy of recall as a classifier, and its difference from nearest neighbours.";

    public IReadOnlyList<Claim> Claims =>
    [
        Accuracy("classification.nearest-neighbour", "69.6 %", new(0.60, 0.76), "1-nearest-neighbour accuracy.", table => table.Nearest),
        Accuracy("classification.hebb", "11.6 %", new(0.07, 0.15), "Accuracy of Hebb recall.", table => table.Hebb),
        Accuracy("classification.pseudoinverse", "65.2 %", new(0.56, 0.73), "Accuracy of pseudoinverse recall with its diagonal.", table =>
            table.Full),
        Accuracy("classification.pseudoinverse-zero-diagonal", "65.2 %", Interval.Around(0.652, 0.03),
            "Accuracy of pseudoinverse recall without its diagonal.",
            table => table.Zero) with { Expected = new(0.53, 0.63), Why = "The article kept the diagonal." },
        Accuracy("classification.modern", "67.2 %", new(0.60, 0.76), "Accuracy of modern retrieval at β = 0.5.", table => table.Modern),
        Accuracy("classification.pseudoinverse-below-nearest", "-4.4 points", new(-0.06, -0.005),
            "Pseudoinverse recall less nearest neighbour, paired.",
            table => table.Full - table.Nearest),
        Accuracy("classification.modern-below-nearest", "-2.4 points", Interval.Around(-0.024, 0.01),
            "Modern retrieval at β = 0.5 less nearest neighbour, paired.",
            table => table.Modern - table.Nearest) with { Expected = new(-0.025, 0.025),
                Why = "At large β the two are the same but for the sign of the blend." },
        Accuracy("classification.modern-argmax", "becomes 1-NN", new(0, 0), "The pattern of largest weight less nearest neighbour, paired.",
            table => table.Argmax - table.Nearest),
        Accuracy("classification.nearest-clean", "69.6 %", new(0.60, 0.76), "1-nearest-neighbour accuracy of queries without noise.", table =>
            table.Clean),
        Accuracy("classification.modern-soft", "attention's β", Interval.Around(-0.024, 0.01),
            "Modern retrieval at β = 1/√N less nearest neighbour, paired.", table => table.Soft - table.Nearest)
            with { Expected = Interval.Around(-0.156, 0.03), Why = "At attention's own β the answer is a blend of many digits." },
        Accuracy("classification.end-states-stored", "recall finds a stored pattern", new(0.9, 1),
            "Share of pseudoinverse recalls, with the diagonal, that end in a stored pattern.", table => table.StoredFull)
            with { Expected = new(0, 0.03), Why = "The accuracy is that of nearest-neighbour search on a picture that hardly changed." },
        Accuracy("classification.end-states-stored-zero-diagonal", "recall finds a stored pattern", new(0.9, 1),
            "Share of pseudoinverse recalls, without the diagonal, that end in a stored pattern.", table => table.StoredZero)
            with { Expected = new(0.2, 0.36) },
        Accuracy("classification.order", "Hebb far below pseudoinverse, below 1-NN", new(1, 1),
            "Share of draws with Hebb below pseudoinverse by 30 points and pseudoinverse not above 1-NN.",
            table => table.Hebb + 0.3 < table.Full && table.Full <= table.Nearest ? 1 : 0),
    ];

    private static Claim Accuracy(string id, string published, Interval reproduces, string statement, Func<Table, double> figure) => new()
    {
        Id = id,
        Statement = statement,
        Source = Texts.ArticleAndWriteUp,
        Published = published,
        Protocol =
            $"{StoredCount} random training digits stored, {Queries} random test digits with 5 % exact-count noise, pixel > 127; class of the stored "
            + $"pattern nearest to the end state; {Draws} draws",
        Reproduces = reproduces,
        NeedsMnist = true,
        Measure = (context, cancellation) => Finding.Mean([.. context.Once("generalisation",
            () => Enumerable.Range(0, Draws).Select(draw =>
                Run(context, context.Key("generalisation").Fold(draw), cancellation)).ToArray()).Select(figure)]),
    };

    /// <summary>Accuracies of one draw.</summary>
    private sealed record Table(double Nearest, double Clean, double Hebb, double Full, double Zero, double Modern, double Soft,
        double Argmax,
        double StoredFull, double StoredZero);

    private static Table Run(ClaimContext context, RandomKey key, CancellationToken cancellation)
    {
        var (training, test) = (context.Mnist.Training, context.Mnist.Test);
        int[] stored = training.Draw(StoredCount, key.Fold("stored")), asked = test.Draw(Queries, key.Fold("asked"));
        var patterns = training.Images.ToPatterns(stored, 127).Patterns;
        var clean = test.Images.ToPatterns(asked, 127).Patterns;
        sbyte[][] cues = [.. clean.Select((pattern, k) => PatternNoise.Flip(pattern, 0.05, key.Fold("noise").Fold(k)))];
        var pseudoinverse = new PseudoinverseRule().Learn(patterns);
        var (full, zero) = (Recalled(pseudoinverse, true), Recalled(pseudoinverse, false));
        var sharp = Retrieved(0.5);
        return new(Right(NearestPattern.Of(cues, patterns)), Right(NearestPattern.Of(clean, patterns)),
            Right(NearestPattern.Of(Recalled(new HebbRule().Learn(patterns), false), patterns)), Right(NearestPattern.Of(full, patterns)),
            Right(NearestPattern.Of(zero, patterns)), Right(NearestPattern.Of(Signs(sharp), patterns)),
            Right(NearestPattern.Of(Signs(Retrieved(1 / Math.Sqrt(784))), patterns)), Right([.. sharp.Select(end => end.Nearest)]),
            Stored(full), Stored(zero));

        sbyte[][] Recalled(LearnedWeights weights, bool withDiagonal) =>
            [.. new RecallNetwork(weights, withDiagonal) { LargestSweepCount = 30 }.Asynchronous(cues, key.Fold("order"), cancellation)
                .Select(end => end.Spins)];

        Retrieval[] Retrieved(double beta)
        {
            var modern = new ModernHopfield(patterns) { Beta = beta };
            return [.. cues.Select(cue => modern.Step(Hopfield.Model.Spins.ToActivations(cue)))];
        }

        static sbyte[][] Signs(Retrieval[] ends) =>
            [.. ends.Select(end => end.State.Select(value => value >= 0 ? (sbyte)1 : (sbyte)-1).ToArray())];

        double Stored(sbyte[][] ends) => NearestPattern.Of(ends, patterns).Where((n, k) =>
            ends[k].AsSpan().SequenceEqual(patterns[n])).Count() / (double)Queries;

        double Right(int[] nearest) => nearest.Where((n, k) =>
            training.Labels[stored[n]] == test.Labels[asked[k]]).Count() / (double)Queries;
    }
}
