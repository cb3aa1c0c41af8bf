using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;
using Hopfield.Sampling;
using Studies.Recalling;

namespace Studies.Boltzmann;

/// <summary>Damaged pictures repaired by Gibbs sampling from a trained Boltzmann machine.</summary>
public sealed record CompletionStudy : Study<CompletionRecord>
{
    public override string Name => "boltzmann recall";
    public override string Summary => "damaged pictures repaired by a trained Boltzmann machine";

    /// <summary>The machine.</summary>
    public required TrainedMachine Machine { get; init; }

    /// <summary>The pictures; as large as those that the machine learned.</summary>
    public PatternSource Patterns { get; init; } = new();

    /// <summary>How they are damaged.</summary>
    public Cue Cue { get; init; } = new();

    /// <summary>Gibbs sweeps from each cue. Default 10 (our choice). Range: ≥ 1.</summary>
    public int Sweeps { get; init => field = Check.AtLeast(value, 1, nameof(Sweeps)); } = 10;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    public override CompletionRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var stored = Machine.Read();
        var patterns = Patterns.Read(Seed);
        if (patterns.Width != stored.Width || patterns.Height != stored.Height)
            throw new ArgumentException($"the pictures are {patterns.Width} × {patterns.Height}, but the machine learned "
                + $"{stored.Width} × {stored.Height}; expected pictures of that size");
        bool[]? held = Cue.Visible(patterns);
        var key = RandomKey.FromSeed(Seed).Fold("boltzmann recall");
        var runs = new List<Completion>();
        progress?.Begin("recall", patterns.Count);
        for (int k = 0; k < patterns.Count && !cancellation.IsCancellationRequested; k++)
        {
            sbyte[] cue = Cue.Of(patterns, k, key.Fold("noise").Fold(k));
            runs.Add(RunOf(patterns, k, cue, PatternCompletion.Complete(stored.Machine, cue, held, Sweeps, key.Fold("chain").Fold(k))));
            progress?.Finished();
        }
        if (runs.Count == 0) cancellation.ThrowIfCancellationRequested();
        return new()
        {
            Options = this,
            Seed = Seed,
            Sweeps = Sweeps,
            Held = held?.Count(isHeld => isHeld) ?? 0,
            Runs = runs,
            Patterns = patterns,
            Cancelled = runs.Count < patterns.Count,
        };
    }

    private static Completion RunOf(PatternSet patterns, int target, sbyte[] cue, double[] means)
    {
        sbyte[] stored = patterns.Patterns[target], signs = [.. means.Select(mean => mean >= 0 ? (sbyte)1 : (sbyte)-1)];
        return new()
        {
            Target = patterns.Names[target],
            CueOverlap = Spins.Overlap(cue, stored),
            Overlap = Spins.Overlap(signs, stored),
            Means = means,
            IsNearest = NearestPattern.Of([signs], patterns.Patterns)[0] == target,
            Stored = stored,
            Cue = cue,
        };
    }
}
