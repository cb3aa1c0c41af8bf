using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>VTEAM, a voltage-controlled device with thresholds: R = R_on + (R_off − R_on) x / D; dx/dt = k_off (v/v_off − 1)^α_off for v
/// &gt; v_off, k_on (v/v_on − 1)^α_on for v &lt; v_on, else 0. Positive voltage raises x and with it the resistance. Without window, as its
/// public copies run it: the state stops at 0 and D. Range of validity: |V| ≤ 3 V (our choice). Source: Kvatinsky, Ramadan, Friedman and
/// Kolodny 2015, IEEE Trans. Circuits Syst. II 62:786, doi:10.1109/TCSII.2015.2433536, eqs. 1, 3; default values as in the MemTorch and
/// Technion copies.</summary>
public sealed record Vteam : IDeviceModel
{
    /// <summary>Resistance at x = 0, Ω. Default 50 (MemTorch). Range: &gt; 0.</summary>
    public double OnOhms { get; init => field = Check.Positive(value, nameof(OnOhms), "ohm"); } = 50;

    /// <summary>Resistance at x = D, Ω. Default 1000 (MemTorch). Range: &gt; 0.</summary>
    public double OffOhms { get; init => field = Check.Positive(value, nameof(OffOhms), "ohm"); } = 1000;

    /// <summary>Thickness D, m. Default 3 nm (MemTorch). Range: &gt; 0.</summary>
    public double ThicknessMeters { get; init => field = Check.Positive(value, nameof(ThicknessMeters), "m"); } = 3e-9;

    /// <summary>k_on, m/s. Default −10 (MemTorch). Range: &lt; 0.</summary>
    public double OnMetersPerSecond { get; init => field = -Check.Positive(-value, "-" + nameof(OnMetersPerSecond), "m/s"); } = -10;

    /// <summary>k_off, m/s. Default 5e-4 (MemTorch). Range: &gt; 0.</summary>
    public double OffMetersPerSecond { get; init => field = Check.Positive(value, nameof(OffMetersPerSecond), "m/s"); } = 5e-4;

    /// <summary>Exponent α_on. Default 3 (MemTorch). Range: 1 … 20.</summary>
    public double OnExponent { get; init => field = Check.InRange(value, 1, 20, nameof(OnExponent)); } = 3;

    /// <summary>Exponent α_off. Default 1 (MemTorch). Range: 1 … 20.</summary>
    public double OffExponent { get; init => field = Check.InRange(value, 1, 20, nameof(OffExponent)); } = 1;

    /// <summary>Threshold v_on, V. Default −0.2 (MemTorch). Range: &lt; 0.</summary>
    public double OnVolts { get; init => field = -Check.Positive(-value, "-" + nameof(OnVolts), "V"); } = -0.2;

    /// <summary>Threshold v_off, V. Default 0.02 (MemTorch). Range: &gt; 0.</summary>
    public double OffVolts { get; init => field = Check.Positive(value, nameof(OffVolts), "V"); } = 0.02;

    /// <summary>x / D of a fresh cell. Default 0.5 (our choice). Range: 0 … 1.</summary>
    public double StartFraction { get; init => field = Check.InRange(value, 0, 1, nameof(StartFraction)); } = 0.5;

    public string Name => "vteam";
    public string Summary => "Voltage-controlled generic device with two thresholds and power-law kinetics.";
    public string Source => "Kvatinsky, Ramadan, Friedman, Kolodny 2015, IEEE TCAS-II 62:786, doi:10.1109/TCSII.2015.2433536";
    public string NotModelled => "temperature, retention, nonlinear conduction";
    public IReadOnlyList<DeviceState> States => [new("position", "m", 0, ThicknessMeters, StartFraction * ThicknessMeters)];
    public double LargestVolts => 3;
    public int SetPolarity => -1;
    public DeviceSweep Sweep => new(1, 200e-9);
    public ProgrammingPulses? Pulses => new(-0.22, 0.3, 1e-9, 0.005, 1);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens) =>
        CellLoop.Currents(new Cell(this), volts, states, amperes, siemens);

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates) =>
        CellLoop.Rates(new Cell(this), volts, states, rates);

    private readonly struct Cell(Vteam device) : IOneStateCell
    {
        private readonly double _on = device.OnOhms, _change = (device.OffOhms - device.OnOhms) / device.ThicknessMeters;
        private readonly double _kOn = device.OnMetersPerSecond, _kOff = device.OffMetersPerSecond;
        private readonly double _alphaOn = device.OnExponent, _alphaOff = device.OffExponent, _vOn = device.OnVolts,
            _vOff = device.OffVolts;

        public double Current(double volts, double state, out double siemens)
        {
            siemens = 1 / (_on + _change * state);
            return siemens * volts;
        }

        public double Rate(double volts, double state) =>
            volts > _vOff ? _kOff * Math.Pow(volts / _vOff - 1, _alphaOff)
            : volts < _vOn ? _kOn * Math.Pow(volts / _vOn - 1, _alphaOn) : 0;
    }
}
