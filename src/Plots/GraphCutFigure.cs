namespace Plots;

/// <summary>A graph whose nodes are split in two, with the edges between the two sides standing out.</summary>
public sealed record GraphCutFigure : Figure
{
    /// <summary>Side of each node, +1 or −1.</summary>
    public required IReadOnlyList<sbyte> Sides { get; init; }

    /// <summary>Pairs of zero-based node numbers.</summary>
    public required IReadOnlyList<(int From, int To)> Edges { get; init; }

    /// <summary>Places of the nodes, any scale, y upwards; null puts them on a circle, one side left, the other right.</summary>
    public IReadOnlyList<(double X, double Y)>? Coordinates { get; init; }

    /// <summary>Number written at the first node; files often count from 1. Default 0.</summary>
    public int FirstNumber { get; init; }

    /// <inheritdoc/>
    /// <remarks>Of more than 4,000 edges an even sample is drawn, and the figure says so.</remarks>
    /// <exception cref="InvalidOperationException">An edge names a node that is not there, or there are not as many coordinates as
    /// nodes.</exception>
    public override string ToSvg() => Svg.GraphCutRenderer.Draw(this);
}
