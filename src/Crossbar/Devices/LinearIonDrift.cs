using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>The HP titanium dioxide memristor: I = V / R, R = R_on x + R_off (1 − x), dx/dt = k i f(x), k = µ R_on / D². Positive current
/// raises the doped fraction x. Without window and inside the range R² = R₀² − 2 k (R_off − R_on) φ, with φ = ∫ v dt. Range of validity:
/// |V| ≤ 10 V (our choice: beyond, no oxide film of 10 nm survives). Source: Strukov, Snider, Stewart and Williams 2008, Nature 453:80,
/// doi:10.1038/nature06932, eqs. 5 and 6; windows at <see cref="DriftWindow"/>. Their parameter values are illustrative, and so are
/// these.</summary>
public sealed record LinearIonDrift : IDeviceModel
{
    /// <summary>Resistance when fully doped, Ω. Default 100 (Kvatinsky et al. 2013, fig. 2). Range: &gt; 0.</summary>
    public double OnOhms { get; init => field = Check.Positive(value, nameof(OnOhms), "ohm"); } = 100;

    /// <summary>Resistance when undoped, Ω. Default 16 kΩ, 160 times the on resistance as in the source's figure 2b. Range: &gt;
    /// 0.</summary>
    public double OffOhms { get; init => field = Check.Positive(value, nameof(OffOhms), "ohm"); } = 16e3;

    /// <summary>Drift mobility µ, m²/(V s). Default 1e-14 (1e-10 cm²/(V s), as in the source). Range: &gt; 0.</summary>
    public double MobilitySquareMetersPerVoltSecond
    {
        get;
        init => field = Check.Positive(value, nameof(MobilitySquareMetersPerVoltSecond), "m^2/(V s)");
    } = 1e-14;

    /// <summary>Film thickness D, m. Default 10 nm (as in the source). Range: &gt; 0.</summary>
    public double ThicknessMeters { get; init => field = Check.Positive(value, nameof(ThicknessMeters), "m"); } = 10e-9;

    /// <summary>Doped fraction of a fresh cell. Default 0.1 (our choice). Range: 0 … 1.</summary>
    public double StartFraction { get; init => field = Check.InRange(value, 0, 1, nameof(StartFraction)); } = 0.1;

    /// <summary>What slows the drift near the ends. Default none, as in the source.</summary>
    public DriftWindow Window
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Window), value,
            $"Window must be one of {string.Join(", ", Enum.GetNames<DriftWindow>())}, not {value}.");
    }

    /// <summary>Exponent p of the window. Default 7 (Knowm's published Biolek and Joglekar netlists). Range: 1 … 100.</summary>
    public double WindowExponent { get; init => field = Check.InRange(value, 1, 100, nameof(WindowExponent)); } = 7;

    /// <summary>Scale j of the Prodromakis window. Default 1 (as in its source). Range: &gt; 0.</summary>
    public double WindowScale { get; init => field = Check.Positive(value, nameof(WindowScale)); } = 1;

    public string Name => "linear-ion-drift";
    public string Summary => "HP titanium dioxide: doped and undoped film in series, boundary drifts with the current.";
    public string Source => "Strukov, Snider, Stewart, Williams 2008, Nature 453:80, doi:10.1038/nature06932";
    public string NotModelled => "nonlinear drift, switching thresholds, temperature, retention";
    public IReadOnlyList<DeviceState> States => [new("doped fraction", "", 0, 1, StartFraction)];
    public double LargestVolts => 10;
    public int SetPolarity => 1;
    public DeviceSweep Sweep => new(1, 2);
    public ProgrammingPulses? Pulses => new(1, -1, 5e-3, 0.1, 5);

    /// <summary>k = µ R_on / D²: state per coulomb, 1/C.</summary>
    public double StatePerCoulomb => MobilitySquareMetersPerVoltSecond * OnOhms / (ThicknessMeters * ThicknessMeters);

    /// <summary>Resistance at a state, Ω.</summary>
    public double OhmsAt(double state) => OffOhms + (OnOhms - OffOhms) * state;

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens) =>
        CellLoop.Currents(new Cell(this), volts, states, amperes, siemens);

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates) =>
        CellLoop.Rates(new Cell(this), volts, states, rates);

    private readonly struct Cell(LinearIonDrift device) : IOneStateCell
    {
        private readonly double _off = device.OffOhms, _change = device.OnOhms - device.OffOhms, _k = device.StatePerCoulomb;
        private readonly double _p = device.WindowExponent, _j = device.WindowScale;
        private readonly DriftWindow _window = device.Window;

        public double Current(double volts, double state, out double siemens)
        {
            siemens = 1 / (_off + _change * state);
            return siemens * volts;
        }

        public double Rate(double volts, double state)
        {
            double amperes = volts / (_off + _change * state);
            return _k * amperes * DriftWindows.At(_window, state, amperes, _p, _j);
        }
    }
}
