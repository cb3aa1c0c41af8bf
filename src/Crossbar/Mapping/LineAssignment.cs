using Crossbar.Arrays;
using Hopfield.Numerics;

namespace Crossbar.Mapping;

/// <summary>Which line of the array carries which row and column of the matrix that is stored. Lines that carry much current cost the least
/// voltage near a driver or sense node: heavy columns belong near the drivers, heavy rows near the sense nodes. The product is the same in
/// any order; <see cref="Inputs"/> and <see cref="RestoreOutputs"/> do and undo it.</summary>
internal sealed record LineAssignment
{
    private LineAssignment(int[] rowAt, int[] columnAt) => (RowAt, ColumnAt) = (rowAt, columnAt);

    /// <summary>The matrix row that each word line carries.</summary>
    public IReadOnlyList<int> RowAt { get; }

    /// <summary>The matrix column that each bit line carries.</summary>
    public IReadOnlyList<int> ColumnAt { get; }

    /// <summary>Every line in its own place.</summary>
    public static LineAssignment Identity(int rows, int columns) => new([.. Enumerable.Range(0, rows)], [.. Enumerable.Range(0, columns)]);

    /// <summary>Lines by their total conductance: columns from the driven end (or ends), rows from the sensed end.</summary>
    /// <param name="cells">The cells in the order of the matrix.</param>
    /// <param name="rowGroup">Neighbouring rows that stay together: 2 for pairs of rows.</param>
    /// <param name="columnGroup">Neighbouring columns that stay together: 2 for pairs of columns.</param>
    /// <param name="drivenFromBothEnds">Columns are placed from the outside in.</param>
    /// <exception cref="ArgumentException">The lines are not a multiple of their group.</exception>
    public static LineAssignment HeavyLinesNearPorts(ConductanceMatrix cells, int rowGroup = 1, int columnGroup = 1,
        bool drivenFromBothEnds = false)
    {
        double[] rows = new double[cells.Rows], columns = new double[cells.Columns];
        for (int i = 0; i < cells.Rows; i++)
            for (int j = 0; j < cells.Columns; j++)
            {
                rows[i] += cells[i, j];
                columns[j] += cells[i, j];
            }
        var heavyRows = HeaviestFirst(rows, rowGroup, nameof(rowGroup));
        var heavyColumns = HeaviestFirst(columns, columnGroup, nameof(columnGroup));
        heavyRows.Reverse();
        if (drivenFromBothEnds) heavyColumns = OutsideIn(heavyColumns);
        return new([.. heavyRows.SelectMany(g => Enumerable.Range(g * rowGroup, rowGroup))],
            [.. heavyColumns.SelectMany(g => Enumerable.Range(g * columnGroup, columnGroup))]);
    }

    /// <summary>The cells as they are placed.</summary>
    public ConductanceMatrix Apply(ConductanceMatrix cells)
    {
        Check.Length(cells.Rows, RowAt.Count, "rows of cells");
        Check.Length(cells.Columns, ColumnAt.Count, "columns of cells");
        var placed = new double[cells.Siemens.Length];
        for (int i = 0; i < cells.Rows; i++)
            for (int j = 0; j < cells.Columns; j++)
                placed[i * cells.Columns + j] = cells[RowAt[i], ColumnAt[j]];
        return new(cells.Rows, cells.Columns, placed);
    }

    /// <summary>Row voltages of the matrix as word-line voltages.</summary>
    public double[] Inputs(ReadOnlySpan<double> volts)
    {
        Check.Length(volts.Length, RowAt.Count, nameof(volts));
        var placed = new double[volts.Length];
        for (int i = 0; i < placed.Length; i++) placed[i] = volts[RowAt[i]];
        return placed;
    }

    /// <summary>Bit-line currents as column currents of the matrix.</summary>
    public double[] RestoreOutputs(ReadOnlySpan<double> amperes)
    {
        Check.Length(amperes.Length, ColumnAt.Count, nameof(amperes));
        var restored = new double[amperes.Length];
        for (int j = 0; j < restored.Length; j++) restored[ColumnAt[j]] = amperes[j];
        return restored;
    }

    private static List<int> HeaviestFirst(double[] siemens, int group, string name)
    {
        Check.AtLeast(group, 1, name);
        if (siemens.Length % group != 0)
            throw new ArgumentException($"{siemens.Length} lines are not a multiple of {group} ({name}).", name);
        return [.. Enumerable.Range(0, siemens.Length / group).OrderByDescending(g => siemens.AsSpan(g * group, group).ToArray().Sum())];
    }

    private static List<int> OutsideIn(List<int> heaviestFirst)
    {
        var placed = new int[heaviestFirst.Count];
        for (int k = 0; k < placed.Length; k++) placed[k % 2 == 0 ? k / 2 : placed.Length - 1 - k / 2] = heaviestFirst[k];
        return [.. placed];
    }
}
