namespace Plots;

/// <summary>Small gray pictures side by side: patterns, cues, what was recalled.</summary>
public sealed record ImageStrip : Figure
{
    /// <summary>The pictures, left to right, then downwards.</summary>
    public required IReadOnlyList<StripImage> Images { get; init; }

    /// <summary>Pictures per row, at least 1. Default 8 (our choice).</summary>
    public int PerRow
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(PerRow), value, "PerRow must be at least 1.");
    } = 8;

    // The number tells pictures with one caption apart.
    private protected override CsvTable Table()
    {
        var table = new CsvTable("picture", "caption", "row", "column", "value");
        for (int k = 0; k < Images.Count; k++)
            for (int i = 0; i < Images[k].Values.Count; i++)
                table.Add(CsvTable.Number(k), Images[k].Caption, CsvTable.Number(i / Images[k].Columns),
                    CsvTable.Number(i % Images[k].Columns), CsvTable.Number(Images[k].Values[i]));
        return table;
    }
}

/// <summary>One picture of an <see cref="ImageStrip"/>.</summary>
public sealed record StripImage
{
    /// <summary>Takes the pixels.</summary>
    /// <param name="caption">Text below it.</param>
    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="columns">Columns, at least 1.</param>
    /// <param name="values">Rows × columns gray values from −1 (white: paper) to +1 (black: ink), row-major; values beyond are
    /// clamped.</param>
    /// <exception cref="ArgumentException">The number of values is not rows × columns.</exception>
    public StripImage(string caption, int rows, int columns, IReadOnlyList<double> values)
    {
        if (rows < 1 || columns < 1 || values.Count != (long)rows * columns)
            throw new ArgumentException($"A {rows} × {columns} picture cannot have {values.Count} values.", nameof(values));
        (Caption, Rows, Columns, Values) = (caption, rows, columns, values);
    }

    /// <summary>Text below it.</summary>
    public string Caption { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Gray values, row-major.</summary>
    public IReadOnlyList<double> Values { get; }
}
