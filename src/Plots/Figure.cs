namespace Plots;

/// <summary>A figure as data. It can be drawn again at any time, in a file of its own or inside a page (<c>Plots.Export</c>).</summary>
public abstract record Figure
{
    /// <summary>Heading inside the figure; also what a screen reader says for it.</summary>
    public required string Title { get; init; }

    /// <summary>The numbers behind the figure as comma-separated text: one heading row with units (SI, no prefixes), every number with all
    /// its digits, a point as decimal mark on every machine.</summary>
    public string ToCsv() => Table().ToText();

    private protected abstract CsvTable Table();
}
