using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Numerics.Dense;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Reproduction.Projector;

/// <summary>What the pseudoinverse rule promises by algebra, and where MNIST departs from it.</summary>
public sealed class ProjectorFacts : IClaimFamily
{
    public string Name => "projector";
    public string Summary => "W ξ = ξ, fixed points, orthogonal patterns, the ridge limit, and the rank of MNIST.";

    public IReadOnlyList<Claim> Claims =>
    [
        Quick("projector.identity-random", "W ξ = ξ", new(0, 1e-12), "Largest error of W ξ = ξ over 200 random patterns of N = 784.",
            "200 random patterns, full diagonal", (context, _) =>
                new(Error(new PseudoinverseRule().Learn(Random(context, 200, 784)), Random(context, 200, 784)))),
        Quick("projector.fixed-points-random", "every stored pattern", new(1, 1),
            "Share of stored patterns that are fixed points without the diagonal.",
            "200 random patterns of N = 784, W_ii = 0, one synchronous step", (context, _) => Kept(Random(context, 200, 784), false)),
        Quick("projector.orthogonal-recalled", "3 of 3", new(1, 1), "Share of orthogonal patterns that Hebb recalls from 20 % noise.",
            "3 rows of a 1024 × 1024 Hadamard matrix, asynchronous, 20 draws", (context, cancellation) =>
            {
                var patterns = Hadamard();
                sbyte[][] cues = [.. Enumerable.Range(0, 60).Select(k =>
                    PatternNoise.Flip(patterns[k % 3], 0.2, context.Key("orthogonal").Fold(k)))];
                var ends = new RecallNetwork(new HebbRule().Learn(patterns), false).Asynchronous(cues, context.Key("order"), cancellation);
                return Finding.Share(ends.Where((end, k) => end.Spins.AsSpan().SequenceEqual(patterns[k % 3])).Count(), cues.Length);
            }),
        Quick("projector.orthogonal-rules-agree", "the two rules coincide", new(0, 1e-15),
            "Largest difference of a Hebb and a pseudoinverse weight.",
            "3 rows of a 1024 × 1024 Hadamard matrix, full diagonals", (_, _) =>
                new(Difference(new HebbRule().Learn(Hadamard()), new PseudoinverseRule().Learn(Hadamard())))),
        Quick("projector.ridge-limit", "ridge regression with λ = 0", new(0, 1e-9),
            "Largest difference of a ridge weight at λ = 10⁻⁸ from the pseudoinverse.",
            "50 random patterns of N = 200", (context, _) => new(Difference(new PseudoinverseRule().Learn(Random(context, 50, 200)),
                new RidgeRule { Penalty = 1e-8 }.Learn(Random(context, 50, 200))))),
        Quick("projector.ridge-order", "a limit λ → 0", new(0.9, 1.1), "Order of the ridge weights' approach to the pseudoinverse.",
            "the same, from λ = 10⁻² to 10⁻⁶", (context, _) =>
            {
                var exact = new PseudoinverseRule().Learn(Random(context, 50, 200));
                double At(double penalty) => Difference(exact, new RidgeRule { Penalty = penalty }.Learn(Random(context, 50, 200)));
                return new(Math.Log10(At(1e-2) / At(1e-6)) / 4);
            }),
        Digits("projector.identity-ten-digits", "W ξ = ξ", new(0, 1e-13), "Largest error of W ξ = ξ for the ten digits.", "full diagonal",
            (context, _) => new(Error(new PseudoinverseRule().Learn(context.TenDigits.Patterns),
                context.TenDigits.Patterns))),
        Digits("projector.identity-300-digits", "W ξ = ξ", new(0, 1e-10), "Largest error of W ξ = ξ for 300 digits.",
            "300 training digits, full diagonal",
            (context, _) => new(Error(new PseudoinverseRule().Learn(Training(context, 300, "300")), Training(context, 300, "300")))),
        Digits("projector.identity-784-digits", "W ξ = ξ", new(0, 1e-9),
            "Largest error of W ξ = ξ for 784 digits, whose Gram matrix is singular.",
            "784 training digits, full diagonal, over the independent ones among them",
            (context, _) => new(Error(new PseudoinverseRule().Learn(Training(context, 784, "784")), Training(context, 784, "784")))),
        Digits("projector.fixed-points-digits", "every stored pattern", new(1, 1),
            "Share of 300 stored digits that are fixed points, full diagonal.",
            "300 training digits, one synchronous step", (context, _) => Kept(Training(context, 300, "300"), true)),
        Digits("projector.condition-at-the-cliff", "near-singular Gram matrix", Interval.AtLeast(8),
            "log₁₀ of the condition number of the Gram matrix of 200 digits, where recall collapses.", "200 training digits, 4 draws",
            (context, _) => Finding.Mean([.. Enumerable.Range(0, 4).Select(draw => Math.Log10(Condition(Training(context, 200,
                $"condition {draw}"))))]))
            with { Expected = new(3.8, 4.8),
                Why = "A condition number of 10⁴ costs four of sixteen digits: the cliff is one of basins, not of arithmetic." },
        Digits("projector.recall-30-percent", "ten of ten", new(0.99, 1), "Share of the ten digits recalled exactly from 30 % noise.",
            "pseudoinverse with its diagonal, asynchronous, 20 draws", (context, cancellation) =>
            {
                var digits = context.TenDigits.Patterns;
                sbyte[][] cues = [.. Enumerable.Range(0, 200).Select(k =>
                    PatternNoise.Flip(digits[k % 10], 0.3, context.Key("30 %").Fold(k)))];
                var ends = new RecallNetwork(new PseudoinverseRule().Learn(digits), true).Asynchronous(cues, context.Key("order"),
                    cancellation);
                return Finding.Share(ends.Where((end, k) => end.Spins.AsSpan().SequenceEqual(digits[k % 10])).Count(), cues.Length);
            }),
        Digits("projector.singular-at-784", "singular at p = N = 784", new(780, 784), "Rank of 784 binarised training digits.",
            "784 training digits, pixel > 127, 4 draws", (context, _) =>
                Finding.Mean([.. Enumerable.Range(0, 4).Select(draw =>
                    (double)new HebbRule().Learn(Training(context, 784, $"rank {draw}")).Rank)]))
            with { Expected = new(525, 560),
                Why = "Some 215 pixels are background in all of them, so the Gram matrix is singular from p ≈ 515 on." },
    ];

    private static Claim Quick(string id, string published, Interval reproduces, string statement, string protocol,
        Func<ClaimContext, CancellationToken, Finding> measure) => Digits(id, published, reproduces, statement, protocol, measure) with
        {
            Quick = true,
            NeedsMnist = false,
        };

    private static Claim Digits(string id, string published, Interval reproduces, string statement, string protocol,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new(id, statement, Texts.ArticleAndWriteUp, published, protocol, reproduces, measure) { NeedsMnist = true };

    private static sbyte[][] Random(ClaimContext context, int count, int size) => context.Once($"random {count} × {size}",
        () => Enumerable.Range(0, count).Select(m => Spins.Random(size, context.Key("projector").Fold(size).Fold(m))).ToArray());

    private static IReadOnlyList<sbyte[]> Training(ClaimContext context, int count, string purpose)
    {
        var training = context.Mnist.Training;
        return training.Images.ToPatterns(training.Draw(count, context.Key(purpose)), 127).Patterns;
    }

    private static sbyte[][] Hadamard() =>
        [.. ((int[])[5, 77, 600]).Select(row => Enumerable.Range(0, 1024)
            .Select(column => (sbyte)(1 - 2 * (System.Numerics.BitOperations.PopCount((uint)(row & column)) & 1))).ToArray())];

    private static double Error(LearnedWeights learned, IReadOnlyList<sbyte[]> patterns)
    {
        int size = patterns[0].Length;
        double[] rows = [.. patterns.SelectMany(pattern => Spins.ToActivations(pattern))], mapped = new double[rows.Length];
        MatrixProduct.Multiply<double>(rows, Operand.Plain, learned.ToMatrix(true), Operand.Plain, mapped, patterns.Count, size, size);
        return rows.Zip(mapped, (x, y) => Math.Abs(x - y)).Max();
    }

    private static Finding Kept(IReadOnlyList<sbyte[]> patterns, bool withDiagonal)
    {
        var ends = new RecallNetwork(new PseudoinverseRule().Learn(patterns), withDiagonal) { LargestSweepCount = 1 }.Synchronous(patterns);
        return Finding.Share(ends.Where((end, k) => end.Spins.AsSpan().SequenceEqual(patterns[k])).Count(), patterns.Count);
    }

    private static double Condition(IReadOnlyList<sbyte[]> patterns)
    {
        var gram = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(patterns.Count, patterns.Count, (a, b) =>
            patterns[0].Length * Spins.Overlap(patterns[a], patterns[b]));
        var eigenvalues = gram.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues;
        return eigenvalues.Max(value => value.Real) / eigenvalues.Min(value => value.Real);
    }

    private static double Difference(LearnedWeights a, LearnedWeights b) =>
        a.ToMatrix(true).Zip(b.ToMatrix(true), (x, y) => Math.Abs(x - y)).Max();
}
