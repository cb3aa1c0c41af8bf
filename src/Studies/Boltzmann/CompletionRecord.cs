using System.Text.Json.Serialization;
using Hopfield.Patterns;

namespace Studies.Boltzmann;

/// <summary>Damaged pictures repaired by a Boltzmann machine.</summary>
public sealed record CompletionRecord : StudyRecord
{
    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gibbs sweeps from each cue.</summary>
    public required int Sweeps { get; init; }

    /// <summary>Pixels that were held, since the cue shows them as they are.</summary>
    public required int Held { get; init; }

    /// <summary>Pictures repaired without a wrong pixel.</summary>
    public int Exact => Runs.Count(run => run.Overlap == 1);

    /// <summary>Every finished picture.</summary>
    public required IReadOnlyList<Completion> Runs { get; init; }

    /// <summary>The pictures as they were stored.</summary>
    [JsonIgnore]
    public required PatternSet Patterns { get; init; }
}

/// <summary>One picture and what became of its cue. Overlaps: −1 … 1.</summary>
public sealed record Completion
{
    /// <summary>Name of the picture.</summary>
    public required string Target { get; init; }

    /// <summary>Overlap of the cue with it.</summary>
    public required double CueOverlap { get; init; }

    /// <summary>Overlap of the signs of the means with it.</summary>
    public required double Overlap { get; init; }

    /// <summary>Mean of each pixel over the chains, −1 … 1.</summary>
    public required double[] Means { get; init; }

    /// <summary>Whether no other stored picture is nearer to the answer.</summary>
    [JsonIgnore]
    public required bool IsNearest { get; init; }

    /// <summary>The picture.</summary>
    [JsonIgnore]
    public required sbyte[] Stored { get; init; }

    /// <summary>Its damaged copy.</summary>
    [JsonIgnore]
    public required sbyte[] Cue { get; init; }
}
