using Hopfield.Learning;
using Hopfield.Model;
using Solvers.Problems.Recall;
using Studies.Solving;

namespace Studies.Recalling;

/// <summary>Stored pictures and damaged copies of them: run k recalls picture k mod p from its own noise.</summary>
public sealed record RecallSource : IProblemSource
{
    public string Name => "recall";
    public string Summary => "stored pictures, recalled from damaged copies";

    /// <summary>What is stored.</summary>
    public PatternSource Patterns { get; init; } = new();

    /// <summary>How it is stored.</summary>
    public ILearningRule Rule { get; init; } = new PseudoinverseRule();

    /// <summary>How it is damaged.</summary>
    public Cue Cue { get; init; } = new();

    /// <summary>Conventions of the digital machines.</summary>
    public DigitalConventions Digital { get; init; } = new();

    /// <summary>Name for tables and records; null for that of the patterns and the rule.</summary>
    public string? Title { get; init; }

    public SolveJob Job(ulong seed)
    {
        var patterns = Patterns.Read(seed);
        var first = new RecallProblem(patterns, Rule, 0, patterns.Patterns[0]);
        return new()
        {
            Name = Title ?? $"recall of {patterns.Count} patterns ({Rule.Name})",
            Problem = number =>
            {
                int target = number % patterns.Count;
                return first.With(target, Cue.Of(patterns, target, Experiment.KeyOf(seed, number).Fold("noise")));
            },
            Start = (instance, _) => Spins.ToActivations(((RecallProblem)instance).Cue),
            Machines = name => Digital.Machine(name, first.Weights),
        };
    }
}
