using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Sampling;
using Studies.Recalling;

namespace Studies.Boltzmann;

/// <summary>Training of a restricted or fully visible Boltzmann machine on pictures.</summary>
public sealed record TrainingStudy : Study<TrainingRecord>
{
    /// <summary>Sweeps of the pictures that the trained machine draws. Our choice.</summary>
    public const int DreamSweeps = 200;

    private const int DreamCount = 20;

    public override string Name => "boltzmann train";
    public override string Summary => "a Boltzmann machine trained on pictures by contrastive divergence";

    /// <summary>What it learns.</summary>
    public PatternSource Patterns { get; init; } = new();

    /// <summary>Hidden spins of a restricted machine; 0 for a fully visible one. Default 16 (our choice). Range: ≥ 0.</summary>
    public int Hidden { get; init => field = Check.AtLeast(value, 0, nameof(Hidden)); } = 16;

    /// <summary>How it learns.</summary>
    public ContrastiveDivergence Training { get; init; } = new();

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    public override TrainingRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var key = RandomKey.FromSeed(Seed).Fold("boltzmann");
        var patterns = Patterns.Read(Seed);
        IBoltzmannMachine machine = Hidden == 0 ? new VisibleBoltzmannMachine(patterns.Size)
            : new RestrictedBoltzmannMachine(patterns.Size, Hidden, key.Fold("weights"),
                BoltzmannLikelihood.IndependentFields(patterns.Patterns));
        var epochs = new List<TrainingEpoch>();
        progress?.Begin("training", Training.Epochs);
        foreach (var epoch in Training.Train(machine, patterns.Patterns, key.Fold("training"), cancellation))
        {
            epochs.Add(epoch);
            progress?.Finished();
        }
        bool isCancelled = cancellation.IsCancellationRequested;
        return new()
        {
            Options = this,
            Machine = Hidden == 0 ? "visible" : "restricted",
            Visible = machine.Visible,
            Hidden = Hidden,
            Patterns = patterns.Count,
            Seed = Seed,
            Epochs = epochs,
            // What is asked for after a cancellation is the machine; the estimate of Z would only delay it.
            Likelihood = isCancelled ? null : Likelihood.Of(machine, patterns.Patterns, key.Fold("likelihood"), cancellation),
            Cancelled = isCancelled,
            Trained = machine,
            Pictures = patterns,
            Dreams = Dreamt(machine, key.Fold("pictures")),
        };
    }

    private static sbyte[][] Dreamt(IBoltzmannMachine machine, RandomKey key)
    {
        sbyte[][] dreams = [.. Enumerable.Range(0, DreamCount).Select(k => Spins.Random(machine.Visible, key.Fold("start").Fold(k)))];
        for (int sweep = 0; sweep < DreamSweeps; sweep++) machine.Sweep(dreams, key.Fold("sweep").Fold(sweep));
        return dreams;
    }
}
