using Crossbar.Arrays.Nonlinear;
using Crossbar.Arrays.Solving;
using Hopfield.Numerics;

namespace Crossbar.Arrays.Tiling;

/// <summary>DC solution of a large array cut into tiles, each with its own drivers. Partial sums of tiles that hold the same bit lines are
/// converted at 0 V and added as numbers, or their currents meet on <see cref="GlobalBitLines"/> before one conversion.</summary>
public sealed class TiledArraySolver
{
    private readonly TileGrid _grid;
    private readonly int _rows, _columns;
    private readonly TileStack[] _stacks;
    private readonly SharedLineTiles?[] _shared;

    /// <summary>Cuts an array and prepares its tiles.</summary>
    /// <param name="circuit">The large array; its terminals are those of every tile.</param>
    /// <param name="tileRows">Word lines of a whole tile, at least 1; what is left makes smaller tiles.</param>
    /// <param name="tileColumns">Bit lines of a whole tile, at least 1.</param>
    /// <param name="lines">Global bit lines; null: partial sums are added as numbers.</param>
    /// <param name="law">Law of the cells; null: ohmic.</param>
    /// <param name="options">How exactly.</param>
    /// <exception cref="ArgumentException">Cells have a law of their own and the tiles share lines, or a size does not fit.</exception>
    public TiledArraySolver(
        ArrayCircuit circuit, int tileRows, int tileColumns, GlobalBitLines? lines = null, ICellLawFactory? law = null,
            ArraySolverOptions? options = null)
    {
        if (law is not null && lines is not null)
            throw new ArgumentException($"Tiles on shared lines are solved for ohmic cells only, not for the law '{law.Name}'; add their partial sums digitally.");
        options ??= new();
        // Errors of the tiles add up in the sums.
        var tileOptions = options with { OutputTolerance = Math.Max(0.1 * options.OutputTolerance, 1e-14) };
        _grid = new(circuit, tileRows, tileColumns);
        (_rows, _columns) = (circuit.Cells.Rows, circuit.Cells.Columns);
        _stacks = new TileStack[_grid.TilesAcross];
        _shared = new SharedLineTiles?[_stacks.Length];
        for (int c = 0; c < _stacks.Length; c++)
        {
            ArrayCircuit[] tiles = [.. Enumerable.Range(0, _grid.TilesDown).Select(t => _grid.Tile(t, c))];
            _stacks[c] = new(_grid.RowStarts, [.. tiles.Select(tile => Solver(tile, law, tileOptions))]);
            if (lines is { EndOhms: > 0 }) _shared[c] = new(_stacks[c], tiles, lines, options.OutputTolerance);
        }
    }

    /// <summary>Number of tiles.</summary>
    public int Tiles => _grid.TilesDown * _grid.TilesAcross;

    /// <summary>Sums of the tiles' currents for many input vectors; driver currents are those of all tiles along a word line
    /// together.</summary>
    /// <param name="wordVolts">Word-line voltages, inputs × rows, row-major, V.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    /// <exception cref="ArgumentException">The length does not fit the array.</exception>
    public ArrayOutputs SolveMany(ReadOnlyMemory<double> wordVolts, CancellationToken cancellation = default)
    {
        int inputs = wordVolts.Length / _rows;
        Check.Length(wordVolts.Length, inputs * _rows, nameof(wordVolts));
        double[] outputs = new double[inputs * _columns], drivers = new double[inputs * _rows];
        var parts = new ArrayOutputs[_stacks.Length];
        for (int c = 0; c < parts.Length; c++)
        {
            parts[c] = _shared[c]?.SolveMany(inputs, wordVolts, cancellation) ?? _stacks[c].SumOfAll(inputs, wordVolts.Span, cancellation);
            for (int k = 0; k < inputs; k++) parts[c].Outputs(k).CopyTo(outputs.AsSpan(k * _columns + _grid.ColumnStarts[c]));
            System.Numerics.Tensors.TensorPrimitives.Add(drivers, parts[c].DriverAmperes, drivers);
        }
        return ArrayOutputs.Together(parts, inputs, outputs, drivers);
    }

    private static TileStack.SolveTile Solver(ArrayCircuit tile, ICellLawFactory? law, ArraySolverOptions options) =>
        law is null ? new ArraySolver(tile, options).SolveMany : NonlinearArraySolver.Of(tile, law, options).SolveMany;
}
