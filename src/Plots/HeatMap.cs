namespace Plots;

/// <summary>A matrix as colours: conductances, weights, node voltages. Row 0 is at the top, as in the array.</summary>
public sealed record HeatMap : Figure
{
    private readonly int _rows = 1, _columns = 1;

    /// <summary>Number of rows, at least 1.</summary>
    public required int Rows { get => _rows; init => _rows = value > 0 ? value : throw TooFew(nameof(Rows), value); }

    /// <summary>Number of columns, at least 1.</summary>
    public required int Columns { get => _columns; init => _columns = value > 0 ? value : throw TooFew(nameof(Columns), value); }

    /// <summary>Rows × Columns numbers, row-major; NaN cells (open, unknown) are shown gray.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The measured quantity, its unit and whether its colours follow the logarithm.</summary>
    public required Axis Scale { get; init; }

    /// <summary>Blue to red round zero, for values of both signs, instead of dark to light.</summary>
    public bool IsDiverging { get; init; }

    /// <summary>Text beside the rows.</summary>
    public string RowName { get; init; } = "row";

    /// <summary>Text below the columns.</summary>
    public string ColumnName { get; init; } = "column";

    private protected override CsvTable Table()
    {
        var table = new CsvTable(RowName, ColumnName, Scale.Column);
        for (int i = 0; i < Values.Count; i++)
            table.Add(CsvTable.Number(i / Columns), CsvTable.Number(i % Columns), CsvTable.Number(Values[i]));
        return table;
    }

    private static ArgumentOutOfRangeException TooFew(string name, int value) =>
        new(name, value, $"{name} must be at least 1, not {value}.");
}
