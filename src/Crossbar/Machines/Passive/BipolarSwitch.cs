using Hopfield.Numerics;

namespace Crossbar.Machines.Passive;

/// <summary>A non-volatile bipolar switch: it closes above one voltage, opens below the negative of another, and keeps its state
/// between.</summary>
public sealed record BipolarSwitch
{
    /// <summary>Row minus column voltage above which an open cell closes, V. Default 0.3 V (our choice). Range: ≥ 0.</summary>
    public double SetVolts { get; init => field = Check.NotNegative(value, nameof(SetVolts), "V"); } = 0.3;

    /// <summary>A closed cell opens below the negative of this, V. Default 0.5 V (our choice). Range: ≥ 0.</summary>
    public double ResetVolts { get; init => field = Check.NotNegative(value, nameof(ResetVolts), "V"); } = 0.5;

    /// <summary>Conductance of a closed cell, S. Default 100 µS (our choice). Range: &gt; 0.</summary>
    public double OnSiemens { get; init => field = Check.Positive(value, nameof(OnSiemens), "S"); } = 1e-4;

    /// <summary>Conductance of an open cell, S. Default 1 µS (our choice). Range: &gt; 0, below <see cref="OnSiemens"/>.</summary>
    public double OffSiemens { get; init => field = Check.Positive(value, nameof(OffSiemens), "S"); } = 1e-6;
}
