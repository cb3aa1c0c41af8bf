using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;
using Studies.Recalling;

namespace Studies.Learning;

/// <summary>Pictures become a weight matrix, and single pictures are taken out of it again without learning afresh.</summary>
public sealed record LearningStudy : Study<LearningRecord>
{
    public override string Name => "learn";
    public override string Summary => "weights learned from pictures, some of which may be taken out again";

    /// <summary>What is stored.</summary>
    public PatternSource Patterns { get; init; } = new();

    /// <summary>How it is stored.</summary>
    public ILearningRule Rule { get; init; } = new PseudoinverseRule();

    /// <summary>Pictures, counted from 1, that are taken out again by rank-one updates; of the rules hebb and pseudoinverse.</summary>
    public int[] Forget { get; init; } = [];

    /// <summary>Keep the diagonal W_ii.</summary>
    public bool KeepDiagonal { get; init; }

    /// <summary>Seed that draws training digits.</summary>
    public ulong Seed { get; init; } = 1;

    public override LearningRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var patterns = Patterns.Read(Seed);
        int[] forget = [.. Forget.Distinct().Order()];
        sbyte[][] held = [.. patterns.Patterns.Where((_, k) => !forget.Contains(k + 1))];
        var learned = forget.Length == 0 ? Rule.Learn(patterns.Patterns) : Forgotten(patterns, forget);
        cancellation.ThrowIfCancellationRequested();
        double[] matrix = learned.ToMatrix(KeepDiagonal);
        var network = new RecallNetwork(learned, KeepDiagonal) { LargestSweepCount = 1 };
        return new()
        {
            Options = this,
            Rule = Rule.Name,
            Pictures = held.Length,
            Pixels = patterns.Size,
            Rank = learned.Rank,
            FixedPoints = network.Synchronous(held, cancellation).Where((end, k) => end.Spins.AsSpan().SequenceEqual(held[k])).Count(),
            LargestWeight = matrix.Max(Math.Abs),
            FrobeniusNorm = Math.Sqrt(matrix.Sum(weight => weight * weight)),
            LargestDifferenceFromAfresh = forget.Length == 0 ? null
                : matrix.Zip(Rule.Learn(held).ToMatrix(KeepDiagonal), (x, y) => Math.Abs(x - y)).Max(),
            Notes = learned.Notes,
            Seed = Seed,
            Weights = new(patterns.Size, patterns.Size, matrix),
        };
    }

    /// <summary>Everything is learned, then some is taken out.</summary>
    private LearnedWeights Forgotten(PatternSet patterns, int[] forget)
    {
        if (Rule is not (HebbRule or PseudoinverseRule))
            throw new ArgumentException($"Forget: the rule {Rule.Name} cannot take a picture out; expected hebb or pseudoinverse");
        foreach (int k in forget) Check.InRange(k, 1, patterns.Count, nameof(Forget));
        if (forget.Length == patterns.Count) throw new ArgumentException("Forget: no picture would be left; expected fewer numbers");
        var memory = new IncrementalMemory(patterns.Size);
        foreach (sbyte[] pattern in patterns.Patterns) memory.Add(pattern);
        foreach (int k in forget.Reverse()) memory.RemoveAt(k - 1);
        return Rule is HebbRule ? memory.Hebb() : memory.Pseudoinverse();
    }
}
