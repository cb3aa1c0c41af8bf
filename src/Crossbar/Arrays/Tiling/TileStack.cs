using System.Numerics.Tensors;

namespace Crossbar.Arrays.Tiling;

/// <summary>Tiles along the word lines of a large array that hold the same bit lines of it, one below the other.</summary>
internal sealed class TileStack
{
    private readonly int[] _rowStarts;
    private readonly SolveTile[] _tiles;

    /// <param name="rowStarts">First word line of each tile, then the number of all.</param>
    /// <param name="tiles">The solver of each tile.</param>
    internal TileStack(int[] rowStarts, SolveTile[] tiles) => (_rowStarts, _tiles) = (rowStarts, tiles);

    /// <summary>Port currents of one tile for word-line voltages (inputs × its rows) and bit-line voltages (inputs × columns), V.</summary>
    internal delegate ArrayOutputs SolveTile(ReadOnlyMemory<double> wordVolts, ReadOnlyMemory<double> bitVolts,
        CancellationToken cancellation);

    internal int Tiles => _tiles.Length;

    /// <summary>Word lines of all tiles.</summary>
    internal int Rows => _rowStarts[^1];

    /// <summary>Solves one tile.</summary>
    /// <param name="tile">Its place.</param>
    /// <param name="inputs">Number of input vectors.</param>
    /// <param name="wordVolts">Voltages of all word lines of the stack, inputs × rows, V; empty: 0 V.</param>
    /// <param name="bitVolts">Voltages at the tile's bit-line ports, inputs × columns, V; empty: 0 V.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    internal ArrayOutputs Solve(
        int tile, int inputs, ReadOnlySpan<double> wordVolts, ReadOnlyMemory<double> bitVolts, CancellationToken cancellation)
    {
        int first = _rowStarts[tile], rows = _rowStarts[tile + 1] - first;
        var own = new double[inputs * rows];
        for (int k = 0; k < inputs && !wordVolts.IsEmpty; k++) wordVolts.Slice(k * Rows + first, rows).CopyTo(own.AsSpan(k * rows));
        return _tiles[tile](own, bitVolts, cancellation);
    }

    /// <summary>Partial sums converted at 0 V and added as numbers.</summary>
    internal ArrayOutputs SumOfAll(int inputs, ReadOnlySpan<double> wordVolts, CancellationToken cancellation)
    {
        var parts = new ArrayOutputs[Tiles];
        for (int t = 0; t < parts.Length; t++) parts[t] = Solve(t, inputs, wordVolts, default, cancellation);
        return Sum(parts);
    }

    /// <summary>Outputs of the tiles added, their drivers side by side.</summary>
    internal ArrayOutputs Sum(ArrayOutputs[] parts)
    {
        int inputs = parts[0].Inputs;
        double[] outputs = new double[parts[0].OutputAmperes.Length], drivers = new double[inputs * Rows];
        for (int t = 0; t < parts.Length; t++)
        {
            TensorPrimitives.Add(outputs, parts[t].OutputAmperes, outputs);
            for (int k = 0; k < inputs; k++) parts[t].Drivers(k).CopyTo(drivers.AsSpan(k * Rows + _rowStarts[t]));
        }
        return ArrayOutputs.Together(parts, inputs, outputs, drivers) with { OutputErrorAmperes = parts.Sum(part => part.OutputErrorAmperes) };
    }
}
