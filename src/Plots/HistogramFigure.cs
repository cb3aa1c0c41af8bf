namespace Plots;

/// <summary>How often values occur: one bar per bin and group, the groups side by side, so that machines can be compared run by
/// run.</summary>
public sealed record HistogramFigure : Figure
{
    /// <summary>The measured quantity.</summary>
    public required Axis X { get; init; }

    /// <summary>What is counted, below no bar; at least one group.</summary>
    public required IReadOnlyList<HistogramGroup> Groups { get; init; }

    /// <summary>Name of the vertical axis, in the plural: what one count stands for.</summary>
    public string CountName { get; init; } = "runs";

    /// <summary>A dashed vertical line to compare with; null for none.</summary>
    public ReferenceLine? Reference { get; init; }

    /// <summary>Largest number of bins, at least 1. Bins are 1, 2 or 5 times a power of ten wide. Default 24 (our choice).</summary>
    public int AtMostBins
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(AtMostBins), value, "AtMostBins must be at least 1.");
    } = 24;

    private protected override CsvTable Table()
    {
        var table = new CsvTable("group", X.Column);
        foreach (var group in Groups)
            foreach (double value in group.Values) table.Add(group.Name, CsvTable.Number(value));
        return table.AddReference(Reference, 1);
    }
}

/// <summary>The values of one group of a <see cref="HistogramFigure"/>.</summary>
/// <param name="Name">Legend entry.</param>
/// <param name="Values">The values, in any order; those that are not finite are not counted.</param>
public sealed record HistogramGroup(string Name, IReadOnlyList<double> Values);
