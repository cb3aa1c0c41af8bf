using Hopfield.Numerics;

namespace Hopfield.Model;

/// <summary>Compressed rows of J, both triangles stored, columns ascending.</summary>
internal sealed class SparseCouplings : Couplings
{
    private readonly int[] _rowStart;
    private readonly int[] _columns;
    private readonly double[] _values;

    internal SparseCouplings(int size, IEnumerable<(int I, int J, double Value)> pairs)
    {
        Check.AtLeast(size, 1, nameof(size));
        var rows = new SortedDictionary<int, double>?[size];
        foreach (var (i, j, value) in pairs)
        {
            if ((uint)i >= (uint)size || (uint)j >= (uint)size)
                throw new ArgumentException($"Pair ({i}, {j}) lies outside 0 … {size - 1}.", nameof(pairs));
            if (i == j) throw new ArgumentException($"J[{i},{i}] must be 0 (a spin does not couple to itself).", nameof(pairs));
            if (!double.IsFinite(value)) throw new ArgumentException($"J[{i},{j}] must be finite, not {value}.", nameof(pairs));
            Add(rows[i] ??= [], j, value);
            Add(rows[j] ??= [], i, value);
        }
        Size = size;
        _rowStart = new int[size + 1];
        for (int i = 0; i < size; i++) _rowStart[i + 1] = _rowStart[i] + (rows[i]?.Count(entry => entry.Value != 0) ?? 0);
        _columns = new int[_rowStart[size]];
        _values = new double[_rowStart[size]];
        int next = 0;
        foreach (var row in rows)
            foreach (var (column, value) in row ?? [])
                if (value != 0) (_columns[next], _values[next++]) = (column, value);
    }

    public override int Size { get; }

    public override long NonZeroCount => _values.Length;

    public override double this[int row, int column]
    {
        get
        {
            int at = Array.BinarySearch(_columns, _rowStart[row], _rowStart[row + 1] - _rowStart[row], column);
            return at < 0 ? 0 : _values[at];
        }
    }

    public override void Multiply(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < Size; i++)
        {
            double sum = 0;
            for (int k = _rowStart[i]; k < _rowStart[i + 1]; k++) sum += _values[k] * x[_columns[k]];
            y[i] = sum;
        }
    }

    public override void AddRow(int row, double factor, Span<double> fields)
    {
        for (int k = _rowStart[row]; k < _rowStart[row + 1]; k++) fields[_columns[k]] += factor * _values[k];
    }

    public override IEnumerable<(int Column, double Value)> Row(int row)
    {
        for (int k = _rowStart[row]; k < _rowStart[row + 1]; k++) yield return (_columns[k], _values[k]);
    }

    private static void Add(SortedDictionary<int, double> row, int column, double value) =>
        row[column] = row.GetValueOrDefault(column) + value;
}
