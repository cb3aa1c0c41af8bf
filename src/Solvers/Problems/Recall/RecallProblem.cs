using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Solvers.Problems.Recall;

/// <summary>Associative recall: patterns are stored by a learning rule, and a damaged copy of one of them is the start.</summary>
public sealed class RecallProblem : IProblem
{
    /// <summary>Stores the patterns.</summary>
    /// <param name="patterns">What is stored.</param>
    /// <param name="rule">How it is stored.</param>
    /// <param name="target">Which pattern is to be recalled, from 0.</param>
    /// <param name="cue">N spins ±1 that the machine starts from.</param>
    public RecallProblem(PatternSet patterns, ILearningRule rule, int target, ReadOnlySpan<sbyte> cue)
        : this(patterns, rule, rule.Learn(patterns.Patterns), target, cue)
    {
    }

    private RecallProblem(PatternSet patterns, ILearningRule rule, LearnedWeights weights, int target, ReadOnlySpan<sbyte> cue)
    {
        Check.InRange(target, 0, patterns.Count - 1, nameof(target));
        Check.Length(cue.Length, patterns.Size, nameof(cue));
        (Patterns, Rule, Weights, Target, Cue) = (patterns, rule, weights, target, cue.ToArray());
    }

    /// <summary>The stored patterns.</summary>
    public PatternSet Patterns { get; }

    /// <summary>The rule that stored them.</summary>
    public ILearningRule Rule { get; }

    /// <summary>What the rule made of them, with its notes.</summary>
    public LearnedWeights Weights { get; }

    /// <summary>Index of the pattern to be recalled.</summary>
    public int Target { get; }

    /// <summary>Start of the recall, N spins.</summary>
    public sbyte[] Cue { get; }

    public string Name => $"recall of {Patterns.Names[Target]} among {Patterns.Count} ({Rule.Name})";
    public string ScoreName => "overlap";
    public ScoreSense Sense => ScoreSense.Maximise;
    public Landscape Landscape => Landscape.Cue;
    public int SpinCount => Patterns.Size;

    /// <summary>Overlap 1: the target itself.</summary>
    public BestKnown? BestKnown { get; } = new(1, true, "the stored pattern");

    public IsingModel Encode() => Weights.Model;

    /// <summary>Null: every stored pattern has its own energy.</summary>
    public double? EnergyOf(double score) => null;

    /// <summary>Another recall from the same weights, which are not learned again.</summary>
    public RecallProblem With(int target, ReadOnlySpan<sbyte> cue) => new(Patterns, Rule, Weights, target, cue);

    public Solution Decode(ReadOnlySpan<sbyte> spins)
    {
        Check.Length(spins.Length, SpinCount, nameof(spins));
        var overlaps = new double[Patterns.Count];
        for (int m = 0; m < overlaps.Length; m++) overlaps[m] = Spins.Overlap(spins, Patterns.Patterns[m]);
        return new RecallSolution
        {
            Score = overlaps[Target],
            Overlaps = overlaps,
            Nearest = Array.IndexOf(overlaps, overlaps.Max()),
            Exact = overlaps[Target] == 1,
        };
    }
}
