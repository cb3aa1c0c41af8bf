using Hopfield.Numerics;

namespace Crossbar.Layout;

/// <summary>
/// A wire's cross-section and material. Resistance per length is ρ / ((w − 2b)(h − b)): width w, height h = aspect ratio · w, and a
/// diffusion barrier b that does not conduct on both sides and below.
/// </summary>
public sealed record Metal
{
    private readonly double? _resistivityOhmMetres;
    private readonly double _widthMetres, _aspectRatio, _barrierMetres, _faradsPerMetre = 0.2e-9;

    /// <summary>Width w of the wire with its barrier, m. Range: &gt; 0.</summary>
    public required double WidthMetres { get => _widthMetres; init => _widthMetres = Check.Positive(value, nameof(WidthMetres), "m"); }

    /// <summary>Height over width. Range: &gt; 0.</summary>
    public required double AspectRatio { get => _aspectRatio; init => _aspectRatio = Check.Positive(value, nameof(AspectRatio)); }

    /// <summary>Barrier thickness b, m. Default 0 (our choice: the tabulated resistivities are for the whole width). Range: ≥ 0, &lt; w/2, &lt; h.</summary>
    public double BarrierMetres { get => _barrierMetres; init => _barrierMetres = Check.NotNegative(value, nameof(BarrierMetres), "m"); }

    /// <summary>Resistivity, Ω·m; null takes <see cref="CopperResistivity"/> at the width that conducts. Range: &gt; 0.</summary>
    public double? ResistivityOhmMetres
    {
        get => _resistivityOhmMetres;
        init => _resistivityOhmMetres = value is { } given ? Check.Positive(given, nameof(ResistivityOhmMetres), "ohm metre") : null;
    }

    /// <summary>Capacitance to everything round the wire, F/m. Default 0.2 fF/µm (NeuroSim V1.4, Bus.cpp and Buffer.cpp). Range: ≥ 0.</summary>
    public double FaradsPerMetre { get => _faradsPerMetre; init => _faradsPerMetre = Check.NotNegative(value, nameof(FaradsPerMetre), "F/m"); }

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
