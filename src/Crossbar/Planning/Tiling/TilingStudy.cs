using System.Numerics.Tensors;
using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Mapping;
using Crossbar.Planning.Errors;
using Hopfield.Numerics;

namespace Crossbar.Planning.Tiling;

/// <summary>A weight matrix larger than a tile: cut into tiles of a given number of lines, each solved with all its wires, partial sums
/// converted and added as numbers. Tiles at the far edges are as small as what is left.</summary>
/// <param name="technology">Metal, pitch and cell of every tile.</param>
/// <param name="parameters">Placement, conductances and random inputs; the number of weight draws and the density are not used.</param>
/// <param name="drive">Drivers and sense nodes.</param>
/// <param name="costs">Conversions and additions.</param>
public sealed class TilingStudy(Technology technology, ErrorStudyParameters parameters, ArrayDrive drive, ReadoutCosts costs)
{
    private static readonly ArraySolverOptions s_options = new() { OutputTolerance = 1e-8 };

    /// <summary>Heavy lines of every tile are placed near drivers and sense nodes (<see cref="LineAssignment"/>), and put back on
    /// decoding.</summary>
    public bool AssignLines { get; init; }

    /// <summary>The IR drop of every tile is compensated by pre-distorted conductances (<see cref="IrDropCompensation"/>).</summary>
    public bool Compensate { get; init; }

    /// <summary>Measures one tile size with random inputs; the same key gives the same inputs for every size.</summary>
    /// <param name="inputs">Rows of the weight matrix.</param>
    /// <param name="outputs">Columns of the weight matrix.</param>
    /// <param name="weights">Inputs × outputs numbers, row-major.</param>
    /// <param name="tileLines">Word and bit lines of a tile.</param>
    /// <param name="key">Key of the inputs.</param>
    /// <param name="cancellation">Ends a long study.</param>
    /// <exception cref="ArgumentException">Tiles of that size hold no weight of the placement, or the weights do not fit it.</exception>
    public TilingChoice Measure(int inputs, int outputs, double[] weights, int tileLines, RandomKey key,
        CancellationToken cancellation = default)
    {
        int down = PlacedWeights.InputsOf(parameters.Placement, tileLines),
            across = PlacedWeights.OutputsOf(parameters.Placement, tileLines);
        if (down < 1 || across < 1) throw new ArgumentException($"Tiles of {tileLines} lines hold no weight placed as {parameters.Placement}.");
        double largest = weights.Max(Math.Abs) is > 0 and var magnitude ? magnitude : 1;
        int count = parameters.InputDraws, tilesDown = (inputs + down - 1) / down, tilesAcross = (outputs + across - 1) / across;
        var signs = DrawInputs(count, inputs, key);
        var tiles = new Tile[tilesDown * tilesAcross];
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, tiles.Length, parallel, t =>
        {
            int firstInput = t / tilesAcross * down, firstOutput = t % tilesAcross * across;
            int height = Math.Min(down, inputs - firstInput), width = Math.Min(across, outputs - firstOutput);
            var block = new double[height * width];
            for (int i = 0; i < height; i++)
                weights.AsSpan((firstInput + i) * outputs + firstOutput, width).CopyTo(block.AsSpan(i * width));
            tiles[t] = SolveTile(block, height, width, largest, signs, inputs, firstInput, firstOutput, cancellation);
        });
        // Added in index order, so that the bytes do not depend on the threads.
        var transfer = new double[weights.Length];
        foreach (var tile in tiles)
            for (int i = 0; i < tile.Height; i++)
                tile.Transfer.Row(i).CopyTo(transfer.AsSpan((tile.FirstInput + i) * outputs + tile.FirstOutput));
        double[] sums = Products(transfer, signs, count, inputs, outputs), exact = Products(weights, signs, count, inputs, outputs);
        var gains = Calibrate.Gains(parameters.Calibration, sums, exact, outputs);
        for (int k = 0; k < sums.Length; k++) sums[k] *= gains[k % outputs];
        double truth = TensorPrimitives.SumOfSquares<double>(exact);
        TensorPrimitives.Subtract(sums, exact, sums);
        double square = TensorPrimitives.SumOfSquares<double>(sums);
        int conversions = tiles.Sum(tile => tile.Width);
        return new()
        {
            TileLines = tileLines,
            TilesDown = tilesDown,
            TilesAcross = tilesAcross,
            RmsWeightUnits = Math.Sqrt(square / sums.Length),
            LargestWeightUnits = Math.Abs(TensorPrimitives.MaxMagnitude<double>(sums)),
            WorstWeightUnits = Worst(transfer, weights, gains, inputs, outputs),
            RelativeRms = truth == 0 ? 0 : Math.Sqrt(square / truth),
            SettleSeconds = tiles.Max(tile => tile.Cost.SettleSeconds),
            ArrayJoules = tiles.Sum(tile => tile.Cost.Joules),
            ConversionJoules = conversions * costs.ConversionJoules,
            AdditionJoules = (conversions - outputs) * costs.AdditionJoules,
            ArraySquareMetres = tiles.Sum(tile => tile.SquareMetres),
            ConverterSquareMetres = tiles.Sum(tile =>
                (tile.Width + costs.OutputsPerConverter - 1) / costs.OutputsPerConverter) * costs.ConverterSquareMetres,
            Conversions = conversions,
            Converged = tiles.All(tile => tile.Transfer.Converged),
        };
    }

    private Tile SolveTile(
        double[] block, int height, int width, double largest, double[] signs, int inputs, int firstInput, int firstOutput,
            CancellationToken cancellation)
    {
        var placed = PlacedWeights.Place(parameters.Placement, height, width, block, parameters.OffSiemens, parameters.OnSiemens, largest);
        var plan = new ArrayPlan(placed.Cells.Rows, placed.Cells.Columns, technology);
        int count = parameters.InputDraws, rows = plan.Rows;
        // Pairs of lines stay neighbours: what they share cancels.
        var order = AssignLines
            ? LineAssignment.HeavyLinesNearPorts(placed.Cells, parameters.Placement == WeightPlacement.RowPair ? 2 : 1,
                parameters.Placement == WeightPlacement.ColumnPair ? 2 : 1, drive.FromBothEnds)
            : LineAssignment.Identity(rows, plan.Columns);
        var circuit = new ArrayCircuit(order.Apply(placed.Cells), plan.Wires)
        {
            WordTerminals = drive.WordTerminals,
            BitTerminals = drive.BitTerminals,
        };
        var compensated = Compensate ? new IrDropCompensation().Solve(circuit, parameters.OffSiemens, parameters.OnSiemens, cancellation)
            : null;
        if (compensated is not null) circuit = circuit with { Cells = compensated.Cells };
        var solver = new ArraySolver(circuit, s_options);
        var transfer = new TileTransfer(placed,
            volts =>
            {
                var ordered = new double[volts.Length];
                for (int k = 0; k < volts.Length; k += rows) order.Inputs(volts.Span.Slice(k, rows)).CopyTo(ordered, k);
                return WithRowsInOrder(solver.SolveMany(ordered, cancellation: cancellation), order);
            },
            (amperes, volts) => order.RestoreOutputs(compensated?.Restore(amperes, volts) ?? amperes), parameters.ReadVolts);
        double watts = 0;
        for (int k = 0; k < count; k++) watts += transfer.Watts(signs.AsSpan(k * inputs + firstInput, height)) / count;
        return new(firstInput, firstOutput, height, width, transfer,
            ReadCost.Of(plan, drive, watts, parameters.ReadVolts, parameters.SignedInputs ? 1 : 0.5), plan.AreaSquareMetres);
    }

    // Driver currents in the order of the matrix rows; the restoring of the outputs is the caller's.
    private static ArrayOutputs WithRowsInOrder(ArrayOutputs solved, LineAssignment order)
    {
        var drivers = new double[solved.DriverAmperes.Length];
        int rows = order.RowAt.Count;
        for (int k = 0; k < drivers.Length; k++) drivers[k / rows * rows + order.RowAt[k % rows]] = solved.DriverAmperes[k];
        return solved with { DriverAmperes = drivers };
    }

    // The worst input of a linear array takes the sign of every coefficient of the error; inputs of 0 and 1 take one sign's alone.
    private double Worst(double[] transfer, double[] weights, double[] gains, int inputs, int outputs)
    {
        double worst = 0;
        for (int j = 0; j < outputs; j++)
        {
            double up = 0, down = 0;
            for (int i = 0; i < inputs; i++)
            {
                double off = gains[j] * transfer[i * outputs + j] - weights[i * outputs + j];
                up += Math.Max(off, 0);
                down += Math.Max(-off, 0);
            }
            worst = Math.Max(worst, parameters.SignedInputs ? up + down : Math.Max(up, down));
        }
        return worst;
    }

    private double[] DrawInputs(int count, int inputs, RandomKey key)
    {
        var signs = new double[count * inputs];
        for (int k = 0; k < count; k++)
        {
            var stream = key.Fold("inputs").Fold(k).Stream();
            for (int i = 0; i < inputs; i++)
                signs[k * inputs + i] = parameters.SignedInputs ? stream.NextSpin() : stream.NextUniform() < 0.5 ? 1 : 0;
        }
        return signs;
    }

    private static double[] Products(double[] matrix, double[] signs, int count, int inputs, int outputs)
    {
        var products = new double[count * outputs];
        for (int k = 0; k < count; k++)
            for (int i = 0; i < inputs; i++)
            {
                var sums = products.AsSpan(k * outputs, outputs);
                TensorPrimitives.MultiplyAdd(matrix.AsSpan(i * outputs, outputs), signs[k * inputs + i], sums, sums);
            }
        return products;
    }

    private sealed record Tile(int FirstInput, int FirstOutput, int Height, int Width, TileTransfer Transfer, ReadCost Cost,
        double SquareMetres);
}
