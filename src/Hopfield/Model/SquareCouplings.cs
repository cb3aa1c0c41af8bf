using System.Numerics.Tensors;
using Hopfield.Numerics;

namespace Hopfield.Model;

/// <summary>J = S + f (v vᵀ − diag v²) with S sparse: the couplings of a squared sum, as balance constraints have, in O(N) memory. A flip
/// costs the sparse row and one pass over v.</summary>
internal sealed class SquareCouplings : Couplings
{
    private readonly SparseCouplings _sparse;
    private readonly double[] _vector;
    private readonly double _factor;

    internal SquareCouplings(SparseCouplings sparse, double[] vector, double factor)
    {
        Check.Length(vector.Length, sparse.Size, nameof(vector));
        Check.Finite(factor, nameof(factor));
        foreach (double value in vector) Check.Finite(value, nameof(vector));
        (_sparse, _vector, _factor) = (sparse, vector, factor);
        long support = vector.LongCount(value => value != 0), apart = 0;
        for (int i = 0; i < Size; i++)
            foreach (var (j, _) in sparse.Row(i))
                if (vector[i] == 0 || vector[j] == 0) apart++;
        NonZeroCount = factor == 0 ? sparse.NonZeroCount : support * (support - 1) + apart;
    }

    public override int Size => _sparse.Size;

    public override long NonZeroCount { get; }

    public override double this[int row, int column] => row == column ? 0
        : _sparse[row, column] + _factor * (_vector[row] * _vector[column]);

    public override void Multiply(ReadOnlySpan<double> x, Span<double> y)
    {
        _sparse.Multiply(x, y);
        double sum = _factor * TensorPrimitives.Dot(_vector, x);
        for (int i = 0; i < y.Length; i++) y[i] += _vector[i] * (sum - _factor * _vector[i] * x[i]);
    }

    public override void AddRow(int row, double factor, Span<double> fields)
    {
        _sparse.AddRow(row, factor, fields);
        if (_vector[row] == 0) return;
        double own = fields[row];
        TensorPrimitives.MultiplyAdd(_vector, factor * _factor * _vector[row], fields, fields);
        fields[row] = own;
    }

    public override IEnumerable<(int Column, double Value)> Row(int row)
    {
        for (int j = 0; j < Size; j++)
            if (this[row, j] is var value and not 0) yield return (j, value);
    }
}
