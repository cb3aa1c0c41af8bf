namespace Plots;

/// <summary>A graph whose nodes belong to classes (colours, a set and its rest), with some edges marked.</summary>
public sealed record VertexClassesFigure : Figure
{
    /// <summary>Class of each node, from 0; −1 for a node that belongs to none and is drawn pale.</summary>
    public required IReadOnlyList<int> Classes { get; init; }

    /// <summary>Pairs of zero-based node numbers.</summary>
    public required IReadOnlyList<(int From, int To)> Edges { get; init; }

    /// <summary>Whether an edge between two classes stands out (a conflict, an edge of a clique).</summary>
    public required Func<int, int, bool> Marks { get; init; }

    /// <summary>Line under the title.</summary>
    public string Note { get; init; } = "";

    /// <summary>Number written at the first node. Default 1, as DIMACS counts.</summary>
    public int FirstNumber { get; init; } = 1;

    /// <inheritdoc/>
    /// <remarks>Of more than 4,000 edges an even sample is drawn.</remarks>
    /// <exception cref="InvalidOperationException">An edge names a node that is not there.</exception>
    public override string ToSvg() => Svg.VertexClassesRenderer.Draw(this);
}
