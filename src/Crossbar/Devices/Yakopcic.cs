using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>Yakopcic's generic device: I = a₁ x sinh(bV) for V ≥ 0, a₂ x sinh(bV) below; dx/dt = g(V) f(x) with g = A_p (e^V − e^V_p) above
/// V_p, −A_n (e^−V − e^V_n) below −V_n, else 0. While g &gt; 0, f = 1 below x_p, then e^−α_p(x − x_p) w_p with w_p = (x_p − x)/(1 − x_p) +
/// 1; while g &lt; 0, f = 1 above 1 − x_n, then e^α_n(x + x_n − 1) x/(1 − x_n). Range of validity: |V| ≤ 3 V (our choice). Source:
/// Yakopcic, Taha, Subramanyam, Pino and Rogers 2011, IEEE Electron Device Lett. 32:1436, doi:10.1109/LED.2011.2163292, eqs. 1–6 (η = 1);
/// default values of the public Xyce and Knowm netlists.</summary>
public sealed record Yakopcic : IDeviceModel
{
    private readonly double _a1 = 0.17, _a2 = 0.17, _b = 0.05, _vp = 0.16, _vn = 0.15, _ap = 4000, _an = 4000;
    private readonly double _xp = 0.3, _xn = 0.5, _alphaP = 1, _alphaN = 5, _start = 0.11;

    /// <summary>Amplitude a₁ at positive voltage, A. Default 0.17 (Xyce). Range: &gt; 0.</summary>
    public double PositiveAmperes { get => _a1; init => _a1 = Check.Positive(value, nameof(PositiveAmperes), "A"); }

    /// <summary>Amplitude a₂ at negative voltage, A. Default 0.17 (Xyce). Range: &gt; 0.</summary>
    public double NegativeAmperes { get => _a2; init => _a2 = Check.Positive(value, nameof(NegativeAmperes), "A"); }

    /// <summary>Nonlinearity b, 1/V. Default 0.05 (Xyce). Range: &gt; 0.</summary>
    public double NonlinearityPerVolt { get => _b; init => _b = Check.Positive(value, nameof(NonlinearityPerVolt), "1/V"); }

    /// <summary>Positive threshold V_p, V. Default 0.16 (Xyce). Range: ≥ 0.</summary>
    public double PositiveVolts { get => _vp; init => _vp = Check.NotNegative(value, nameof(PositiveVolts), "V"); }

    /// <summary>Size of the negative threshold V_n, V. Default 0.15 (Xyce). Range: ≥ 0.</summary>
    public double NegativeVolts { get => _vn; init => _vn = Check.NotNegative(value, nameof(NegativeVolts), "V"); }

    /// <summary>Speed A_p, 1/s. Default 4000 (Xyce). Range: &gt; 0.</summary>
    public double PositivePerSecond { get => _ap; init => _ap = Check.Positive(value, nameof(PositivePerSecond), "1/s"); }

    /// <summary>Speed A_n, 1/s. Default 4000 (Xyce). Range: &gt; 0.</summary>
    public double NegativePerSecond { get => _an; init => _an = Check.Positive(value, nameof(NegativePerSecond), "1/s"); }

    /// <summary>Where the upward motion begins to slow, x_p. Default 0.3 (Xyce). Range: 0 … 0.999.</summary>
    public double PositiveKneeFraction { get => _xp; init => _xp = Check.InRange(value, 0, 0.999, nameof(PositiveKneeFraction)); }

    /// <summary>One minus where the downward motion begins to slow, x_n. Default 0.5 (Xyce). Range: 0 … 0.999.</summary>
    public double NegativeKneeFraction { get => _xn; init => _xn = Check.InRange(value, 0, 0.999, nameof(NegativeKneeFraction)); }

    /// <summary>How fast the upward motion slows, α_p. Default 1 (Xyce). Range: ≥ 0.</summary>
    public double PositiveDecay { get => _alphaP; init => _alphaP = Check.NotNegative(value, nameof(PositiveDecay)); }

    /// <summary>How fast the downward motion slows, α_n. Default 5 (Xyce). Range: ≥ 0.</summary>
    public double NegativeDecay { get => _alphaN; init => _alphaN = Check.NotNegative(value, nameof(NegativeDecay)); }

    /// <summary>State of a fresh cell. Default 0.11 (Xyce). Range: 0 … 1.</summary>
    public double StartFraction { get => _start; init => _start = Check.InRange(value, 0, 1, nameof(StartFraction)); }

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
