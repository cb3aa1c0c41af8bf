using System.Text.Json.Serialization;
using Hopfield.Patterns;

namespace Studies.Recalling;

/// <summary>What a memory that keeps its patterns recalled.</summary>
public sealed record LookupRecord : StudyRecord
{
    /// <summary>What was recalled.</summary>
    public required string Problem { get; init; }

    /// <summary>The memory with its parameters.</summary>
    public required string Memory { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Runs without a wrong pixel.</summary>
    public int Exact => Runs.Count(run => run.Overlap == 1);

    /// <summary>Every finished run.</summary>
    public required IReadOnlyList<LookupRun> Runs { get; init; }

    /// <summary>The stored pictures.</summary>
    [JsonIgnore]
    public required PatternSet Patterns { get; init; }
}

/// <summary>One recall.</summary>
public sealed record LookupRun
{
    /// <summary>Name of the picture.</summary>
    public required string Target { get; init; }

    /// <summary>Of the signs with the stored picture, −1 … 1.</summary>
    public required double Overlap { get; init; }

    /// <summary>Whether no other stored picture is nearer to the answer.</summary>
    public required bool IsNearest { get; init; }

    /// <summary>Whether it came to rest.</summary>
    public required bool Settled { get; init; }

    /// <summary>Patterns that took part; null where they are not weighed.</summary>
    public required double? EffectivePatternCount { get; init; }

    /// <summary>Energy after every step or flip.</summary>
    public required double[] Energies { get; init; }

    /// <summary>The stored picture.</summary>
    [JsonIgnore]
    public required sbyte[] Stored { get; init; }

    /// <summary>Its damaged copy.</summary>
    [JsonIgnore]
    public required sbyte[] Cue { get; init; }

    /// <summary>Where it ended.</summary>
    [JsonIgnore]
    public required LookupEnd End { get; init; }
}
