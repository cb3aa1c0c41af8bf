using System.Text.Json.Serialization;
using Crossbar.Bench;

namespace Studies.Devices;

/// <summary>A fitted device.</summary>
public sealed record DeviceFitRecord : StudyRecord
{
    /// <summary>Name of the device.</summary>
    public string Device => Fit.Device.Name;

    /// <summary>Where its equations come from.</summary>
    public string Source => Fit.Device.Source;

    /// <summary>Path of the measurement.</summary>
    public required string Data { get; init; }

    /// <summary>What was fitted; no error where the data do not determine it.</summary>
    public IReadOnlyList<FittedParameter> Parameters => Fit.Parameters;

    /// <summary>Root mean square of the residuals, A.</summary>
    public double RootMeanSquareAmperes => Fit.RootMeanSquareAmperes;

    /// <summary>The same over the root mean square of the measured current; null where that is 0.</summary>
    public double? RelativeResidual =>
        Measured.RootMeanSquareAmperes is > 0 and var scale ? Fit.RootMeanSquareAmperes / scale : null;

    /// <summary>Steps of the least squares.</summary>
    public int Iterations => Fit.Iterations;

    /// <summary>True when no further step lowered the sum of squares noticeably.</summary>
    public bool Converged => Fit.Converged;

    /// <summary>The fit with the current of the fitted device.</summary>
    [JsonIgnore]
    public required DeviceFitResult Fit { get; init; }

    /// <summary>The measurement.</summary>
    [JsonIgnore]
    public required DeviceMeasurement Measured { get; init; }
}
