using Hopfield.Sampling;

namespace Studies.Boltzmann;

/// <summary>Means and correlations of an Ising model at a temperature.</summary>
public sealed record GibbsRecord : StudyRecord
{
    /// <summary>Name of the instance.</summary>
    public required string Problem { get; init; }

    /// <summary>T, in units of the energy.</summary>
    public required double Temperature { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Independent copies.</summary>
    public required int Replicas { get; init; }

    /// <summary>Snapshots that were taken before the work ended.</summary>
    public required int Snapshots { get; init; }

    /// <summary>Over all snapshots.</summary>
    public required SampledStatistics Sampled { get; init; }

    /// <summary>By enumeration; null for more than 20 spins.</summary>
    public required SpinStatistics? Exact { get; init; }
}

/// <summary>Statistics of N spins from samples.</summary>
public sealed record SampledStatistics
{
    /// <summary>⟨s_i⟩, N numbers.</summary>
    public required double[] Means { get; init; }

    /// <summary>Standard error of each mean, from the spread over replicas: those are independent, the snapshots of one are not.</summary>
    public required double[] StandardErrors { get; init; }

    /// <summary>⟨s_i s_j⟩, N × N numbers, 1 on the diagonal.</summary>
    public required double[] Correlations { get; init; }

    /// <summary>⟨E⟩.</summary>
    public required double MeanEnergy { get; init; }
}
