using Crossbar.Arrays;
using Hopfield.Numerics;

namespace Crossbar.Planning.Maps;

/// <summary>The product that the array stands for: what its outputs would be with wires, drivers and sense nodes of no
/// resistance.</summary>
public static class IdealProduct
{
    /// <summary>Output currents I_j = Σ_i V_i G_ij with all bit lines at 0 V, A.</summary>
    /// <exception cref="ArgumentException">There is not one voltage per row.</exception>
    public static double[] Amperes(ConductanceMatrix cells, ReadOnlySpan<double> wordVolts)
    {
        Check.Length(wordVolts.Length, cells.Rows, nameof(wordVolts));
        var sum = new double[cells.Columns];
        for (int i = 0; i < cells.Rows; i++) System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(cells.Row(i), wordVolts[i], sum, sum);
        return sum;
    }
}
