using Hopfield.Numerics;

namespace Crossbar.Planning;

/// <summary>
/// Resistivity of a narrow wire: grain boundaries (Mayadas and Shatzkes 1970, Phys. Rev. B 1, 1382) plus surfaces (Fuchs and
/// Sondheimer, for wires as in Steinhögl et al. 2002, Phys. Rev. B 66, 075414):
/// <code>
/// ρ = ρ₀ [ 1/(1 − 3α/2 + 3α² − 3α³ ln(1 + 1/α)) + (3/8) · 1.2 (1 − p) λ (1/w + 1/h) ],   α = (λ/d) R/(1 − R),   d = w (grains as wide as
/// the wire).
/// </code>
/// The defaults R and p are a least-squares fit to NeuroSim V1.4's tabulated resistivities (Param.cpp), which they meet within 1.1 % from
/// 8 to 175 nm; other data want other values (p = 0.52 and R = 0.43 for Cu films: Sun et al. 2010, Phys. Rev. B 81, 155454).
/// Not modelled: temperature, line-edge roughness, grain size apart from the width.
/// </summary>
internal sealed record CopperResistivity
{
    /// <summary>Resistivity ρ₀ of the bulk, Ω·m. Default 1.72e-8 (copper at room temperature). Range: &gt; 0.</summary>
    public double BulkOhmMetres { get; init => field = Check.Positive(value, nameof(BulkOhmMetres), "ohm metre"); } = 1.72e-8;

    /// <summary>Mean free path λ of electrons in the bulk, m. Default 39 nm (copper at room temperature). Range: &gt; 0.</summary>
    public double MeanFreePathMetres { get; init => field = Check.Positive(value, nameof(MeanFreePathMetres), "m"); } = 39e-9;

    /// <summary>Reflection coefficient R of a grain boundary. Default 0.349 (fit, see above). Range: 0 (none) to below 1.</summary>
    public double GrainReflection { get; init => field = Check.InRange(value, 0, 0.99, nameof(GrainReflection)); } = 0.349;

    /// <summary>Specularity p of the surfaces. Default 1 (fit, see above). Range: 0 (diffuse) to 1 (mirror).</summary>
    public double Specularity { get; init => field = Check.InRange(value, 0, 1, nameof(Specularity)); } = 1;

    /// <summary>Resistivity of a wire of that width and height, Ω·m.</summary>
    public double OhmMetres(double widthMetres, double heightMetres)
    {
        Check.Positive(widthMetres, nameof(widthMetres), "m");
        Check.Positive(heightMetres, nameof(heightMetres), "m");
        double alpha = MeanFreePathMetres / widthMetres * GrainReflection / (1 - GrainReflection);
        double grains = alpha == 0 ? 1 : 1 / (1 - 1.5 * alpha + 3 * alpha * alpha - 3 * Math.Pow(alpha, 3) * double.LogP1(1 / alpha));
        double surfaces = 3.0 / 8 * 1.2 * (1 - Specularity) * MeanFreePathMetres * (1 / widthMetres + 1 / heightMetres);
        return BulkOhmMetres * (grains + surfaces);
    }
}
