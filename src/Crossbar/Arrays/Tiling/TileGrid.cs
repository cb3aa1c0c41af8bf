using Hopfield.Numerics;

namespace Crossbar.Arrays.Tiling;

/// <summary>One large array cut into tiles that are arrays of their own, with the wires and terminals of the large one: each tile has its
/// own drivers and sense terminals. Tiles at the far edges are as small as what is left.</summary>
internal sealed class TileGrid
{
    private readonly ArrayCircuit _circuit;

    /// <param name="circuit">The large array.</param>
    /// <param name="tileRows">Word lines of a whole tile, at least 1.</param>
    /// <param name="tileColumns">Bit lines of a whole tile, at least 1.</param>
    internal TileGrid(ArrayCircuit circuit, int tileRows, int tileColumns)
    {
        circuit.WordTerminals.CheckCount(circuit.Cells.Rows, nameof(circuit.WordTerminals));
        circuit.BitTerminals.CheckCount(circuit.Cells.Columns, nameof(circuit.BitTerminals));
        _circuit = circuit;
        RowStarts = Starts(circuit.Cells.Rows, Check.AtLeast(tileRows, 1, nameof(tileRows)));
        ColumnStarts = Starts(circuit.Cells.Columns, Check.AtLeast(tileColumns, 1, nameof(tileColumns)));
    }

    /// <summary>First word line of each tile row, then the number of word lines.</summary>
    internal int[] RowStarts { get; }

    /// <summary>First bit line of each tile column, then the number of bit lines.</summary>
    internal int[] ColumnStarts { get; }

    internal int TilesDown => RowStarts.Length - 1;

    internal int TilesAcross => ColumnStarts.Length - 1;

    internal ArrayCircuit Tile(int down, int across)
    {
        int row = RowStarts[down], rows = RowStarts[down + 1] - row, column = ColumnStarts[across],
            columns = ColumnStarts[across + 1] - column;
        return new(_circuit.Cells.Block(row, column, rows, columns), _circuit.Wires)
        {
            WordTerminals = Part(_circuit.WordTerminals, row, rows),
            BitTerminals = Part(_circuit.BitTerminals, column, columns),
        };
    }

    private static int[] Starts(int lines, int size)
    {
        int tiles = (lines - 1) / size + 1;
        return [.. Enumerable.Range(0, tiles).Select(tile => tile * size), lines];
    }

    private static LineTerminals Part(LineTerminals terminals, int first, int count)
    {
        IReadOnlyList<double> Of(IReadOnlyList<double> ohms) => ohms.Count == 1 ? ohms : [.. ohms.Skip(first).Take(count)];
        return new() { StartOhms = Of(terminals.StartOhms), EndOhms = Of(terminals.EndOhms) };
    }
}
