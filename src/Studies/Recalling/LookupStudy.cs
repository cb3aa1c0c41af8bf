using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;
using Studies.Solving;

namespace Studies.Recalling;

/// <summary>Recall by a memory that keeps its patterns: run k recalls pattern k mod p.</summary>
public sealed record LookupStudy : Study<LookupRecord>
{
    public override string Name => "lookup";
    public override string Summary => "recall by modern Hopfield networks and dense associative memories";

    /// <summary>What is stored.</summary>
    public PatternSource Patterns { get; init; } = new();

    /// <summary>What stores it.</summary>
    public LookupMemory Memory { get; init; } = new();

    /// <summary>How it is damaged.</summary>
    public Cue Cue { get; init; } = new();

    /// <summary>Number of runs. Default 10 (our choice). Range: ≥ 1.</summary>
    public int Runs { get; init => field = Check.AtLeast(value, 1, nameof(Runs)); } = 10;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    public override LookupRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var patterns = Patterns.Read(Seed);
        var recall = Memory.Of(patterns.Patterns);
        var runs = new List<LookupRun>();
        progress?.Begin(Memory.Title, Runs);
        foreach (int number in Enumerable.Range(0, Runs).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            var key = Experiment.KeyOf(Seed, number);
            int target = number % patterns.Count;
            var cue = Cue.Of(patterns, target, key.Fold("noise"));
            runs.Add(RunOf(patterns, target, cue, recall(cue, key)));
            progress?.Finished();
        }
        return new()
        {
            Options = this,
            Problem = $"recall of {patterns.Count} patterns",
            Memory = Memory.Title,
            Seed = Seed,
            Runs = runs,
            Patterns = patterns,
            Cancelled = runs.Count < Runs,
        };
    }

    private static LookupRun RunOf(PatternSet patterns, int target, sbyte[] cue, LookupEnd end)
    {
        sbyte[] signs = [.. end.State.Select(value => value >= 0 ? (sbyte)1 : (sbyte)-1)];
        return new()
        {
            Target = patterns.Names[target],
            Overlap = Spins.Overlap(signs, patterns.Patterns[target]),
            IsNearest = NearestPattern.Of([signs], patterns.Patterns)[0] == target,
            Settled = end.Settled,
            EffectivePatternCount = end.EffectivePatternCount,
            Energies = end.Energies,
            Stored = patterns.Patterns[target],
            Cue = cue,
            End = end,
        };
    }
}
