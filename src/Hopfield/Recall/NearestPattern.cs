using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Recall;

/// <summary>Nearest stored pattern of many states by one matrix product: 1-nearest-neighbour, the yardstick of every recall.</summary>
public static class NearestPattern
{
    /// <summary>For each state the index of the stored pattern with the largest overlap; the first of several.</summary>
    /// <param name="states">States of N spins.</param>
    /// <param name="patterns">At least one pattern of N spins.</param>
    public static int[] Of(IReadOnlyList<sbyte[]> states, IReadOnlyList<sbyte[]> patterns)
    {
        Check.AtLeast(patterns.Count, 1, "number of patterns");
        int size = patterns[0].Length;
        var products = new float[checked(states.Count * patterns.Count)];
        MatrixProduct.Multiply<float>(Flatten(states, size), Operand.Plain, Flatten(patterns, size), Operand.Transposed, products,
            states.Count, patterns.Count, size);
        var nearest = new int[states.Count];
        for (int k = 0; k < nearest.Length; k++)
        {
            var row = products.AsSpan(k * patterns.Count, patterns.Count);
            nearest[k] = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(row);
        }
        return nearest;
    }

    /// <summary>Spins as rows of single-precision numbers, in which sums of up to 16 million spins are exact.</summary>
    /// <param name="patterns">Patterns of N spins.</param>
    /// <param name="size">N.</param>
    public static float[] Flatten(IReadOnlyList<sbyte[]> patterns, int size)
    {
        var rows = new float[checked(patterns.Count * size)];
        for (int m = 0; m < patterns.Count; m++)
        {
            Check.Length(patterns[m].Length, size, $"pattern {m}");
            for (int i = 0; i < size; i++) rows[m * size + i] = patterns[m][i];
        }
        return rows;
    }
}
