using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>JART VCM v1b, deterministic: a Schottky barrier in series with disc, plug and line. Barrier: thermionic field emission for V
/// &lt; 0 (set), thermionic emission for V &gt; 0 (reset), φ = φ_Bn0 − (q³ z N ψ/(8π² ε_φB³))^¼ with ψ = φ_Bn0 − φ_n − V_S, at least 0.
/// R_disc = l_disc/(z q N µ_n A), R_plug likewise with N_plug, R_line = R_TiOx + R₀ (1 + R₀ α I² R_th,line). State: vacancies N in the
/// disc, dN/dt = −(c a ν₀/l_disc) (e^(−ΔW_min/kT) − e^(−ΔW_max/kT)) F_lim with c = (N_plug + N)/2, ΔW = ΔW_A (√(1 − γ²) ∓ γπ/2 + γ asin γ),
/// γ = z a E/(π ΔW_A), E = V_disc/l_disc (set) or (V_S + V_disc + V_plug)/l_cell (reset), F_lim = 1 − (N_min/N)¹⁰ (reset) or 1 −
/// (N/N_max)¹⁰ (set), T = T₀ + I (V_S + V_disc + V_plug) R_th, times 0.27 when resetting. Negative voltage sets. Range of validity: |V| ≤
/// 1.8 V (our choice; its published loops go to 1.5 V). Source: Bengel et al. 2020, IEEE Trans. Circuits Syst. I 67:4618,
/// doi:10.1109/TCSI.2020.3018502, and the release by RWTH Aachen; defaults as in its public C++ port, whose mistyped permittivity, sign of
/// the second exponential and lost 650 Ω are put right here.</summary>
public sealed record JartVcm : IDeviceModel
{
    /// <summary>Richardson constant A*, A/(m² K²). Default 6.01e5 (release). Range: &gt; 0.</summary>
    public double RichardsonAmperesPerSquareMeterKelvin
    {
        get;
        init => field = Check.Positive(value, nameof(RichardsonAmperesPerSquareMeterKelvin), "A/(m^2 K^2)");
    } = 6.01e5;

    /// <summary>Ambient temperature T₀, K. Default 293 (release). Range: &gt; 0.</summary>
    public double AmbientKelvin { get; init => field = Check.Positive(value, nameof(AmbientKelvin), "K"); } = 293;

    /// <summary>Relative permittivity of the oxide. Default 17 (release). Range: &gt; 0.</summary>
    public double RelativePermittivity { get; init => field = Check.Positive(value, nameof(RelativePermittivity)); } = 17;

    /// <summary>Relative permittivity for the lowering of the barrier. Default 5.5 (release). Range: &gt; 0.</summary>
    public double BarrierPermittivity { get; init => field = Check.Positive(value, nameof(BarrierPermittivity)); } = 5.5;

    /// <summary>Height of the barrier φ_Bn0, eV. Default 0.18 (release). Range: &gt; 0, above φ_n.</summary>
    public double BarrierElectronVolts { get; init => field = Check.Positive(value, nameof(BarrierElectronVolts), "eV"); } = 0.18;

    /// <summary>Conduction band above the Fermi level, φ_n, eV. Default 0.1 (release). Range: &gt; 0.</summary>
    public double FermiElectronVolts { get; init => field = Check.Positive(value, nameof(FermiElectronVolts), "eV"); } = 0.1;

    /// <summary>Electron mobility µ_n, m²/(V s). Default 4e-6 (release). Range: &gt; 0.</summary>
    public double MobilitySquareMetersPerVoltSecond
    {
        get;
        init => field = Check.Positive(value, nameof(MobilitySquareMetersPerVoltSecond), "m^2/(V s)");
    } = 4e-6;

    /// <summary>Most vacancies in the disc, 1/m³. Default 20e26 (release). Range: &gt; 0.</summary>
    public double MostPerCubicMeter { get; init => field = Check.Positive(value, nameof(MostPerCubicMeter), "1/m^3"); } = 20e26;

    /// <summary>Fewest vacancies in the disc, 1/m³. Default 0.008e26 (release). Range: &gt; 0, below the most.</summary>
    public double LeastPerCubicMeter { get; init => field = Check.Positive(value, nameof(LeastPerCubicMeter), "1/m^3"); } = 0.008e26;

    /// <summary>Vacancies in the plug, 1/m³. Default 20e26 (release). Range: &gt; 0.</summary>
    public double PlugPerCubicMeter { get; init => field = Check.Positive(value, nameof(PlugPerCubicMeter), "1/m^3"); } = 20e26;

    /// <summary>Hopping distance a, m. Default 0.25 nm (release). Range: &gt; 0.</summary>
    public double HopMeters { get; init => field = Check.Positive(value, nameof(HopMeters), "m"); } = 0.25e-9;

    /// <summary>Attempt frequency ν₀, Hz. Default 2e13 (release). Range: &gt; 0.</summary>
    public double AttemptHertz { get; init => field = Check.Positive(value, nameof(AttemptHertz), "Hz"); } = 2e13;

    /// <summary>Activation energy ΔW_A, eV. Default 1.35 (release). Range: &gt; 0.</summary>
    public double ActivationElectronVolts { get; init => field = Check.Positive(value, nameof(ActivationElectronVolts), "eV"); } = 1.35;

    /// <summary>Thermal resistance, K/W. Default 15.72e6 (release). Range: ≥ 0.</summary>
    public double ThermalKelvinPerWatt { get; init => field = Check.NotNegative(value, nameof(ThermalKelvinPerWatt), "K/W"); } = 15.72e6;

    /// <summary>Factor on the thermal resistance when resetting. Default 0.27 (release). Range: ≥ 0.</summary>
    public double ResetThermalFactor { get; init => field = Check.NotNegative(value, nameof(ResetThermalFactor)); } = 0.27;

    /// <summary>Radius of the filament, m. Default 45 nm (release). Range: &gt; 0.</summary>
    public double RadiusMeters { get; init => field = Check.Positive(value, nameof(RadiusMeters), "m"); } = 45e-9;

    /// <summary>Length of disc and plug, m. Default 3 nm (release). Range: &gt; 0, above that of the disc.</summary>
    public double CellMeters { get; init => field = Check.Positive(value, nameof(CellMeters), "m"); } = 3e-9;

    /// <summary>Length of the disc, m. Default 0.4 nm (release). Range: &gt; 0.</summary>
    public double DiscMeters { get; init => field = Check.Positive(value, nameof(DiscMeters), "m"); } = 0.4e-9;

    /// <summary>Resistance of the titanium oxide layer, Ω. Default 650 (release). Range: ≥ 0.</summary>
    public double OxideOhms { get; init => field = Check.NotNegative(value, nameof(OxideOhms), "ohm"); } = 650;

    /// <summary>Resistance R₀ of the line at T₀, Ω. Default 719.24 (release). Range: &gt; 0.</summary>
    public double LineOhms { get; init => field = Check.Positive(value, nameof(LineOhms), "ohm"); } = 719.24;

    /// <summary>Thermal resistance of the line, K/W. Default 90471.47 (release). Range: ≥ 0.</summary>
    public double LineKelvinPerWatt { get; init => field = Check.NotNegative(value, nameof(LineKelvinPerWatt), "K/W"); } = 90471.47;

    /// <summary>Temperature coefficient α of the line, 1/K. Default 3.92e-3 (release). Range: ≥ 0.</summary>
    public double LinePerKelvin { get; init => field = Check.NotNegative(value, nameof(LinePerKelvin), "1/K"); } = 3.92e-3;

    /// <summary>Vacancies in the disc of a fresh cell, 1/m³. Default 0.008e26 (release: reset). Range: least … most.</summary>
    public double StartPerCubicMeter { get; init => field = Check.Positive(value, nameof(StartPerCubicMeter), "1/m^3"); } = 0.008e26;

    public string Name => "jart-vcm-1b";
    public string Summary => "HfOx valence change cell: Schottky barrier, ion hopping with field and heat.";
    public string Source => "Bengel et al. 2020, IEEE TCAS-I 67:4618, doi:10.1109/TCSI.2020.3018502";
    public string NotModelled => "the variability of the release (radius, length), thermal time constant, retention";

    public IReadOnlyList<DeviceState> States => LeastPerCubicMeter < MostPerCubicMeter
        ? [new("disc vacancies", "1/m^3", LeastPerCubicMeter, MostPerCubicMeter, StartPerCubicMeter)]
        : throw new ArgumentException($"LeastPerCubicMeter ({LeastPerCubicMeter}) must be below MostPerCubicMeter ({MostPerCubicMeter}).");

    public double LargestVolts => 1.8;
    public int SetPolarity => -1;
    public DeviceSweep Sweep => new(1.5, 6);
    public ProgrammingPulses? Pulses => new(-0.6, 0.6, 1e-6, 0.01, 1.6);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens) =>
        CellLoop.Currents(new JartCell(this), volts, states, amperes, siemens);

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates) =>
        CellLoop.Rates(new JartCell(this), volts, states, rates);
}
