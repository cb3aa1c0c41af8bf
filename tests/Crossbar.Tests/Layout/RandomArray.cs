using Crossbar.Arrays;
using Hopfield.Numerics;

namespace Crossbar.Tests.Layout;

/// <summary>Random arrays for property tests: conductances over two decades, some cells open.</summary>
internal static class RandomArray
{
    public static (ConductanceMatrix Cells, double[] Words, double[] Bits) Make(int rows, int columns, ulong seed, double open = 0.1)
    {
        var stream = RandomKey.FromSeed(seed).Stream();
        var siemens = new double[rows * columns];
        for (int i = 0; i < siemens.Length; i++) siemens[i] = stream.NextUniform() < open ? 0 : 1e-6 * Math.Pow(100, stream.NextUniform());
        var words = new double[rows];
        var bits = new double[columns];
        for (int i = 0; i < rows; i++) words[i] = stream.NextGaussian();
        for (int j = 0; j < columns; j++) bits[j] = 0.1 * stream.NextGaussian();
        return (new(rows, columns, siemens), words, bits);
    }
}
