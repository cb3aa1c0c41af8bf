using Hopfield.Numerics;

namespace Crossbar.Arrays;

/// <summary>How exactly, and for how long, an array is solved.</summary>
public sealed record ArraySolverOptions
{
    /// <summary>Stop when the estimated error of every output current is below this fraction of the largest one. Default 1e-10 (our choice:
    /// far below any device error, far above rounding). Outputs that are small differences of large currents are right to the rounding of
    /// those. Range: 1e-14 … 0.1; rounding alone makes 1e-13 on benign arrays.</summary>
    public double OutputTolerance { get; init => field = Check.InRange(value, 1e-14, 0.1, nameof(OutputTolerance)); } = 1e-10;

    /// <summary>Largest number of iterations; a solution that needs more says that it did not converge. Default 5000 (our choice). Range: ≥
    /// 1.</summary>
    public int IterationLimit { get; init => field = Check.AtLeast(value, 1, nameof(IterationLimit)); } = 5000;

    /// <summary>Threads that work on one call; the result does not depend on it. Default 1. Range: ≥ 1.</summary>
    public int Threads { get; init => field = Check.AtLeast(value, 1, nameof(Threads)); } = 1;
}
