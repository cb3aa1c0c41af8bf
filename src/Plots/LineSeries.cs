namespace Plots;

/// <summary>How the points of a series are joined.</summary>
public enum SeriesStyle
{
    /// <summary>Straight lines between the points.</summary>
    Line,

    /// <summary>Each value holds until the next point: energies, clocked states.</summary>
    Step,

    /// <summary>One dot per point, not joined: measurements, runs.</summary>
    Markers,
}

/// <summary>One curve. A NaN or infinite value breaks the line there.</summary>
public sealed record LineSeries
{
    /// <summary>Takes the points.</summary>
    /// <param name="name">Legend entry; null for none (bundles of alike curves).</param>
    /// <param name="x">Positions.</param>
    /// <param name="y">Values, as many.</param>
    /// <param name="style">How they are joined.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public LineSeries(string? name, IReadOnlyList<double> x, IReadOnlyList<double> y, SeriesStyle style = SeriesStyle.Line)
    {
        if (x.Count != y.Count) throw new ArgumentException($"Series '{name}' has {x.Count} positions but {y.Count} values.", nameof(y));
        (Name, X, Y, Style) = (name, x, y, style);
    }

    /// <summary>Legend entry; null for none.</summary>
    public string? Name { get; }

    /// <summary>Positions.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>Values.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>How the points are joined.</summary>
    public SeriesStyle Style { get; }

    /// <summary>Lower ends of the error bars, absolute, one per point; null for none. On a logarithmic axis a bar whose end is not
    /// positive goes down to the frame.</summary>
    /// <exception cref="ArgumentException">The length is not that of the values.</exception>
    public IReadOnlyList<double>? Low { get; init => field = AsMany(value, nameof(Low)); }

    /// <summary>Upper ends of the error bars, absolute, one per point; null for none.</summary>
    /// <exception cref="ArgumentException">The length is not that of the values.</exception>
    public IReadOnlyList<double>? High { get; init => field = AsMany(value, nameof(High)); }

    /// <summary>Colour as an index into the palette, so that alike curves can share one; null takes the series' place in the
    /// figure.</summary>
    public int? Colour { get; init; }

    private IReadOnlyList<double>? AsMany(IReadOnlyList<double>? ends, string name) => ends is null || ends.Count == Y.Count ? ends
        : throw new ArgumentException($"Series '{Name}' has {Y.Count} values but {ends.Count} ends of error bars.", name);
}
