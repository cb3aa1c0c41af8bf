using System.Numerics.Tensors;

namespace Crossbar.Engines.Reduced;

/// <summary>
/// A row-major matrix that multiplies the signals at every evaluation; kept by its non-zero entries where they are few. With ideal wires the
/// two off cells of a missing weight cancel exactly, so an array of a sparse model has a transfer as sparse as its couplings.
/// </summary>
internal sealed class TransferMatrix
{
    private readonly int _columns;
    private readonly double[] _values;
    private readonly int[]? _rowStart, _column; // null: dense

    /// <summary>Takes rows × columns numbers, each row multiplied by its factor.</summary>
    public TransferMatrix(double[] values, int columns, ReadOnlySpan<double> rowFactors)
    {
        _columns = columns;
        int entries = values.Length - values.AsSpan().Count(0.0);
        bool isSparse = entries * 8L < values.Length; // our choice: below an eighth the gather beats the vectorised dense row
        if (!isSparse)
        {
            _values = (double[])values.Clone();
            for (int i = 0; i < rowFactors.Length; i++)
            {
                var row = _values.AsSpan(i * columns, columns);
                TensorPrimitives.Multiply(row, rowFactors[i], row);
            }
            return;
        }
        (_values, _column, _rowStart) = (new double[entries], new int[entries], new int[rowFactors.Length + 1]);
        int next = 0;
        for (int i = 0; i < rowFactors.Length; i++)
        {
            for (int j = 0; j < columns; j++)
                if (values[i * columns + j] is not 0 and var value) (_values[next], _column[next++]) = (value * rowFactors[i], j);
            _rowStart[i + 1] = next;
        }
    }

    /// <summary>Row <paramref name="row"/> times x.</summary>
    public double Dot(int row, ReadOnlySpan<double> x)
    {
        if (_rowStart is null) return TensorPrimitives.Dot(_values.AsSpan(row * _columns, _columns), x);
        double sum = 0;
        for (int k = _rowStart[row]; k < _rowStart[row + 1]; k++) sum += _values[k] * x[_column![k]];
        return sum;
    }
}
