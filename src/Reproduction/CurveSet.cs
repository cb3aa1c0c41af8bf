namespace Reproduction;

/// <summary>Curves over one pair of axes: what was measured here beside what was published.</summary>
public sealed record CurveSet
{
    /// <summary>Short lower-case name, unique over all families.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be seen.</summary>
    public required string Title { get; init; }

    /// <summary>What the positions are, with their unit.</summary>
    public required string X { get; init; }

    /// <summary>The positions are best seen on a logarithmic axis.</summary>
    public bool IsXLogarithmic { get; init; }

    /// <summary>What the values are, with their unit.</summary>
    public required string Y { get; init; }

    /// <summary>The curves.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }

    /// <summary>The value of the optimum, in units of Y; null for none.</summary>
    public double? Optimum { get; init; }
}

/// <summary>One curve.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="X">Positions.</param>
/// <param name="Y">Values, as many.</param>
public sealed record Curve(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>True for published points, false for what was measured here.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Curves of the same number are of the same thing; null for a thing of its own.</summary>
    public int? Pair { get; init; }
}
