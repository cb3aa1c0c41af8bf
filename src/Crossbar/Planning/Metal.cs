using Hopfield.Numerics;

namespace Crossbar.Planning;

/// <summary>A wire's cross-section and material. Resistance per length is ρ / ((w − 2b)(h − b)): width w, height h = aspect ratio · w, and
/// a diffusion barrier b that does not conduct on both sides and below.</summary>
public sealed record Metal
{
    /// <summary>Width w of the wire with its barrier, m. Range: &gt; 0.</summary>
    public required double WidthMetres { get; init => field = Check.Positive(value, nameof(WidthMetres), "m"); }

    /// <summary>Height over width. Range: &gt; 0.</summary>
    public required double AspectRatio { get; init => field = Check.Positive(value, nameof(AspectRatio)); }

    /// <summary>Barrier thickness b, m. Default 0 (our choice: the tabulated resistivities are for the whole width). Range: ≥ 0, &lt; w/2,
    /// &lt; h.</summary>
    public double BarrierMetres { get; init => field = Check.NotNegative(value, nameof(BarrierMetres), "m"); }

    /// <summary>Resistivity, Ω·m; null takes <see cref="CopperResistivity"/> at the width that conducts. Range: &gt; 0.</summary>
    public double? ResistivityOhmMetres
    {
        get;
        init => field = value is { } given ? Check.Positive(given, nameof(ResistivityOhmMetres), "ohm metre") : null;
    }

    /// <summary>Capacitance per length, F/m; null takes <see cref="WireCapacitance"/> of the keys below. Range: ≥ 0.</summary>
    public double? FaradsPerMetre
    {
        get;
        init => field = value is { } given ? Check.NotNegative(given, nameof(FaradsPerMetre), "F/m") : null;
    }

    /// <summary>Distance to the neighbouring wires, m; null: as wide as the wire (half the pitch of 2F). Range: &gt; 0.</summary>
    public double? SpacingMetres { get; init => field = value is { } given ? Check.Positive(given, nameof(SpacingMetres), "m") : null; }

    /// <summary>Dielectric between the wires and the crossing lines, m; null: as thick as the wire is wide (our choice). Range: &gt;
    /// 0.</summary>
    public double? DielectricMetres
    {
        get;
        init => field = value is { } given ? Check.Positive(given, nameof(DielectricMetres), "m") : null;
    }

    /// <summary>Relative permittivity of the dielectric. Default 3 (our choice: between dense and porous low-k). Range: &gt; 0.</summary>
    public double RelativePermittivity { get; init => field = Check.Positive(value, nameof(RelativePermittivity)); } = 3;

    /// <summary>Capacitance per length that counts: the one given, or the one computed, F/m.</summary>
    public double CapacitancePerMetre() => FaradsPerMetre ?? WireCapacitance.FaradsPerMetre(
        WidthMetres, AspectRatio * WidthMetres, SpacingMetres ?? WidthMetres, DielectricMetres ?? WidthMetres, RelativePermittivity);

    /// <summary>Resistance per length, Ω/m.</summary>
    /// <exception cref="ArgumentException">The barrier leaves nothing that conducts.</exception>
    public double OhmsPerMetre()
    {
        double width = WidthMetres - 2 * BarrierMetres, height = AspectRatio * WidthMetres - BarrierMetres;
        if (!(width > 0 && height > 0))
            throw new ArgumentException($"BarrierMetres ({BarrierMetres} m) leaves no metal in a wire of {WidthMetres} m.");
        return (ResistivityOhmMetres ?? new CopperResistivity().OhmMetres(width, height)) / (width * height);
    }
}
