using System.Diagnostics;
using System.Text.Json.Serialization;
using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Arrays.Solving;
using Crossbar.Arrays.Tiling;
using Studies.Records;

namespace Studies.Arrays;

/// <summary>Output currents of an array with wires for any number of input vectors.</summary>
public sealed record ArraySolveStudy : Study<ArraySolveRecord>
{
    private const int Chunk = 64;

    public override string Name => "array solve";
    public override string Summary => "output currents of a crossbar with resistive wires";

    /// <summary>The array.</summary>
    public required WiredArray Array { get; init; }

    /// <summary>Input vectors, V, one line each.</summary>
    public required DataFile Voltages { get; init; }

    /// <summary>How the array is cut; null for one piece.</summary>
    public TileCut? Tiles { get; init; }

    /// <summary>Input vectors are solved one by one with all node voltages, of which <see cref="OnSolution"/> hears.</summary>
    public bool WithNodes { get; init; }

    /// <summary>Largest estimated error of an output over the largest one. Default and range: <see cref="ArraySolverOptions"/>.</summary>
    public double OutputTolerance
    {
        get;
        init => field = new ArraySolverOptions { OutputTolerance = value }.OutputTolerance;
    } = new ArraySolverOptions().OutputTolerance;

    /// <summary>Hears every solution of a study <see cref="WithNodes"/>, in order: they are too many to keep.</summary>
    [JsonIgnore]
    public Action<SolvedInput>? OnSolution { get; init; }

    public override ArraySolveRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var circuit = Array.Circuit();
        int rows = circuit.Cells.Rows;
        var voltages = ArrayFiles.ReadVoltages(Voltages, rows, Array.Cells.Path);
        var options = new ArraySolverOptions { OutputTolerance = OutputTolerance, Threads = Environment.ProcessorCount };
        var (tiles, cut) = Cut(circuit, options);
        var solve = Solver(circuit, tiles, voltages.Rows, options);
        progress?.Begin("input vectors", voltages.Rows);
        var clock = Stopwatch.StartNew();
        var done = new List<ArrayOutputs>();
        bool cancelled = false;
        try
        {
            int size = !WithNodes && Array.Law is null ? Chunk : 1;
            for (int first = 0; first < voltages.Rows; first += size)
            {
                int count = Math.Min(size, voltages.Rows - first);
                done.Add(solve(first, voltages.Values.AsMemory(first * rows, count * rows), cancellation));
                for (int k = 0; k < count; k++) progress?.Finished();
            }
        }
        catch (OperationCanceledException) when (done.Count > 0)
        {
            cancelled = true; // what is finished is there
        }
        return new()
        {
            Options = this,
            Cancelled = cancelled,
            Array = Array,
            Circuit = circuit,
            Tiles = cut,
            Outputs = ArrayOutputs.OneAfterAnother(done),
            WallSeconds = clock.Elapsed.TotalSeconds,
        };
    }

    private (TiledArraySolver? Solver, TileRecord? Record) Cut(ArrayCircuit circuit, ArraySolverOptions options)
    {
        if (Tiles is not { } tiles) return (null, null);
        if (WithNodes)
            throw new ArgumentException("node voltages are those of one array, and this one is cut into tiles; "
                + "expected one of the two");
        if (tiles.Lines is not null && Array.Law is { } law)
            throw new ArgumentException($"cells of the law {law.Name}: tiles on shared lines are solved for ohmic cells only; "
                + "expected partial sums that are added as numbers, or the linear law");
        int rows = tiles.Rows ?? circuit.Cells.Rows, columns = tiles.Columns ?? circuit.Cells.Columns;
        var solver = new TiledArraySolver(circuit, rows, columns, tiles.Lines, Array.Law, options);
        return (solver, new(rows, columns, solver.Tiles, tiles.Lines is null ? "digital" : "shared", tiles.Lines?.SegmentOhms,
            tiles.Lines?.SenseOhms));
    }

    /// <summary>What solves a few input vectors, the first of which has the number given.</summary>
    private Func<int, ReadOnlyMemory<double>, CancellationToken, ArrayOutputs> Solver(
        ArrayCircuit circuit, TiledArraySolver? tiles, int inputs, ArraySolverOptions options)
    {
        if (tiles is not null) return (_, volts, cancellation) => tiles.SolveMany(volts, cancellation);
        var grounds = new double[circuit.Cells.Columns];
        if (Array.Law is { } law)
        {
            var newton = NonlinearArraySolver.Of(circuit, law, options);
            return (first, volts, cancellation) =>
            {
                var solution = newton.Solve(volts.Span, grounds, cancellation);
                OnSolution?.Invoke(new(first, inputs, solution.AsLinear));
                return solution.Outputs;
            };
        }
        var solver = new ArraySolver(circuit, options);
        if (!WithNodes) return (_, volts, cancellation) => solver.SolveMany(volts, cancellation: cancellation);
        return (first, volts, cancellation) =>
        {
            var solution = solver.Solve(volts.Span, grounds, cancellation: cancellation);
            OnSolution?.Invoke(new(first, inputs, solution));
            return ArrayOutputs.Of(solution);
        };
    }
}

/// <summary>The array for one input vector.</summary>
/// <param name="Index">Number of the vector, from 0.</param>
/// <param name="Inputs">How many there are.</param>
/// <param name="Solution">Node voltages and currents.</param>
public sealed record SolvedInput(int Index, int Inputs, ArraySolution Solution);
