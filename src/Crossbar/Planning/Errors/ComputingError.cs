namespace Crossbar.Planning.Errors;

/// <summary>How far an array's products are from the exact ones, in units of weight.</summary>
public sealed record ComputingError
{
    /// <summary>Root mean square error over all outputs, inputs and weight matrices, units of weight; the error's mean is not taken
    /// off.</summary>
    public required double RmsWeightUnits { get; init; }

    /// <summary>Standard deviation of that figure over the weight matrices, divided by √(number of them); 0 for one matrix.</summary>
    public required double RmsStandardError { get; init; }

    /// <summary>Largest error that was drawn, units of weight.</summary>
    public required double LargestWeightUnits { get; init; }

    /// <summary>RMS error over the RMS of the exact products.</summary>
    public required double RelativeRms { get; init; }

    /// <summary>The factor that calibration applies, mean over matrices (and outputs); 1 without.</summary>
    public required double Gain { get; init; }

    /// <summary>Power that the drivers deliver, mean over inputs and matrices, W.</summary>
    public required double MeanWatts { get; init; }

    /// <summary>Largest KCL residual of all solutions, A.</summary>
    public required double ResidualAmperes { get; init; }

    /// <summary>True when every solution reached its tolerance.</summary>
    public required bool Converged { get; init; }
}
