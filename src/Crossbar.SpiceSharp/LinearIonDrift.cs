using Hopfield.Numerics;

namespace Crossbar.Managed;

/// <summary>
/// The linear ion drift memristor: R = R_on x + R_off (1 − x), dx/dt = µ R_on i / D², without a window; x stays in [0, 1]. Current into the
/// plus terminal lowers the resistance. While x is inside, R² = R₀² − 2 k (R_off − R_on) φ with k = µ R_on / D² and φ = ∫ v dt.
/// Not modelled: nonlinear drift, thresholds, retention. Source: Strukov, Snider, Stewart and Williams, Nature 453 (2008) 80,
/// doi:10.1038/nature06932, eqs. 5 and 6; parameter values there are illustrative, and so are these defaults.
/// </summary>
public sealed record LinearIonDrift
{
    private readonly double _onOhms = 100, _offOhms = 16e3, _mobility = 1e-14, _thickness = 10e-9, _initialState = 0.1;

    /// <summary>Resistance when fully doped, Ω. Default 100 (our choice). Range: &gt; 0.</summary>
    public double OnOhms { get => _onOhms; init => _onOhms = Check.Positive(value, nameof(OnOhms), "ohm"); }

    /// <summary>Resistance when undoped, Ω. Default 16 kΩ, 160 times the on resistance as in figure 2b. Range: &gt; 0.</summary>
    public double OffOhms { get => _offOhms; init => _offOhms = Check.Positive(value, nameof(OffOhms), "ohm"); }

    /// <summary>Drift mobility µ, m²/(V s). Default 1e-14 (1e-10 cm²/(V s), as in the source). Range: &gt; 0.</summary>
    public double MobilitySquareMetersPerVoltSecond
    {
        get => _mobility;
        init => _mobility = Check.Positive(value, nameof(MobilitySquareMetersPerVoltSecond), "m^2/(V s)");
    }

    /// <summary>Film thickness D, m. Default 10 nm (as in the source). Range: &gt; 0.</summary>
    public double ThicknessMeters { get => _thickness; init => _thickness = Check.Positive(value, nameof(ThicknessMeters), "m"); }

    /// <summary>Doped fraction x at t = 0. Default 0.1 (our choice). Range: 0 … 1.</summary>
    public double InitialState { get => _initialState; init => _initialState = Check.InRange(value, 0, 1, nameof(InitialState)); }

    /// <summary>k = µ R_on / D²: state per coulomb, 1/C.</summary>
    public double StatePerCoulomb => MobilitySquareMetersPerVoltSecond * OnOhms / (ThicknessMeters * ThicknessMeters);

    /// <summary>Resistance at a state, Ω.</summary>
    public double OhmsAt(double state) => OffOhms + (OnOhms - OffOhms) * state;
}
