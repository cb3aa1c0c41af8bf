namespace Plots;

/// <summary>A closed tour through cities.</summary>
public sealed record TourFigure : Figure
{
    /// <summary>Zero-based cities in the order of the visit, each once; the way back to the first is drawn too.</summary>
    public required IReadOnlyList<int> Tour { get; init; }

    /// <summary>Places of the cities, any scale, y upwards; null (only distances are known) puts them on a circle in tour order.</summary>
    public IReadOnlyList<(double X, double Y)>? Coordinates { get; init; }

    /// <summary>Names of the cities; null numbers them from 1, as TSPLIB does.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Second line, as in "length 3323, optimum 3323".</summary>
    public string Note { get; init; } = "";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The tour is not a permutation of the cities, or the coordinates or names are not as
    /// many.</exception>
    public override string ToSvg() => Svg.TourRenderer.Draw(this);
}
