namespace Studies.Phases;

/// <summary>What a network keeps of a world of mixtures, load by load.</summary>
public sealed record PhasesRecord : StudyRecord
{
    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Name of the learning rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Pixels N.</summary>
    public required int Size { get; init; }

    /// <summary>Hidden features D.</summary>
    public required int Features { get; init; }

    /// <summary>Features per pattern L.</summary>
    public required int Active { get; init; }

    /// <summary>Whether coefficients are ±1, or 0 and 1.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>The finished loads, in order.</summary>
    public required IReadOnlyList<PhasePoint> Points { get; init; }
}

/// <summary>Mean overlap, −1 … 1, of the end of the dynamics with its start.</summary>
/// <param name="Load">α = p/N.</param>
/// <param name="Training">Mixtures that were stored.</param>
/// <param name="Feature">The hidden features.</param>
/// <param name="Test">Mixtures that were not stored.</param>
/// <param name="Random">Independent random states.</param>
public sealed record PhasePoint(double Load, double Training, double Feature, double Test, double Random);
