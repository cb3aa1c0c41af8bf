using System.Text.Json.Serialization;
using Hopfield.Files;

namespace Studies.Learning;

/// <summary>Weights learned from pictures.</summary>
public sealed record LearningRecord : StudyRecord
{
    /// <summary>Name of the learning rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Pictures that the weights hold.</summary>
    public required int Pictures { get; init; }

    /// <summary>Pixels of each.</summary>
    public required int Pixels { get; init; }

    /// <summary>Rank of the weights as the rule knows it.</summary>
    public required int Rank { get; init; }

    /// <summary>Held pictures that one synchronous step leaves as they are.</summary>
    public required int FixedPoints { get; init; }

    /// <summary>Largest magnitude of a weight.</summary>
    public required double LargestWeight { get; init; }

    /// <summary>Square root of the sum of all squared weights.</summary>
    public required double FrobeniusNorm { get; init; }

    /// <summary>Largest difference of a weight from learning the held pictures afresh; null where none was taken out.</summary>
    public required double? LargestDifferenceFromAfresh { get; init; }

    /// <summary>What the rule has to say about these pictures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Seed that draws training digits.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The weights, pixels × pixels.</summary>
    [JsonIgnore]
    public required Matrix Weights { get; init; }
}
