using System.Text.Json.Serialization;
using Hopfield.Files;

namespace Studies.Attention;

/// <summary>What states read out of stored patterns.</summary>
public sealed record AttentionRecord : StudyRecord
{
    /// <summary>State patterns: rows of the result.</summary>
    public int States => Result.Rows;

    /// <summary>Stored patterns.</summary>
    public required int Stored { get; init; }

    /// <summary>Columns of the result.</summary>
    public int Columns => Result.Columns;

    /// <summary>The result, row by row.</summary>
    public double[] Values => Result.Values;

    /// <summary>The result as a matrix.</summary>
    [JsonIgnore]
    public required Matrix Result { get; init; }
}
