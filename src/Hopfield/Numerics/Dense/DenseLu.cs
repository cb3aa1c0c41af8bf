using System.Numerics.Tensors;

namespace Hopfield.Numerics.Dense;

/// <summary>LU factorisation with partial pivoting in place, and solution, without allocation. Row-major.</summary>
public sealed class DenseLu(int order)
{
    private readonly int[] _pivot = new int[order];

    /// <summary>The matrix to fill before <see cref="Factor"/>; holds the factors after it.</summary>
    public double[] Matrix { get; } = new double[order * order];

    /// <summary>Factors the matrix; false when it is singular to working precision.</summary>
    public bool Factor()
    {
        for (int k = 0; k < order; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < order; i++)
                if (Math.Abs(Matrix[i * order + k]) > Math.Abs(Matrix[pivot * order + k])) pivot = i;
            _pivot[k] = pivot;
            if (!(Math.Abs(Matrix[pivot * order + k]) > 0)) return false;
            if (pivot != k)
                for (int j = 0; j < order; j++)
                    (Matrix[k * order + j], Matrix[pivot * order + j]) = (Matrix[pivot * order + j], Matrix[k * order + j]);
            double inverse = 1 / Matrix[k * order + k];
            var top = Matrix.AsSpan(k * order + k + 1, order - k - 1);
            for (int i = k + 1; i < order; i++)
            {
                double factor = Matrix[i * order + k] *= inverse;
                if (factor == 0) continue;
                var row = Matrix.AsSpan(i * order + k + 1, order - k - 1);
                TensorPrimitives.MultiplyAdd(top, -factor, row, row);
            }
        }
        return true;
    }

    /// <summary>Replaces the right side by the solution.</summary>
    public void Solve(Span<double> x)
    {
        for (int k = 0; k < order; k++) (x[k], x[_pivot[k]]) = (x[_pivot[k]], x[k]);
        for (int i = 1; i < order; i++) x[i] -= TensorPrimitives.Dot<double>(Matrix.AsSpan(i * order, i), x[..i]);
        for (int i = order - 1; i >= 0; i--)
            x[i] = (x[i] - TensorPrimitives.Dot<double>(Matrix.AsSpan(i * order + i + 1, order - i - 1), x[(i + 1)..])) / Matrix[i * order
                + i];
    }
}
