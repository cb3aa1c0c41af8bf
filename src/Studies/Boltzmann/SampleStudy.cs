using Hopfield.Model;
using Hopfield.Numerics;

namespace Studies.Boltzmann;

/// <summary>Pictures drawn from a trained Boltzmann machine by Gibbs sampling, each from random pixels.</summary>
public sealed record SampleStudy : Study<SampleRecord>
{
    public override string Name => "boltzmann sample";
    public override string Summary => "pictures drawn from a trained Boltzmann machine";

    /// <summary>The machine.</summary>
    public required TrainedMachine Machine { get; init; }

    /// <summary>Pictures to draw. Default 20 (our choice). Range: ≥ 1.</summary>
    public int Count { get; init => field = Check.AtLeast(value, 1, nameof(Count)); } = 20;

    /// <summary>Gibbs sweeps of each picture. Default 500 (our choice). Range: ≥ 0.</summary>
    public int Sweeps { get; init => field = Check.AtLeast(value, 0, nameof(Sweeps)); } = 500;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    public override SampleRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var stored = Machine.Read();
        var key = RandomKey.FromSeed(Seed).Fold("boltzmann sample");
        sbyte[][] states = [.. Enumerable.Range(0, Count).Select(k => Spins.Random(stored.Machine.Visible, key.Fold("start").Fold(k)))];
        progress?.Begin("sampling", Sweeps);
        int sweep = 0;
        for (; sweep < Sweeps && !cancellation.IsCancellationRequested; sweep++)
        {
            stored.Machine.Sweep(states, key.Fold("sweep").Fold(sweep));
            progress?.Finished();
        }
        return new()
        {
            Options = this,
            Seed = Seed,
            Sweeps = sweep,
            Width = stored.Width,
            Height = stored.Height,
            FreeEnergies = stored.Machine.FreeEnergies(states),
            States = states,
            Cancelled = sweep < Sweeps,
        };
    }
}
