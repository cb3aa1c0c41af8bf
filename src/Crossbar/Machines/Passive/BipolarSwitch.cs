using Hopfield.Numerics;

namespace Crossbar.Machines.Passive;

/// <summary>A non-volatile bipolar switch: it closes above one voltage, opens below the negative of another, and keeps its state
/// between.</summary>
public sealed record BipolarSwitch
{
    private readonly double _set = 0.3, _reset = 0.5, _on = 1e-4, _off = 1e-6;

    /// <summary>Row minus column voltage above which an open cell closes, V. Default 0.3 V (our choice). Range: ≥ 0.</summary>
    public double SetVolts { get => _set; init => _set = Check.NotNegative(value, nameof(SetVolts), "V"); }

    /// <summary>A closed cell opens below the negative of this, V. Default 0.5 V (our choice). Range: ≥ 0.</summary>
    public double ResetVolts { get => _reset; init => _reset = Check.NotNegative(value, nameof(ResetVolts), "V"); }

    /// <summary>Conductance of a closed cell, S. Default 100 µS (our choice). Range: &gt; 0.</summary>
    public double OnSiemens { get => _on; init => _on = Check.Positive(value, nameof(OnSiemens), "S"); }

    /// <summary>Conductance of an open cell, S. Default 1 µS (our choice). Range: &gt; 0, below <see cref="OnSiemens"/>.</summary>
    public double OffSiemens { get => _off; init => _off = Check.Positive(value, nameof(OffSiemens), "S"); }
}
