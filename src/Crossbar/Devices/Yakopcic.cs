using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>Yakopcic's generic device: I = a₁ x sinh(bV) for V ≥ 0, a₂ x sinh(bV) below; dx/dt = g(V) f(x) with g = A_p (e^V − e^V_p) above
/// V_p, −A_n (e^−V − e^V_n) below −V_n, else 0. While g &gt; 0, f = 1 below x_p, then e^−α_p(x − x_p) w_p with w_p = (x_p − x)/(1 − x_p) +
/// 1; while g &lt; 0, f = 1 above 1 − x_n, then e^α_n(x + x_n − 1) x/(1 − x_n). Range of validity: |V| ≤ 3 V (our choice). Source:
/// Yakopcic, Taha, Subramanyam, Pino and Rogers 2011, IEEE Electron Device Lett. 32:1436, doi:10.1109/LED.2011.2163292, eqs. 1–6 (η = 1);
/// default values of the public Xyce and Knowm netlists.</summary>
public sealed record Yakopcic : IDeviceModel
{
    /// <summary>Amplitude a₁ at positive voltage, A. Default 0.17 (Xyce). Range: &gt; 0.</summary>
    public double PositiveAmperes { get; init => field = Check.Positive(value, nameof(PositiveAmperes), "A"); } = 0.17;

    /// <summary>Amplitude a₂ at negative voltage, A. Default 0.17 (Xyce). Range: &gt; 0.</summary>
    public double NegativeAmperes { get; init => field = Check.Positive(value, nameof(NegativeAmperes), "A"); } = 0.17;

    /// <summary>Nonlinearity b, 1/V. Default 0.05 (Xyce). Range: &gt; 0.</summary>
    public double NonlinearityPerVolt { get; init => field = Check.Positive(value, nameof(NonlinearityPerVolt), "1/V"); } = 0.05;

    /// <summary>Positive threshold V_p, V. Default 0.16 (Xyce). Range: ≥ 0.</summary>
    public double PositiveVolts { get; init => field = Check.NotNegative(value, nameof(PositiveVolts), "V"); } = 0.16;

    /// <summary>Size of the negative threshold V_n, V. Default 0.15 (Xyce). Range: ≥ 0.</summary>
    public double NegativeVolts { get; init => field = Check.NotNegative(value, nameof(NegativeVolts), "V"); } = 0.15;

    /// <summary>Speed A_p, 1/s. Default 4000 (Xyce). Range: &gt; 0.</summary>
    public double PositivePerSecond { get; init => field = Check.Positive(value, nameof(PositivePerSecond), "1/s"); } = 4000;

    /// <summary>Speed A_n, 1/s. Default 4000 (Xyce). Range: &gt; 0.</summary>
    public double NegativePerSecond { get; init => field = Check.Positive(value, nameof(NegativePerSecond), "1/s"); } = 4000;

    /// <summary>Where the upward motion begins to slow, x_p. Default 0.3 (Xyce). Range: 0 … 0.999.</summary>
    public double PositiveKneeFraction { get; init => field = Check.InRange(value, 0, 0.999, nameof(PositiveKneeFraction)); } = 0.3;

    /// <summary>One minus where the downward motion begins to slow, x_n. Default 0.5 (Xyce). Range: 0 … 0.999.</summary>
    public double NegativeKneeFraction { get; init => field = Check.InRange(value, 0, 0.999, nameof(NegativeKneeFraction)); } = 0.5;

    /// <summary>How fast the upward motion slows, α_p. Default 1 (Xyce). Range: ≥ 0.</summary>
    public double PositiveDecay { get; init => field = Check.NotNegative(value, nameof(PositiveDecay)); } = 1;

    /// <summary>How fast the downward motion slows, α_n. Default 5 (Xyce). Range: ≥ 0.</summary>
    public double NegativeDecay { get; init => field = Check.NotNegative(value, nameof(NegativeDecay)); } = 5;

    /// <summary>State of a fresh cell. Default 0.11 (Xyce). Range: 0 … 1.</summary>
    public double StartFraction { get; init => field = Check.InRange(value, 0, 1, nameof(StartFraction)); } = 0.11;

    public string Name => "yakopcic";
    public string Summary => "Generic device with sinh conduction, exponential kinetics above two thresholds, one-sided windows.";
    public string Source => "Yakopcic, Taha, Subramanyam, Pino, Rogers 2011, IEEE EDL 32:1436, doi:10.1109/LED.2011.2163292";
    public string NotModelled => "temperature, retention, random telegraph noise (Xyce adds it to this model)";
    public IReadOnlyList<DeviceState> States => [new("state", "", 0, 1, StartFraction)];
    public double LargestVolts => 3;
    public int SetPolarity => 1;
    public DeviceSweep Sweep => new(0.5, 0.01);
    public ProgrammingPulses? Pulses => new(0.25, -0.25, 1e-5, 0.01, 1);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens) =>
        CellLoop.Currents(new Cell(this), volts, states, amperes, siemens);

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates) =>
        CellLoop.Rates(new Cell(this), volts, states, rates);

    private readonly struct Cell(Yakopcic device) : IOneStateCell
    {
        private readonly double _a1 = device.PositiveAmperes, _a2 = device.NegativeAmperes, _b = device.NonlinearityPerVolt;
        private readonly double _vp = device.PositiveVolts, _vn = device.NegativeVolts;
        private readonly double _expVp = Math.Exp(device.PositiveVolts), _expVn = Math.Exp(device.NegativeVolts);
        private readonly double _ap = device.PositivePerSecond, _an = device.NegativePerSecond;
        private readonly double _xp = device.PositiveKneeFraction, _xn = device.NegativeKneeFraction;
        private readonly double _alphaP = device.PositiveDecay, _alphaN = device.NegativeDecay;

        public double Current(double volts, double state, out double siemens)
        {
            double amplitude = (volts >= 0 ? _a1 : _a2) * state;
            siemens = amplitude * _b * Math.Cosh(_b * volts);
            return amplitude * Math.Sinh(_b * volts);
        }

        public double Rate(double volts, double state)
        {
            if (volts > _vp)
            {
                double up = _ap * (Math.Exp(volts) - _expVp);
                return state < _xp ? up : up * Math.Exp(-_alphaP * (state - _xp)) * ((_xp - state) / (1 - _xp) + 1);
            }
            if (!(volts < -_vn)) return 0;
            double down = -_an * (Math.Exp(-volts) - _expVn);
            return state > 1 - _xn ? down : down * Math.Exp(_alphaN * (state + _xn - 1)) * state / (1 - _xn);
        }
    }
}
