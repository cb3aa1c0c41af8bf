using System.Numerics.Tensors;

namespace Crossbar.Engines.Reduced;

/// <summary>A row-major matrix that multiplies the signals at every evaluation; kept by its non-zero entries where they are few. With ideal
/// wires the two off cells of a missing weight cancel exactly, so an array of a sparse model has a transfer as sparse as its
/// couplings.</summary>
internal sealed class TransferMatrix
{
    private readonly int _columns;
    private readonly double[] _values;
    private readonly int[]? _rowStart, _column; // null: dense

    /// <summary>Takes rows × columns numbers, row-major; a dense matrix is kept as it is, not copied.</summary>
    public TransferMatrix(double[] values, int rows, int columns)
    {
        _columns = columns;
        int entries = values.Length - values.AsSpan().Count(0.0);
        bool isSparse = entries * 8L < values.Length; // our choice: below an eighth the gather beats the vectorised dense row
        if (!isSparse)
        {
            _values = values;
            return;
        }
        (_values, _column, _rowStart) = (new double[entries], new int[entries], new int[rows + 1]);
        int next = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                if (values[i * columns + j] is not 0 and var value) (_values[next], _column[next++]) = (value, j);
            _rowStart[i + 1] = next;
        }
    }

    /// <summary>y = M x.</summary>
    public void Multiply(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            if (_rowStart is null)
            {
                y[i] = TensorPrimitives.Dot(_values.AsSpan(i * _columns, _columns), x);
                continue;
            }
            double sum = 0;
            for (int k = _rowStart[i]; k < _rowStart[i + 1]; k++) sum += _values[k] * x[_column![k]];
            y[i] = sum;
        }
    }
}
