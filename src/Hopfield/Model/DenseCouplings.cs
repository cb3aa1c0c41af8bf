using System.Numerics.Tensors;
using Hopfield.Numerics;

namespace Hopfield.Model;

/// <summary>Row-major N × N storage of J.</summary>
internal sealed class DenseCouplings : Couplings
{
    private readonly double[] _values;

    internal DenseCouplings(double[] values, int size)
    {
        Check.AtLeast(size, 1, nameof(size));
        Check.Length(values.Length, checked(size * size), nameof(values));
        for (int i = 0; i < size; i++)
        {
            if (values[i * size + i] != 0)
                throw new ArgumentException($"J[{i},{i}] must be 0 (a spin does not couple to itself), not {values[i * size + i]}.",
                    nameof(values));
            for (int j = 0; j < size; j++)
            {
                double value = values[i * size + j];
                if (!double.IsFinite(value)) throw new ArgumentException($"J[{i},{j}] must be finite, not {value}.", nameof(values));
                if (j < i && value != values[j * size + i])
                    throw new ArgumentException($"J must be symmetric: J[{i},{j}] = {value} but J[{j},{i}] = {values[j * size + i]}.",
                        nameof(values));
            }
        }
        _values = values;
        Size = size;
        NonZeroCount = values.LongCount(value => value != 0);
    }

    public override int Size { get; }

    public override long NonZeroCount { get; }

    public override double this[int row, int column] => _values[row * Size + column];

    public override void Multiply(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < Size; i++) y[i] = TensorPrimitives.Dot(_values.AsSpan(i * Size, Size), x);
    }

    public override void AddRow(int row, double factor, Span<double> fields) =>
        TensorPrimitives.MultiplyAdd(_values.AsSpan(row * Size, Size), factor, fields, fields);

    public override IEnumerable<(int Column, double Value)> Row(int row)
    {
        for (int j = 0; j < Size; j++)
            if (_values[row * Size + j] is var value and not 0)
                yield return (j, value);
    }
}
