using Crossbar.Circuits;

namespace Crossbar.Engines.Reduced;

/// <summary>An array with all its wire nodes eliminated exactly, as a network that any engine can take in as one part.</summary>
public static class ArrayPorts
{
    /// <summary>The array between its word nodes and bit nodes. Cost: at most columns · (columns + rows)² / 2 multiply-adds per word
    /// line.</summary>
    /// <param name="array">The array.</param>
    /// <param name="cancellation">Ends a long reduction.</param>
    /// <returns>Ports: the word nodes in order, then the bit nodes.</returns>
    public static PortNetwork Of(CrossbarArray array, CancellationToken cancellation = default)
    {
        int rows = array.Cells.Rows, columns = array.Cells.Columns, ports = rows + columns;
        int[] signal = [.. Enumerable.Range(0, rows)], sign = [.. Enumerable.Repeat(1, rows)];
        var reduced = ArrayReduction.Of(array.Cells, array.Wires, signal, sign, rows, cancellation);
        var y = new double[ports * ports];
        for (int i = 0; i < rows; i++)
            for (int k = 0; k < rows; k++) y[i * ports + k] = reduced.Q[i * rows + k];
        for (int j = 0; j < columns; j++)
        {
            for (int l = 0; l < columns; l++)
                y[(rows + j) * ports + rows + l] = !reduced.YIsDiagonal ? reduced.Y[j * columns + l] : l == j ? reduced.Y[j] : 0;
            for (int i = 0; i < rows; i++) y[(rows + j) * ports + i] = y[i * ports + rows + j] = -reduced.B[j * rows + i];
        }
        return new(array.Name, [.. array.WordNodes, .. array.BitNodes], y);
    }
}
