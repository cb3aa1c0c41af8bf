using Hopfield.Learning;
using Hopfield.Modern;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Cli.Reproduction.Seeds;

/// <summary>Classes of unseen digits from 100 stored ones: recall beside plain nearest-neighbour search.</summary>
public sealed class Generalisation : IClaimFamily
{
    private const int Draws = 12, Stored = 100, Queries = 500;

    /// <inheritdoc/>
    public string Name => "generalisation";

    /// <inheritdoc/>
    public string Summary => "Accuracy of recall as a classifier, and its difference from nearest neighbours.";

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims =>
    [
        Accuracy("seeds.4.nearest-neighbour", "69.6 %", new(0.60, 0.76), "1-nearest-neighbour accuracy.", table => table.Nearest),
        Accuracy("seeds.4.hebb", "11.6 %", new(0.07, 0.15), "Accuracy of Hebb recall.", table => table.Hebb),
        Accuracy("seeds.4.pseudoinverse", "65.2 %", new(0.56, 0.73), "Accuracy of pseudoinverse recall with its diagonal.", table =>
            table.Full),
        Accuracy("seeds.4.pseudoinverse-zero-diagonal", "65.2 %", Interval.Around(0.652, 0.03),
            "Accuracy of pseudoinverse recall without its diagonal.",
            table => table.Zero) with { Expected = new(0.53, 0.63), Why = "The article kept the diagonal." },
        Accuracy("seeds.4.modern", "67.2 %", new(0.60, 0.76), "Accuracy of modern retrieval at β = 0.5.", table => table.Modern),
        Accuracy("seeds.4.pseudoinverse-below-nearest", "-4.4 points", new(-0.06, -0.005),
            "Pseudoinverse recall less nearest neighbour, paired.",
            table => table.Full - table.Nearest),
        Accuracy("seeds.4.modern-below-nearest", "-2.4 points", Interval.Around(-0.024, 0.01),
            "Modern retrieval at β = 0.5 less nearest neighbour, paired.",
            table => table.Modern - table.Nearest) with { Expected = new(-0.025, 0.025),
                Why = "At large β the two are the same but for the sign of the blend." },
        Accuracy("seeds.4.modern-argmax", "becomes 1-NN", new(0, 0), "The pattern of largest weight less nearest neighbour, paired.",
            table => table.Argmax - table.Nearest),
        Accuracy("seeds.4.order", "Hebb far below pseudoinverse, below 1-NN", new(1, 1),
            "Share of draws with Hebb below pseudoinverse by 30 points and pseudoinverse not above 1-NN.",
            table => table.Hebb + 0.3 < table.Full && table.Full <= table.Nearest ? 1 : 0),
    ];

    private static Claim Accuracy(string id, string published, Interval reproduces, string statement, Func<Table, double> figure) => new()
    {
        Id = id,
        Statement = statement,
        Source = SeedTexts.ArticleAndWriteUp,
        Published = published,
        Protocol =
            $"{Stored} random training digits stored, {Queries} random test digits with 5 % exact-count noise, pixel > 127; class of the stored "
            + $"pattern nearest to the end state; {Draws} draws",
        Reproduces = reproduces,
        NeedsMnist = true,
        Measure = (context, cancellation) => Finding.Mean([.. context.Once("generalisation",
            () => Enumerable.Range(0, Draws).Select(draw =>
                Run(context, context.Key("generalisation").Fold(draw), cancellation)).ToArray()).Select(figure)]),
    };

    /// <summary>Accuracies of one draw.</summary>
    private sealed record Table(double Nearest, double Hebb, double Full, double Zero, double Modern, double Argmax);

    private static Table Run(ClaimContext context, RandomKey key, CancellationToken cancellation)
    {
        var (training, test) = (context.Mnist.Training, context.Mnist.Test);
        int[] stored = training.Draw(Stored, key.Fold("stored")), asked = test.Draw(Queries, key.Fold("asked"));
        var patterns = training.Images.ToPatterns(stored, 127).Patterns;
        sbyte[][] cues = [.. test.Images.ToPatterns(asked, 127).Patterns.Select((pattern, k) =>
            PatternNoise.Flip(pattern, 0.05, key.Fold("noise").Fold(k)))];
        var pseudoinverse = new PseudoinverseRule().Learn(patterns);
        var modern = new ModernHopfield(patterns) { Beta = 0.5 };
        var retrieved = cues.Select(cue => modern.Step(Hopfield.Model.Spins.ToActivations(cue))).ToArray();
        return new(Right(NearestPattern.Of(cues, patterns)), Recalled(new HebbRule().Learn(patterns), false), Recalled(pseudoinverse, true),
            Recalled(pseudoinverse, false),
            Right(NearestPattern.Of([.. retrieved.Select(end => end.State.Select(value => value >= 0 ? (sbyte)1 : (sbyte)-1).ToArray())],
                patterns)),
            Right([.. retrieved.Select(end => end.Nearest)]));

        double Recalled(LearnedWeights weights, bool withDiagonal)
        {
            var ends = new RecallNetwork(weights, withDiagonal) { LargestSweepCount = 30 }.Asynchronous(cues, key.Fold("order"),
                cancellation);
            return Right(NearestPattern.Of([.. ends.Select(end => end.Spins)], patterns));
        }

        double Right(int[] nearest) => nearest.Where((n, k) =>
            training.Labels[stored[n]] == test.Labels[asked[k]]).Count() / (double)Queries;
    }
}
