namespace Studies.Capacity;

/// <summary>Share of stored patterns recalled against their number.</summary>
public sealed record CapacityRecord : StudyRecord
{
    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Fraction of pixels flipped in each cue.</summary>
    public required double Noise { get; init; }

    /// <summary>Overlap from which a pattern counts as recalled.</summary>
    public required double LeastOverlap { get; init; }

    /// <summary>Whether W_ii was kept.</summary>
    public required bool KeepsDiagonal { get; init; }

    /// <summary>Independent sets of patterns.</summary>
    public required int Draws { get; init; }

    /// <summary>Rule by rule within each number of patterns.</summary>
    public required IReadOnlyList<CapacityPoint> Points { get; init; }
}

/// <summary>One point of a capacity curve.</summary>
/// <param name="Rule">Learning rule.</param>
/// <param name="Count">Stored patterns.</param>
/// <param name="Recalled">Mean share recalled, 0 … 1.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
public sealed record CapacityPoint(string Rule, int Count, double Recalled, double Low, double High);
