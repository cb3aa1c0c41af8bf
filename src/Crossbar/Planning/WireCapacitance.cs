using Hopfield.Numerics;

namespace Crossbar.Planning;

/// <summary>
/// Capacitance per length of a wire between two neighbours, over a plane of conductors: Sakurai and Tamaru 1983, IEEE Trans. Electron
/// Devices 30, 183, the middle one of three lines:
/// <code>
/// C/ε = 1.15 w/h + 2.80 (t/h)^0.222 + [0.06 w/h + 1.66 t/h − 0.14 (t/h)^0.222] (s/h)^−1.34
/// </code>
/// w width, t thickness, s spacing to the neighbour, h dielectric below; good to 10 % for 0.3 ≤ w/h ≤ 30, 0.3 ≤ t/h ≤ 30, 0.5 ≤ s/h ≤ 10.
/// Not modelled: the layer above, and that the crossing lines leave gaps.
/// </summary>
internal static class WireCapacitance
{
    private const double VacuumFaradsPerMetre = 8.8541878128e-12; // CODATA 2018

    /// <summary>Capacitance per length, F/m.</summary>
    /// <param name="widthMetres">Width w, m.</param>
    /// <param name="thicknessMetres">Thickness t, m.</param>
    /// <param name="spacingMetres">Distance s to each neighbour, m.</param>
    /// <param name="dielectricMetres">Dielectric h between the wire and the plane, m.</param>
    /// <param name="relativePermittivity">Of the dielectric.</param>
    public static double FaradsPerMetre(
        double widthMetres, double thicknessMetres, double spacingMetres, double dielectricMetres, double relativePermittivity)
    {
        double height = Check.Positive(dielectricMetres, nameof(dielectricMetres), "m");
        double width = Check.Positive(widthMetres, nameof(widthMetres), "m") / height;
        double thickness = Check.Positive(thicknessMetres, nameof(thicknessMetres), "m") / height;
        double spacing = Check.Positive(spacingMetres, nameof(spacingMetres), "m") / height;
        double edge = Math.Pow(thickness, 0.222);
        double coupling = (0.06 * width + 1.66 * thickness - 0.14 * edge) * Math.Pow(spacing, -1.34);
        return Check.Positive(relativePermittivity,
            nameof(relativePermittivity)) * VacuumFaradsPerMetre * (1.15 * width + 2.80 * edge + coupling);
    }
}
