using System.Numerics.Tensors;
using Crossbar.Layout.Errors;
using Crossbar.Mapping;
using Hopfield.Numerics;

namespace Crossbar.Layout.Tiling;

/// <summary>
/// A weight matrix larger than a tile: cut into tiles of a given number of lines, each solved with all its wires, partial sums converted and
/// added as numbers. Tiles at the far edges are as small as what is left.
/// </summary>
/// <param name="technology">Metal, pitch and cell of every tile.</param>
/// <param name="parameters">Placement, conductances and random inputs; the number of weight draws and the density are not used.</param>
/// <param name="drive">Drivers and sense nodes.</param>
/// <param name="costs">Conversions and additions.</param>
public sealed class TilingStudy(Technology technology, ErrorStudyParameters parameters, ArrayDrive drive, ReadoutCosts costs)
{
    private static readonly ArraySolverOptions s_options = new() { OutputTolerance = 1e-8 };

    /// <summary>Heavy lines of every tile are placed near drivers and sense nodes (<see cref="LineAssignment"/>), and put back on decoding.</summary>
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
    public TilingChoice Measure(int inputs, int outputs, double[] weights, int tileLines, RandomKey key, CancellationToken cancellation = default)
    {
        int down = PlacedWeights.InputsOf(parameters.Placement, tileLines), across = PlacedWeights.OutputsOf(parameters.Placement, tileLines);
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
            for (int i = 0; i < height; i++) weights.AsSpan((firstInput + i) * outputs + firstOutput, width).CopyTo(block.AsSpan(i * width));
            tiles[t] = SolveTile(block, height, width, largest, signs, inputs, firstInput, firstOutput, cancellation);
        });
        // Added in index order, so that the bytes do not depend on the threads.
        double[] sums = new double[count * outputs], exact = Exact(weights, signs, count, inputs, outputs);
        foreach (var tile in tiles)
            for (int k = 0; k < count; k++)
            {
                var into = sums.AsSpan(k * outputs + tile.FirstOutput, tile.Outputs);
                TensorPrimitives.Add(into, tile.Sums.AsSpan(k * tile.Outputs, tile.Outputs), into);
            }
        Calibrate.Apply(parameters.Calibration, sums, exact, outputs);
        double truth = TensorPrimitives.SumOfSquares<double>(exact);
        TensorPrimitives.Subtract(sums, exact, sums);
        double square = TensorPrimitives.SumOfSquares<double>(sums);
        int conversions = tiles.Sum(tile => tile.Outputs);
        return new()
        {
            TileLines = tileLines,
            TilesDown = tilesDown,
            TilesAcross = tilesAcross,
            RmsWeightUnits = Math.Sqrt(square / sums.Length),
            LargestWeightUnits = Math.Abs(TensorPrimitives.MaxMagnitude<double>(sums)),
            RelativeRms = truth == 0 ? 0 : Math.Sqrt(square / truth),
            SettleSeconds = tiles.Max(tile => tile.Cost.SettleSeconds),
            ArrayJoules = tiles.Sum(tile => tile.Cost.Joules),
            ConversionJoules = conversions * costs.ConversionJoules,
            AdditionJoules = (conversions - outputs) * costs.AdditionJoules,
            ArraySquareMetres = tiles.Sum(tile => tile.SquareMetres),
            ConverterSquareMetres = tiles.Sum(tile => (tile.Outputs + costs.OutputsPerConverter - 1) / costs.OutputsPerConverter) * costs.ConverterSquareMetres,
            Conversions = conversions,
            Converged = tiles.All(tile => tile.Converged),
        };
    }

    private Tile SolveTile(
        double[] block, int height, int width, double largest, double[] signs, int inputs, int firstInput, int firstOutput, CancellationToken cancellation)
    {
        var placed = PlacedWeights.Place(parameters.Placement, height, width, block, parameters.OffSiemens, parameters.OnSiemens, largest);
        var plan = new ArrayPlan(placed.Cells.Rows, placed.Cells.Columns, technology);
        int count = parameters.InputDraws, rows = plan.Rows;
        double[] volts = new double[count * rows], sums = new double[count * width];
        for (int k = 0; k < count; k++)
            placed.FillVolts(signs.AsSpan(k * inputs + firstInput, height), parameters.ReadVolts, volts.AsSpan(k * rows, rows));
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
        var compensated = Compensate ? new IrDropCompensation().Solve(circuit, parameters.OffSiemens, parameters.OnSiemens, cancellation) : null;
        if (compensated is not null) circuit = circuit with { Cells = compensated.Cells };
        for (int k = 0; k < count; k++) order.Inputs(volts.AsSpan(k * rows, rows)).CopyTo(volts, k * rows);
        var solver = new ArraySolver(circuit, s_options);
        var solved = solver.SolveMany(volts, cancellation: cancellation);
        for (int k = 0; k < count; k++)
        {
            var outputs = solved.Outputs(k);
            if (compensated is not null) outputs = compensated.Restore(outputs, volts.AsSpan(k * rows, rows));
            placed.Decode(order.RestoreOutputs(outputs), parameters.ReadVolts, sums.AsSpan(k * width, width));
        }
        double watts = solver.Solve(volts.AsSpan(0, rows), new double[plan.Columns], cancellation: cancellation).SuppliedWatts;
        return new(firstOutput, width, sums, ReadCost.Of(plan, drive, watts, parameters.ReadVolts, parameters.SignedInputs ? 1 : 0.5),
            plan.AreaSquareMetres, solved.Converged);
    }

    private double[] DrawInputs(int count, int inputs, RandomKey key)
    {
        var signs = new double[count * inputs];
        for (int k = 0; k < count; k++)
        {
            var stream = key.Fold("inputs").Fold(k).Stream();
            for (int i = 0; i < inputs; i++) signs[k * inputs + i] = parameters.SignedInputs ? stream.NextSpin() : stream.NextUniform() < 0.5 ? 1 : 0;
        }
        return signs;
    }

    private static double[] Exact(double[] weights, double[] signs, int count, int inputs, int outputs)
    {
        var exact = new double[count * outputs];
        for (int k = 0; k < count; k++)
            for (int i = 0; i < inputs; i++)
            {
                var sums = exact.AsSpan(k * outputs, outputs);
                TensorPrimitives.MultiplyAdd(weights.AsSpan(i * outputs, outputs), signs[k * inputs + i], sums, sums);
            }
        return exact;
    }

    private sealed record Tile(int FirstOutput, int Outputs, double[] Sums, ReadCost Cost, double SquareMetres, bool Converged);
}
