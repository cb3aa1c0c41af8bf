using Crossbar.Devices;

namespace Crossbar.Bench;

/// <summary>A fitted device.</summary>
/// <param name="Device">The device with the fitted parameters.</param>
/// <param name="Parameters">What was fitted.</param>
/// <param name="RootMeanSquareAmperes">Root mean square of the residuals, A.</param>
/// <param name="Iterations">Steps of the least squares.</param>
/// <param name="Converged">True when no further step lowered the sum of squares noticeably.</param>
/// <param name="Amperes">Current of the fitted device at the data's times, A.</param>
public sealed record DeviceFitResult(
    IDeviceModel Device, IReadOnlyList<FittedParameter> Parameters, double RootMeanSquareAmperes, int Iterations, bool Converged,
        double[] Amperes);

/// <summary>One fitted parameter, in its own unit.</summary>
/// <param name="Name">Property name.</param>
/// <param name="Start">Where the fit began.</param>
/// <param name="Value">What it found.</param>
/// <param name="StandardError">One standard deviation; infinite where the data do not determine it.</param>
/// <param name="IsAtBound">True when a bound holds it: its error then means little.</param>
public sealed record FittedParameter(string Name, double Start, double Value, double StandardError, bool IsAtBound);
