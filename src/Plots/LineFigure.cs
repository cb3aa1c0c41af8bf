namespace Plots;

/// <summary>Curves over one pair of axes: waveforms, energy staircases, sweeps, distributions.</summary>
public sealed record LineFigure : Figure
{
    /// <summary>Horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>Vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>The curves, drawn in this order, coloured in this order.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>Horizontal lines to compare with (an optimum, a threshold).</summary>
    public IReadOnlyList<ReferenceLine> References { get; init; } = [];

    /// <inheritdoc/>
    /// <remarks>Drawn by OxyPlot where the package is, by our own renderer otherwise.</remarks>
    public override string ToSvg() => PlotSupport.Draw(this);
}

/// <summary>What an axis measures.</summary>
/// <param name="Name">Quantity, as in "time".</param>
/// <param name="Unit">SI unit without prefix ("s", "V", "S"), the prefix is chosen to suit the values; empty for pure numbers.</param>
/// <param name="IsLogarithmic">Base-10 scale; values that are not positive are left out.</param>
public sealed record Axis(string Name, string Unit = "", bool IsLogarithmic = false);

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

/// <summary>A dashed horizontal line.</summary>
/// <param name="Value">Its height, in units of the vertical axis.</param>
/// <param name="Label">What it stands for, written above its left end: what settles comes near the line on the right.</param>
public sealed record ReferenceLine(double Value, string Label);

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

    /// <summary>Colour as an index into the palette, so that alike curves can share one; null takes the series' place in the
    /// figure.</summary>
    public int? Colour { get; init; }
}
