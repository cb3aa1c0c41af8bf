using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>Stanford–PKU RRAM: a conducting filament that ends a gap g before the electrode. I = I₀ e^(−g/g₀) sinh(V/V₀); dg/dt = −v₀
/// e^(−E_a/kT) sinh(γ a₀ qV/(t_ox kT)), γ = γ₀ − β (g/1 nm)³, T = T₀ + |V I| R_th; no motion while γ|V|/t_ox is below F_min. That step is
/// given a relative width of 0.2 % (our choice), so that integrators and simulators can pass it. Positive voltage closes the gap. Range of
/// validity: |V| ≤ 2.5 V (our choice; used without its access transistor the cell then carries amperes). Check: 541.8 Ω at g = 0.2 nm and
/// 218.6 kΩ at 1.7 nm, both at 0.1 V. Source: Jiang, Wu, Yu, Yang, Song, Karim, Guan and Wong 2016, IEEE Trans. Electron Devices 63:1884,
/// doi:10.1109/TED.2016.2545412, and the Verilog-A release 1.0.0, whose values are the defaults.</summary>
public sealed record StanfordPku : IDeviceModel
{
    /// <summary>Current scale I₀, A. Default 1 mA (release 1.0.0). Range: &gt; 0.</summary>
    public double CurrentAmperes { get; init => field = Check.Positive(value, nameof(CurrentAmperes), "A"); } = 1e-3;

    /// <summary>Decay length g₀ of the current over the gap, m. Default 0.25 nm (release 1.0.0). Range: &gt; 0.</summary>
    public double DecayMeters { get; init => field = Check.Positive(value, nameof(DecayMeters), "m"); } = 0.25e-9;

    /// <summary>Voltage scale V₀ of the current, V. Default 0.25 (release 1.0.0). Range: &gt; 0.</summary>
    public double ScaleVolts { get; init => field = Check.Positive(value, nameof(ScaleVolts), "V"); } = 0.25;

    /// <summary>Speed v₀, m/s. Default 10 (release 1.0.0). Range: &gt; 0.</summary>
    public double SpeedMetersPerSecond { get; init => field = Check.Positive(value, nameof(SpeedMetersPerSecond), "m/s"); } = 10;

    /// <summary>Activation energy E_a in electronvolts, that is E_a/q in V. Default 0.6 (release 1.0.0). Range: &gt; 0.</summary>
    public double ActivationElectronVolts { get; init => field = Check.Positive(value, nameof(ActivationElectronVolts), "eV"); } = 0.6;

    /// <summary>Atomic spacing a₀, m. Default 0.25 nm (release 1.0.0). Range: &gt; 0.</summary>
    public double SpacingMeters { get; init => field = Check.Positive(value, nameof(SpacingMeters), "m"); } = 0.25e-9;

    /// <summary>Oxide thickness t_ox, m. Default 12 nm (release 1.0.0). Range: &gt; 0.</summary>
    public double OxideMeters { get; init => field = Check.Positive(value, nameof(OxideMeters), "m"); } = 12e-9;

    /// <summary>Local field enhancement γ₀ without gap. Default 16 (release 1.0.0). Range: &gt; 0.</summary>
    public double FieldEnhancement { get; init => field = Check.Positive(value, nameof(FieldEnhancement)); } = 16;

    /// <summary>How γ falls with the gap, β. Default 0.8 (release 1.0.0). Range: ≥ 0.</summary>
    public double EnhancementFall { get; init => field = Check.NotNegative(value, nameof(EnhancementFall)); } = 0.8;

    /// <summary>Smallest field that moves the gap, F_min, V/m. Default 1.4e9 (release 1.0.0). Range: &gt; 0.</summary>
    public double SmallestFieldVoltsPerMeter
    {
        get;
        init => field = Check.Positive(value, nameof(SmallestFieldVoltsPerMeter), "V/m");
    } = 1.4e9;

    /// <summary>Ambient temperature T₀, K. Default 298 (release 1.0.0). Range: &gt; 0.</summary>
    public double AmbientKelvin { get; init => field = Check.Positive(value, nameof(AmbientKelvin), "K"); } = 298;

    /// <summary>Thermal resistance R_th, K/W. Default 2.1e3 (release 1.0.0). Range: ≥ 0.</summary>
    public double ThermalKelvinPerWatt { get; init => field = Check.NotNegative(value, nameof(ThermalKelvinPerWatt), "K/W"); } = 2.1e3;

    /// <summary>Smallest gap, m. Default 0.2 nm (release 1.0.0). Range: ≥ 0, below the largest.</summary>
    public double SmallestGapMeters { get; init => field = Check.NotNegative(value, nameof(SmallestGapMeters), "m"); } = 0.2e-9;

    /// <summary>Largest gap, m. Default 1.7 nm (release 1.0.0). Range: &gt; 0.</summary>
    public double LargestGapMeters { get; init => field = Check.Positive(value, nameof(LargestGapMeters), "m"); } = 1.7e-9;

    /// <summary>Gap of a fresh cell, m. Default 1.7 nm (our choice: reset). Range: smallest … largest.</summary>
    public double StartGapMeters { get; init => field = Check.Positive(value, nameof(StartGapMeters), "m"); } = 1.7e-9;

    public string Name => "stanford-pku";
    public string Summary => "HfOx RRAM: filament with a tunnelling gap, field- and heat-driven.";
    public string Source => "Jiang et al. 2016, IEEE TED 63:1884, doi:10.1109/TED.2016.2545412; Verilog-A release 1.0.0";
    public string NotModelled => "the random part of dg/dt (a noise, kept apart), thermal time constant, retention";

    public IReadOnlyList<DeviceState> States => SmallestGapMeters < LargestGapMeters
        ? [new("gap", "m", SmallestGapMeters, LargestGapMeters, StartGapMeters)]
        : throw new ArgumentException($"SmallestGapMeters ({SmallestGapMeters}) must be below LargestGapMeters ({LargestGapMeters}).");

    public double LargestVolts => 2.5;
    public int SetPolarity => 1;
    public DeviceSweep Sweep => new(1.6, 1e-3);
    public ProgrammingPulses? Pulses => new(1.1, -1.1, 20e-9, 0.02, 2.2);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens) =>
        CellLoop.Currents(new Cell(this), volts, states, amperes, siemens);

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates) =>
        CellLoop.Rates(new Cell(this), volts, states, rates);

    private readonly struct Cell(StanfordPku device) : IOneStateCell
    {
        private const double StepWidth = 2e-3;
        private readonly double _i0 = device.CurrentAmperes, _perG0 = 1 / device.DecayMeters, _perV0 = 1 / device.ScaleVolts;
        private readonly double _speed = device.SpeedMetersPerSecond, _activation = device.ActivationElectronVolts;
        private readonly double _gamma0 = device.FieldEnhancement, _beta = device.EnhancementFall * 1e27;
        private readonly double _spacing = device.SpacingMeters / device.OxideMeters,
            _field = device.SmallestFieldVoltsPerMeter * device.OxideMeters;
        private readonly double _ambient = device.AmbientKelvin, _rth = device.ThermalKelvinPerWatt;

        public double Current(double volts, double state, out double siemens)
        {
            double amplitude = _i0 * Math.Exp(-state * _perG0);
            siemens = amplitude * _perV0 * Math.Cosh(volts * _perV0);
            return amplitude * Math.Sinh(volts * _perV0);
        }

        public double Rate(double volts, double state)
        {
            double gamma = _gamma0 - _beta * state * state * state;
            double excess = (gamma * Math.Abs(volts) / _field - 1) / StepWidth;
            if (!(excess > -30)) return 0; // less than 1e-13 of the step
            double heat = Math.Abs(volts * Current(volts, state, out _)) * _rth;
            double thermalVolts = PhysicalConstants.BoltzmannVoltsPerKelvin * (_ambient + heat);
            return -_speed * Math.Exp(-_activation / thermalVolts) * Math.Sinh(gamma * _spacing * volts / thermalVolts) / (1
                + Math.Exp(-excess));
        }
    }
}
