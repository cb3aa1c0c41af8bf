using System.Numerics.Tensors;

namespace Crossbar.Engines.Reduced;

/// <summary>Cholesky factorisation, used as the test for positive definiteness.</summary>
internal static class Cholesky
{
    /// <summary>Overwrites the lower triangle of the leading n × n block by its factor; false when the block is not positive
    /// definite.</summary>
    public static bool TryFactor(double[] matrix, int n, int stride)
    {
        for (int i = 0; i < n; i++)
        {
            var row = matrix.AsSpan(i * stride, i + 1);
            for (int j = 0; j <= i; j++)
            {
                double value = row[j] - TensorPrimitives.Dot<double>(row[..j], matrix.AsSpan(j * stride, j));
                if (j < i) row[j] = value / matrix[j * stride + j];
                else if (value > 0) row[j] = Math.Sqrt(value);
                else return false;
            }
        }
        return true;
    }
}
