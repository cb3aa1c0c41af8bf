namespace Plots;

/// <summary>Upright bars over named categories, one per group, the groups side by side: machines compared problem by problem.</summary>
public sealed record BarFigure : Figure
{
    /// <summary>What the bars stand on, from left to right.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Name of the horizontal axis; empty for none.</summary>
    public string CategoryName { get; init; } = "";

    /// <summary>The measured quantity.</summary>
    public required Axis Y { get; init; }

    /// <summary>One bar per category each; at least one group.</summary>
    public required IReadOnlyList<BarGroup> Groups { get; init; }

    /// <summary>A dashed horizontal line to compare with; null for none.</summary>
    public ReferenceLine? Reference { get; init; }

    private protected override CsvTable Table()
    {
        var table = new CsvTable(CategoryName.Length > 0 ? CategoryName : "category", "group", Y.Column, "low", "high");
        foreach (var group in Groups)
            for (int i = 0; i < group.Values.Count; i++)
                table.Add(Categories[i], group.Name, CsvTable.Number(group.Values[i]), End(group.Low, i), End(group.High, i));
        return table.AddReference(Reference, 2);
    }

    private static string End(IReadOnlyList<double>? ends, int i) => ends is null ? "" : CsvTable.Number(ends[i]);
}

/// <summary>The bars of one group of a <see cref="BarFigure"/>.</summary>
/// <param name="Name">Legend entry.</param>
/// <param name="Values">Heights, one per category; NaN for a bar that is missing.</param>
public sealed record BarGroup(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Lower ends of the error bars, absolute, one per category; null for none.</summary>
    public IReadOnlyList<double>? Low { get; init; }

    /// <summary>Upper ends of the error bars, absolute, one per category; null for none.</summary>
    public IReadOnlyList<double>? High { get; init; }
}
