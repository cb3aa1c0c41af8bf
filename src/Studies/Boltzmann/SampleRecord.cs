namespace Studies.Boltzmann;

/// <summary>Pictures drawn from a machine.</summary>
public sealed record SampleRecord : StudyRecord
{
    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gibbs sweeps that each picture took.</summary>
    public required int Sweeps { get; init; }

    /// <summary>Pixels per row.</summary>
    public required int Width { get; init; }

    /// <summary>Rows.</summary>
    public required int Height { get; init; }

    /// <summary>Free energy of each picture; the lower, the more likely.</summary>
    public required double[] FreeEnergies { get; init; }

    /// <summary>The pictures, spins ±1 row by row.</summary>
    public required IReadOnlyList<sbyte[]> States { get; init; }
}
