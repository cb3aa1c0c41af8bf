using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>A phase-change cell with drift, the simplest that programs, drifts and forgets: amorphous fraction x and relaxation s = ln(1 +
/// age/t₀). I = G_c (1 − x) V + G_a x e^(−νs) V_h sinh(V/V_h), T = T₀ + R_th V I; dx/dt = (1 − x)/(τ_m (1 + e^−(T − T_m)/w)) − (x/τ_c)
/// e^−((T − T_c)/ΔT)², ds/dt = e^(−s)/t₀ − s/(τ_m (1 + e^−(T − T_m)/w)). Left alone, the amorphous part follows G = G_a (1 + t/t₀)^−ν;
/// melting starts its age anew. Both signs of voltage do the same; high pulses reset, middle ones set. Range of validity: |V| ≤ 4 V (our
/// choice). Sources: drift law: Pirovano et al. 2004, IEEE Trans. Electron Devices 51:714, and Ielmini et al. 2009, IEEE Trans. Electron
/// Devices 56:1070; growth that peaks below the melting point: Sebastian, Le Gallo and Krebs 2014, Nat. Commun. 5:4314 (here a Gaussian);
/// melting of GST near 900 K and ν near 0.05: Le Gallo and Sebastian 2020, J. Phys. D 53:213002. The other numbers are our
/// choice.</summary>
public sealed record PhaseChange : IDeviceModel
{
    /// <summary>Conductance when crystalline, S. Default 100 µS (our choice). Range: &gt; 0.</summary>
    public double CrystallineSiemens { get; init => field = Check.Positive(value, nameof(CrystallineSiemens), "S"); } = 1e-4;

    /// <summary>Low-field conductance when fresh and amorphous, S. Default 1 µS (our choice). Range: &gt; 0.</summary>
    public double AmorphousSiemens { get; init => field = Check.Positive(value, nameof(AmorphousSiemens), "S"); } = 1e-6;

    /// <summary>Voltage scale V_h of the amorphous conduction, V. Default 0.4 (our choice). Range: 0.05 … 10.</summary>
    public double ScaleVolts { get; init => field = Check.InRange(value, 0.05, 10, nameof(ScaleVolts), "V"); } = 0.4;

    /// <summary>Drift exponent ν of the amorphous part. Default 0.05 (Le Gallo and Sebastian 2020). Range: 0 … 0.2.</summary>
    public double DriftExponent { get; init => field = Check.InRange(value, 0, 0.2, nameof(DriftExponent)); } = 0.05;

    /// <summary>Age t₀ at which drift begins, s. Default 1 µs (our choice). Range: &gt; 0.</summary>
    public double DriftStartSeconds { get; init => field = Check.Positive(value, nameof(DriftStartSeconds), "s"); } = 1e-6;

    /// <summary>Thermal resistance R_th, K/W. Default 2.5e6 (our choice). Range: &gt; 0.</summary>
    public double ThermalKelvinPerWatt { get; init => field = Check.Positive(value, nameof(ThermalKelvinPerWatt), "K/W"); } = 2.5e6;

    /// <summary>Ambient temperature T₀, K. Default 300 (our choice). Range: &gt; 0.</summary>
    public double AmbientKelvin { get; init => field = Check.Positive(value, nameof(AmbientKelvin), "K"); } = 300;

    /// <summary>Melting temperature T_m, K. Default 900 (GST). Range: &gt; 0.</summary>
    public double MeltingKelvin { get; init => field = Check.Positive(value, nameof(MeltingKelvin), "K"); } = 900;

    /// <summary>Width w of the step at the melting temperature, K. Default 10 (our choice). Range: &gt; 0.</summary>
    public double MeltingWidthKelvin { get; init => field = Check.Positive(value, nameof(MeltingWidthKelvin), "K"); } = 10;

    /// <summary>Time constant τ_m of melting, s. Default 5 ns (our choice). Range: &gt; 0.</summary>
    public double MeltingSeconds { get; init => field = Check.Positive(value, nameof(MeltingSeconds), "s"); } = 5e-9;

    /// <summary>Temperature T_c of fastest growth, K. Default 750 (Sebastian et al. 2014). Range: &gt; 0.</summary>
    public double GrowthKelvin { get; init => field = Check.Positive(value, nameof(GrowthKelvin), "K"); } = 750;

    /// <summary>Width ΔT of the growth peak, K. Default 75 (our choice: the amorphous part lasts for years at 300 K). Range: &gt;
    /// 0.</summary>
    public double GrowthWidthKelvin { get; init => field = Check.Positive(value, nameof(GrowthWidthKelvin), "K"); } = 75;

    /// <summary>Time constant τ_c of growth at its peak, s. Default 50 ns (our choice). Range: &gt; 0.</summary>
    public double GrowthSeconds { get; init => field = Check.Positive(value, nameof(GrowthSeconds), "s"); } = 50e-9;

    /// <summary>Amorphous fraction of a fresh cell. Default 0.5 (our choice). Range: 0 … 1.</summary>
    public double StartFraction { get; init => field = Check.InRange(value, 0, 1, nameof(StartFraction)); } = 0.5;

    public string Name => "phase-change";
    public string Summary => "Phase-change cell: melting, crystal growth and resistance drift of the amorphous part.";

    public string Source =>
        "drift: Pirovano et al. 2004, IEEE TED 51:714; growth: Sebastian et al. 2014, Nat. Commun. 5:4314; composition: ours";

    public string NotModelled => "threshold switching, thermal time constant, nucleation, shape of the amorphous region, 1/f noise";
    public IReadOnlyList<DeviceState> States => [new("amorphous fraction", "", 0, 1, StartFraction), new("relaxation", "", 0, 50, 0)];
    public double LargestVolts => 4;
    public int SetPolarity => 0;
    public DeviceSweep Sweep => new(2.6, 10e-6);
    public ProgrammingPulses? Pulses => new(1, 1.5, 50e-9, 0.02, 3.5);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens)
    {
        int cells = volts.Length;
        for (int c = 0; c < cells; c++)
        {
            double x = states[c], amorphous = AmorphousSiemens * x * Math.Exp(-DriftExponent * states[cells + c]),
                v = volts[c] / ScaleVolts;
            amperes[c] = CrystallineSiemens * (1 - x) * volts[c] + amorphous * ScaleVolts * Math.Sinh(v);
            if (!siemens.IsEmpty) siemens[c] = CrystallineSiemens * (1 - x) + amorphous * Math.Cosh(v);
        }
    }

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates)
    {
        int cells = volts.Length;
        Currents(volts, states, rates[..cells], []);
        for (int c = 0; c < cells; c++)
        {
            double kelvin = AmbientKelvin + ThermalKelvinPerWatt * volts[c] * rates[c], x = states[c], relaxed = states[cells + c];
            double melts = 1 / (MeltingSeconds * (1 + Math.Exp((MeltingKelvin - kelvin) / MeltingWidthKelvin)));
            double away = (kelvin - GrowthKelvin) / GrowthWidthKelvin;
            rates[c] = (1 - x) * melts - x / GrowthSeconds * Math.Exp(-away * away);
            rates[cells + c] = Math.Exp(-relaxed) / DriftStartSeconds - relaxed * melts;
        }
    }
}
