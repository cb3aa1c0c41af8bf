using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Modern;

/// <summary>A linear map x ↦ W x between pattern spaces: the learned part of an association.</summary>
public sealed class Projection
{
    private readonly double[] _weights;

    /// <summary>Takes the matrix.</summary>
    /// <param name="weights">outputs × inputs numbers, row-major; copied.</param>
    /// <param name="inputs">Length of x.</param>
    /// <param name="outputs">Length of W x.</param>
    public Projection(ReadOnlySpan<double> weights, int inputs, int outputs)
    {
        Inputs = Check.AtLeast(inputs, 1, nameof(inputs));
        Outputs = Check.AtLeast(outputs, 1, nameof(outputs));
        Check.Length(weights.Length, checked(inputs * outputs), nameof(weights));
        _weights = weights.ToArray();
    }

    /// <summary>Length of x.</summary>
    public int Inputs { get; }

    /// <summary>Length of W x.</summary>
    public int Outputs { get; }

    /// <summary>The map that changes nothing.</summary>
    public static Projection Identity(int size)
    {
        var weights = new double[size * size];
        for (int i = 0; i < size; i++) weights[i * size + i] = 1;
        return new(weights, size, size);
    }

    /// <summary>Normal entries of deviation 1/√inputs, the usual start of learning.</summary>
    public static Projection Random(int inputs, int outputs, RandomKey key)
    {
        var stream = key.Stream();
        var weights = new double[checked(inputs * outputs)];
        for (int k = 0; k < weights.Length; k++) weights[k] = stream.NextGaussian() / Math.Sqrt(inputs);
        return new(weights, inputs, outputs);
    }

    /// <summary>W x of every row.</summary>
    /// <param name="rows">count × Inputs numbers.</param>
    /// <returns>count × Outputs numbers.</returns>
    public double[] Apply(ReadOnlySpan<double> rows)
    {
        int count = rows.Length / Inputs;
        Check.Length(rows.Length, count * Inputs, nameof(rows));
        var mapped = new double[count * Outputs];
        MatrixProduct.Multiply(rows, Operand.Plain, _weights, Operand.Transposed, mapped, count, Outputs, Inputs);
        return mapped;
    }
}
