using Crossbar.Bench;
using Crossbar.Devices;
using Hopfield.Numerics;
using Studies.Records;

namespace Studies.Devices;

/// <summary>Parameters of a device fitted to a measured current.</summary>
public sealed record DeviceFitStudy : Study<DeviceFitRecord>
{
    public override string Name => "device fit";
    public override string Summary => "parameters of a memristor model fitted to a measured current";

    /// <summary>The device from whose parameters the fit begins.</summary>
    public required IDeviceModel Device { get; init; }

    /// <summary>CSV file of <see cref="DeviceMeasurement"/>.</summary>
    public required DataFile Data { get; init; }

    /// <summary>What is fitted. Range: at least one parameter.</summary>
    public required IReadOnlyList<VariedParameter> Vary { get; init; }

    public override DeviceFitRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var measured = DeviceMeasurement.Read(Data.Checked());
        var fit = DeviceFit.Run(Device, [.. Vary.Select(parameter => (parameter.Name, parameter.Bounds()))], measured.Seconds,
            measured.Volts, measured.Amperes, cancellation);
        return new() { Options = this, Data = Data.Path, Fit = fit, Measured = measured };
    }
}

/// <summary>A parameter that a fit may change.</summary>
/// <param name="Name">Its name; case does not matter.</param>
/// <param name="Low">Lower bound in its own unit; null with <paramref name="High"/>: a hundredth of the start.</param>
/// <param name="High">Upper bound; null: a hundred times the start.</param>
public sealed record VariedParameter(string Name, double? Low = null, double? High = null)
{
    /// <summary>Both bounds; null where the fit chooses them.</summary>
    /// <exception cref="ArgumentException">The lower one is above the upper one.</exception>
    public Interval? Bounds() => Low is { } low && High is { } high ? new(low, high) : null;
}
