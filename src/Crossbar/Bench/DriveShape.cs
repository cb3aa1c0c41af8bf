namespace Crossbar.Bench;

/// <summary>Shape of the voltage that drives a device.</summary>
public enum DriveShape
{
    /// <summary><see cref="DeviceBench.Sine"/>.</summary>
    Sine,

    /// <summary><see cref="DeviceBench.Triangle"/>.</summary>
    Triangle,

    /// <summary><see cref="DeviceBench.Pulses"/>.</summary>
    Pulses,
}
