using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>TEAM, a current-controlled device with thresholds: R = R_on + (R_off − R_on) x / D; dx/dt = k_off (i/i_off − 1)^α_off f_off for
/// i &gt; i_off, k_on (i/i_on − 1)^α_on f_on for i &lt; i_on, else 0; windows f_off = exp(−exp((x − a_off)/w_c)), f_on = exp(−exp(−(x −
/// a_on)/w_c)). Positive current raises x and with it the resistance. Range of validity: |V| ≤ 1 V (our choice). Its fit to the Simmons
/// model (k −4.68e-22 and 1.46e-18 m/s, exponents 10) moves the boundary faster than light at 0.5 V; the defaults are therefore Xyce's
/// device defaults with that fit's currents and window. Source: Kvatinsky, Friedman, Kolodny and Weiser 2013, IEEE Trans. Circuits Syst. I
/// 60:211, doi:10.1109/TCSI.2012.2215714, eqs. 14–19.</summary>
public sealed record Team : IDeviceModel
{
    /// <summary>Resistance at x = 0, Ω. Default 50 (Xyce). Range: &gt; 0.</summary>
    public double OnOhms { get; init => field = Check.Positive(value, nameof(OnOhms), "ohm"); } = 50;

    /// <summary>Resistance at x = D, Ω. Default 1000 (Xyce). Range: &gt; 0.</summary>
    public double OffOhms { get; init => field = Check.Positive(value, nameof(OffOhms), "ohm"); } = 1000;

    /// <summary>Thickness D, m. Default 3 nm (Xyce). Range: &gt; 0.</summary>
    public double ThicknessMeters { get; init => field = Check.Positive(value, nameof(ThicknessMeters), "m"); } = 3e-9;

    /// <summary>k_on, m/s. Default −8e-13 (Xyce). Range: &lt; 0.</summary>
    public double OnMetersPerSecond { get; init => field = -Check.Positive(-value, "-" + nameof(OnMetersPerSecond), "m/s"); } = -8e-13;

    /// <summary>k_off, m/s. Default 8e-13 (Xyce). Range: &gt; 0.</summary>
    public double OffMetersPerSecond { get; init => field = Check.Positive(value, nameof(OffMetersPerSecond), "m/s"); } = 8e-13;

    /// <summary>Exponent α_on. Default 3 (Xyce). Range: 1 … 20.</summary>
    public double OnExponent { get; init => field = Check.InRange(value, 1, 20, nameof(OnExponent)); } = 3;

    /// <summary>Exponent α_off. Default 3 (Xyce). Range: 1 … 20.</summary>
    public double OffExponent { get; init => field = Check.InRange(value, 1, 20, nameof(OffExponent)); } = 3;

    /// <summary>Threshold i_on, A. Default −8.9 µA (source, fit). Range: &lt; 0.</summary>
    public double OnAmperes { get; init => field = -Check.Positive(-value, "-" + nameof(OnAmperes), "A"); } = -8.9e-6;

    /// <summary>Threshold i_off, A. Default 115 µA (source, fit). Range: &gt; 0.</summary>
    public double OffAmperes { get; init => field = Check.Positive(value, nameof(OffAmperes), "A"); } = 115e-6;

    /// <summary>Centre a_on of the on window, m. Default 0 = x_on (source, eq. 19). Range: finite.</summary>
    public double OnWindowMeters { get; init => field = Check.Finite(value, nameof(OnWindowMeters), "m"); }

    /// <summary>Centre a_off of the off window, m. Default 3 nm = x_off (source, eq. 18). Range: finite.</summary>
    public double OffWindowMeters { get; init => field = Check.Finite(value, nameof(OffWindowMeters), "m"); } = 3e-9;

    /// <summary>Width w_c of the windows, m. Default 107 pm (source, fit). Range: &gt; 0.</summary>
    public double WindowWidthMeters { get; init => field = Check.Positive(value, nameof(WindowWidthMeters), "m"); } = 107e-12;

    /// <summary>x / D of a fresh cell. Default 0.5 (our choice). Range: 0 … 1.</summary>
    public double StartFraction { get; init => field = Check.InRange(value, 0, 1, nameof(StartFraction)); } = 0.5;

    public string Name => "team";
    public string Summary => "Current-controlled generic device with two thresholds, power-law kinetics and double-exponential windows.";
    public string Source => "Kvatinsky, Friedman, Kolodny, Weiser 2013, IEEE TCAS-I 60:211, doi:10.1109/TCSI.2012.2215714";
    public string NotModelled => "temperature, retention, the exponential variant of the current law";
    public IReadOnlyList<DeviceState> States => [new("position", "m", 0, ThicknessMeters, StartFraction * ThicknessMeters)];
    public double LargestVolts => 1;
    public int SetPolarity => -1;
    public DeviceSweep Sweep => new(0.5, 0.1);
    public ProgrammingPulses? Pulses => new(-0.1, 0.2, 1e-3, 0.01, 0.8);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens) =>
        CellLoop.Currents(new Cell(this), volts, states, amperes, siemens);

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates) =>
        CellLoop.Rates(new Cell(this), volts, states, rates);

    private readonly struct Cell(Team device) : IOneStateCell
    {
        private readonly double _on = device.OnOhms, _change = (device.OffOhms - device.OnOhms) / device.ThicknessMeters;
        private readonly double _kOn = device.OnMetersPerSecond, _kOff = device.OffMetersPerSecond;
        private readonly double _alphaOn = device.OnExponent, _alphaOff = device.OffExponent, _iOn = device.OnAmperes,
            _iOff = device.OffAmperes;
        private readonly double _aOn = device.OnWindowMeters, _aOff = device.OffWindowMeters, _perWidth = 1 / device.WindowWidthMeters;

        public double Current(double volts, double state, out double siemens)
        {
            siemens = 1 / (_on + _change * state);
            return siemens * volts;
        }

        public double Rate(double volts, double state)
        {
            double amperes = volts / (_on + _change * state);
            if (amperes > _iOff) return _kOff * Math.Pow(amperes / _iOff - 1, _alphaOff) * Math.Exp(-Math.Exp((state - _aOff) * _perWidth));
            return amperes < _iOn ? _kOn * Math.Pow(amperes / _iOn - 1, _alphaOn) * Math.Exp(-Math.Exp((_aOn - state) * _perWidth)) : 0;
        }
    }
}
