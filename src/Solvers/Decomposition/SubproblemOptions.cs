using Hopfield.Numerics;

namespace Solvers.Decomposition;

/// <summary>How a large model is settled block by block.</summary>
public sealed record SubproblemOptions
{
    /// <summary>Spins of a block: what the machine holds. Default 64 (our choice). Range: ≥ 2.</summary>
    public int BlockSpins { get; init => field = Check.AtLeast(value, 2, nameof(BlockSpins)); } = 64;

    /// <summary>The run ends after so many rounds without a lower energy; a round is as many blocks as hold every spin once. Default 20
    /// (our choice). Range: ≥ 1.</summary>
    public int PatientRounds { get; init => field = Check.AtLeast(value, 1, nameof(PatientRounds)); } = 20;

    /// <summary>The run ends after so many rounds in any case. Default 200 (our choice). Range: ≥ 1.</summary>
    public int MostRounds { get; init => field = Check.AtLeast(value, 1, nameof(MostRounds)); } = 200;
}
