using System.Text.Json.Serialization;
using Hopfield.Patterns;
using Hopfield.Sampling;

namespace Studies.Boltzmann;

/// <summary>A training of a Boltzmann machine. Names and meanings of its JSON are stable; later versions only add.</summary>
public sealed record TrainingRecord : StudyRecord
{
    /// <summary>"restricted" or "visible".</summary>
    public required string Machine { get; init; }

    /// <summary>Visible spins.</summary>
    public required int Visible { get; init; }

    /// <summary>Hidden spins.</summary>
    public required int Hidden { get; init; }

    /// <summary>Number of training pictures.</summary>
    public required int Patterns { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Every finished epoch.</summary>
    public required IReadOnlyList<TrainingEpoch> Epochs { get; init; }

    /// <summary>Of the training pictures, at the end; null where the training was ended early.</summary>
    public required Likelihood? Likelihood { get; init; }

    /// <summary>The trained machine.</summary>
    [JsonIgnore]
    public required IBoltzmannMachine Trained { get; init; }

    /// <summary>What it was trained on.</summary>
    [JsonIgnore]
    public required PatternSet Pictures { get; init; }

    /// <summary>Pictures that it draws, each after <see cref="TrainingStudy.DreamSweeps"/> Gibbs sweeps from noise.</summary>
    [JsonIgnore]
    public required IReadOnlyList<sbyte[]> Dreams { get; init; }
}
