namespace Crossbar.Arrays.Tiling;

/// <summary>Conductance matrix L of the global bit lines, one tridiagonal block for each line, and the factors of L + D, D an estimate of
/// what the tiles' bit ports add to its diagonal. Vectors are nodes × columns, row-major. Without resistance between tiles a line is one
/// node.</summary>
internal sealed class GlobalLineMatrix
{
    private readonly int _nodes, _columns;
    private readonly double _segmentSiemens, _endSiemens;
    private readonly double[] _pivots;

    /// <param name="lines">The lines, with some resistance on the way to the sense node.</param>
    /// <param name="tiles">The tiles along them.</param>
    internal GlobalLineMatrix(GlobalBitLines lines, IReadOnlyList<ArrayCircuit> tiles)
    {
        _columns = tiles[0].Cells.Columns;
        _nodes = lines.SegmentOhms > 0 ? tiles.Count : 1;
        _segmentSiemens = _nodes > 1 ? 1 / lines.SegmentOhms : 0;
        _endSiemens = 1 / lines.EndOhms;
        _pivots = new double[Size];
        for (int t = 0; t < tiles.Count; t++)
            for (int j = 0; j < _columns; j++) _pivots[NodeOf(t) * _columns + j] += PortSiemens(tiles[t], j);
        for (int n = 0; n < _nodes; n++)
            for (int j = 0; j < _columns; j++)
            {
                double pivot = _pivots[n * _columns + j] + Diagonal(n);
                _pivots[n * _columns + j] = n == 0 ? pivot : pivot - _segmentSiemens * _segmentSiemens / _pivots[(n - 1) * _columns + j];
            }
    }

    /// <summary>Number of unknowns: nodes times columns.</summary>
    internal int Size => _nodes * _columns;

    /// <summary>The node that a tile joins.</summary>
    internal int NodeOf(int tile) => _nodes == 1 ? 0 : tile;

    /// <summary>result = L · volts.</summary>
    internal void Apply(ReadOnlySpan<double> volts, Span<double> result)
    {
        for (int n = 0; n < _nodes; n++)
        {
            double diagonal = Diagonal(n);
            for (int k = n * _columns; k < (n + 1) * _columns; k++)
            {
                double amperes = diagonal * volts[k];
                if (n > 0) amperes -= _segmentSiemens * volts[k - _columns];
                if (n < _nodes - 1) amperes -= _segmentSiemens * volts[k + _columns];
                result[k] = amperes;
            }
        }
    }

    /// <summary>result = (L + D)⁻¹ · amperes, by elimination along the lines.</summary>
    internal void Precondition(ReadOnlySpan<double> amperes, Span<double> result)
    {
        for (int k = 0; k < Size; k++)
            result[k] = amperes[k] + (k < _columns ? 0 : _segmentSiemens * result[k - _columns] / _pivots[k - _columns]);
        for (int k = Size - 1; k >= 0; k--)
            result[k] = (result[k] + (k + _columns < Size ? _segmentSiemens * result[k + _columns] : 0)) / _pivots[k];
    }

    private double Diagonal(int node) =>
        (node > 0 ? _segmentSiemens : 0) + (node < _nodes - 1 ? _segmentSiemens : _endSiemens);

    /// <summary>What a bit port sees if all cells of its line hang at the line's end: sense resistance, one segment, the cells side by
    /// side.</summary>
    private static double PortSiemens(ArrayCircuit tile, int column)
    {
        double cells = 0;
        for (int i = 0; i < tile.Cells.Rows; i++) cells += tile.Cells[i, column];
        double ohms = Math.Min(tile.BitTerminals.StartOf(column), tile.BitTerminals.EndOf(column)) + tile.Wires.BitSegmentOhms;
        return cells == 0 || double.IsPositiveInfinity(ohms) ? 0 : 1 / (ohms + 1 / cells);
    }
}
