using System.CommandLine;
using System.Diagnostics;
using Cli.Arrays;
using Cli.Options;
using Cli.Output;
using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Arrays.Solving;
using Crossbar.Arrays.Tiling;
using Hopfield.Files;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Output currents of a crossbar with wires.</summary>
internal sealed class ArraySolveVerb : Verb
{
    private const int Chunk = 64;
    private readonly CommonOptions _common = new();
    private readonly ArrayOptions _array = new();
    private readonly CellLawOptions _law = new();
    private readonly TileOptions _tiles = new();

    private readonly Option<string> _voltages = new("--voltages")
    {
        Description = "Input vectors in volts, .csv or .npy: one line per vector, one number per word line.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "Where the output currents go, in amperes, .csv or .npy: one line per input vector.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _nodes = new("--nodes")
    {
        Description = "Folder for the node voltages and cell currents of every input vector (made if missing).",
        HelpName = "DIR",
    };

    private readonly Option<double> _tolerance = new("--tolerance")
    {
        Description = "Largest estimated error of an output current, as a fraction of the largest one.",
        HelpName = "X",
        DefaultValueFactory = _ => new ArraySolverOptions().OutputTolerance,
    };

    /// <inheritdoc/>
    public override string Name => "array solve";

    /// <inheritdoc/>
    public override string Summary => "Solves a crossbar with resistive wires: output currents for any number of input vectors.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield array solve --resistance R.csv --voltages V.csv --word-segment-ohms 1 --bit-segment-ohms 1 --out I.csv",
        "hopfield array solve --conductance G.npy --voltages V.csv --technology 22nm --drive both --out I.csv --nodes nodes --json solve.json",
        "hopfield array solve --resistance R.csv --voltages V.csv --word-segment-ohms 1 --tile-rows 64 --partial-sums shared --global-segment-ohms 5 --out I.csv",
        "hopfield array solve --resistance R.csv --voltages V.csv --technology 22nm --cell-law selector --cell-parameters selector.json --out I.csv",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _array.AddCellsTo(command);
        command.Options.Add(_voltages);
        _array.AddWiresTo(command);
        _law.AddTo(command);
        _tiles.AddTo(command);
        foreach (var option in (Option[])[_out, _nodes, _tolerance, _common.Json, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string cellsPath = _array.CellsPath(parsed), outPath = parsed.GetRequiredValue(_out);
        var cells = _array.Cells(parsed);
        var voltages = ArrayFiles.ReadVoltages(parsed.GetRequiredValue(_voltages), cells.Rows, cellsPath);
        var circuit = _array.Circuit(parsed, cells);
        var options = new ArraySolverOptions { OutputTolerance = parsed.GetValue(_tolerance), Threads = Environment.ProcessorCount };
        var law = _law.Read(parsed);
        var tiles = _tiles.Solver(parsed, circuit, law, options);
        if (tiles is not null && parsed.GetValue(_nodes) is not null)
            throw new ArgumentException("--nodes writes the nodes of one array, and this one is cut into tiles; expected one of --nodes and --tile-rows, --tile-columns");
        if (Path.GetExtension(outPath).ToLowerInvariant() is not (".csv" or ".npy"))
            throw new ArgumentException($"--out {outPath}: expected a file name that ends in .csv or .npy");
        using var reserved = new OutputFile(outPath);
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        var nodes = parsed.GetValue(_nodes) is { } folder ? new NodeFiles(OutputFile.Folder(folder), cells, voltages.Rows) : null;
        var solve = Solver(circuit, law, tiles?.Solver, nodes, options);

        bool quiet = parsed.GetValue(_common.Quiet), cancelled = false;
        var clock = Stopwatch.StartNew();
        var done = new List<ArrayOutputs>();
        Progress.Run("input vectors", voltages.Rows, quiet, tick =>
        {
            try
            {
                int size = nodes is null && law is null ? Chunk : 1;
                for (int first = 0; first < voltages.Rows; first += size)
                {
                    int count = Math.Min(size, voltages.Rows - first);
                    var inputs = voltages.Values.AsMemory(first * cells.Rows, count * cells.Rows);
                    done.Add(solve(first, inputs, cancellation));
                    for (int k = 0; k < count; k++) tick();
                }
            }
            catch (OperationCanceledException) when (done.Count > 0)
            {
                cancelled = true; // what is finished is written below
            }
            return done.Count;
        });
        double wall = clock.Elapsed.TotalSeconds;
        var all = ArrayOutputs.OneAfterAnother(done);
        var currents = new Matrix(all.Inputs, cells.Columns, all.OutputAmperes);
        reserved.Write(path => Save(path, Path.GetExtension(outPath), currents));
        var report = new SolveRecord(
            cellsPath, cells.Rows, cells.Columns, all.Inputs, circuit.Wires.WordSegmentOhms, circuit.Wires.BitSegmentOhms,
            _array.DriverOhms(parsed), _array.SenseOhms(parsed), _array.DrivenFromBothEnds(parsed) ? "both" : "one",
            law?.Name ?? "linear", law, tiles?.Record, all.OutputAmperes.Max(Math.Abs), all.ResidualAmperes, all.OutputErrorAmperes,
            all.Iterations, law is null ? null : all.NewtonSteps, tiles?.Record.PartialSums == "shared" ? all.LineIterations : null,
            all.Converged, cancelled, wall);
        json?.Write(RecordJson.Of(report));
        if (!quiet) Print(report, outPath);
        if (!report.Converged)
            Console.Error.WriteLine("hopfield: the estimated output error is above --tolerance; the currents are the best that was reached");
        return cancelled ? ExitCode.Cancelled : report.Converged ? ExitCode.Done : ExitCode.NotReached;
    }

    /// <summary>What solves a few input vectors, the first of which has the number given.</summary>
    private static Func<int, ReadOnlyMemory<double>, CancellationToken, ArrayOutputs> Solver(
        ArrayCircuit circuit, ICellLawFactory? law, TiledArraySolver? tiles, NodeFiles? nodes, ArraySolverOptions options)
    {
        if (tiles is not null) return (_, volts, cancellation) => tiles.SolveMany(volts, cancellation);
        var grounds = new double[circuit.Cells.Columns];
        if (law is not null)
        {
            var newton = CellLawOptions.Newton(circuit, law, options);
            return (first, volts, cancellation) =>
            {
                var solution = newton.Solve(volts.Span, grounds, cancellation);
                nodes?.Write(first, solution.AsLinear);
                return solution.Outputs;
            };
        }
        var solver = new ArraySolver(circuit, options);
        if (nodes is null) return (_, volts, cancellation) => solver.SolveMany(volts, cancellation: cancellation);
        return (first, volts, cancellation) =>
        {
            var solution = solver.Solve(volts.Span, grounds, cancellation: cancellation);
            nodes.Write(first, solution);
            return ArrayOutputs.Of(solution);
        };
    }

    private static void Save(string path, string extension, Matrix currents)
    {
        if (extension.Equals(".npy", StringComparison.OrdinalIgnoreCase)) NpyFile.Write(path, currents);
        else CsvFile.Write(path, currents);
    }

    private static void Print(SolveRecord r, string path)
    {
        Console.Out.WriteLine($"{r.Rows} x {r.Columns} cells, {r.Inputs} input vector{(r.Inputs == 1 ? "" : "s")}, segments "
            + $"{Quantity.Text(r.WordSegmentOhms, "Ω")} (word) and {Quantity.Text(r.BitSegmentOhms, "Ω")} (bit): {Quantity.Text(r.WallSeconds, "s")}");
        if (r.Tiles is { } tiles)
            Console.Out.WriteLine($"{tiles.Count} tile{(tiles.Count == 1 ? "" : "s")} of at most {tiles.Rows} x {tiles.Columns} cells, "
                + (r.LineIterations is { } lines
                    ? $"partial sums on shared lines of {Quantity.Text(tiles.GlobalSegmentOhms, "Ω")} a segment: at most {lines} iterations"
                    : "partial sums added as numbers"));
        string work = r.NewtonSteps is { } steps ? $"{r.CellLaw} cells: at most {steps} Newton steps"
            : $"at most {r.Iterations} iterations";
        Console.Out.WriteLine($"largest output {Quantity.Text(r.LargestAmperes, "A")}, estimated error {Quantity.Text(r.OutputErrorAmperes, "A")}, "
            + $"KCL residual {Quantity.Text(r.ResidualAmperes, "A")}, {work}");
        Console.Out.WriteLine(path);
    }

    private sealed record SolveRecord(
        string Cells, int Rows, int Columns, int Inputs, double WordSegmentOhms, double BitSegmentOhms, double DriverOhms, double SenseOhms,
            string Drive,
        string CellLaw, object? CellParameters, TileRecord? Tiles,
        double LargestAmperes, double ResidualAmperes, double OutputErrorAmperes, int Iterations, int? NewtonSteps, int? LineIterations,
        bool Converged, bool Cancelled, double WallSeconds)
    {
        public string Version { get; } = ProgramVersion.Text;
    }

    /// <summary>Node voltages and cell currents of each input vector as files of their own.</summary>
    private sealed class NodeFiles(string folder, ConductanceMatrix cells, int inputs)
    {
        internal void Write(int input, ArraySolution solution)
        {
            string mark = inputs == 1 ? "" : $"{input}_";
            Save($"{mark}vword_V.csv", solution.WordNodeVolts);
            Save($"{mark}vbit_V.csv", solution.BitNodeVolts);
            Save($"{mark}cell_A.csv", solution.CellAmperes());
        }

        private void Save(string name, double[] values) =>
            CsvFile.Write(Path.Combine(folder, name), new(cells.Rows, cells.Columns, values));
    }
}
