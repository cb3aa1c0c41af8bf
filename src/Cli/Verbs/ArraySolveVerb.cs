using System.CommandLine;
using System.Diagnostics;
using Cli.Arrays;
using Cli.Output;
using Crossbar.Layout;
using Hopfield.Files;

namespace Cli.Verbs;

/// <summary>Output currents of a crossbar with wires.</summary>
public sealed class ArraySolveVerb : Verb
{
    private const int Chunk = 64;
    private readonly CommonOptions _common = new();
    private readonly ArrayOptions _array = new();

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
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _array.AddCellsTo(command);
        command.Options.Add(_voltages);
        _array.AddWiresTo(command);
        foreach (var option in (Option[])[_out, _nodes, _tolerance, _common.Json, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string cellsPath = _array.CellsPath(parsed), outPath = parsed.GetRequiredValue(_out);
        var cells = _array.Cells(parsed);
        var voltages = ArrayFiles.ReadVoltages(parsed.GetRequiredValue(_voltages), cells.Rows, cellsPath);
        var circuit = _array.Circuit(parsed, cells);
        var solver = new ArraySolver(circuit, new() { OutputTolerance = parsed.GetValue(_tolerance), Threads = Environment.ProcessorCount });
        if (Path.GetExtension(outPath).ToLowerInvariant() is not (".csv" or ".npy"))
            throw new ArgumentException($"--out {outPath}: expected a file name that ends in .csv or .npy");
        using var reserved = new OutputFile(outPath);
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        var nodes = parsed.GetValue(_nodes) is { } folder ? new NodeFiles(OutputFile.Folder(folder), cells, voltages.Rows) : null;

        bool quiet = parsed.GetValue(_common.Quiet), cancelled = false;
        var clock = Stopwatch.StartNew();
        var done = new List<ArrayOutputs>();
        Progress.Run("input vectors", voltages.Rows, quiet, tick =>
        {
            try
            {
                int size = nodes is null ? Chunk : 1;
                for (int first = 0; first < voltages.Rows; first += size)
                {
                    int count = Math.Min(size, voltages.Rows - first);
                    var inputs = voltages.Values.AsMemory(first * cells.Rows, count * cells.Rows);
                    done.Add(nodes is null ? solver.SolveMany(inputs, cancellation: cancellation) : nodes.Write(first, Solve(solver, inputs.Span, cancellation)));
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
        var currents = new Matrix(done.Sum(part => part.Inputs), cells.Columns, [.. done.SelectMany(part => part.OutputAmperes)]);
        MatrixFile.Write(outPath, currents);
        var report = new SolveRecord(
            cellsPath, cells.Rows, cells.Columns, currents.Rows, circuit.Wires.WordSegmentOhms, circuit.Wires.BitSegmentOhms,
            _array.DriverOhms(parsed), _array.SenseOhms(parsed), _array.DrivenFromBothEnds(parsed) ? "both" : "one",
            currents.Values.Max(Math.Abs), done.Max(part => part.ResidualAmperes), done.Max(part => part.OutputErrorAmperes),
            done.Max(part => part.Iterations), done.All(part => part.Converged), cancelled, wall);
        json?.Write(JsonText.Of(report));
        if (!quiet) Print(report, outPath);
        if (!report.Converged)
            Console.Error.WriteLine("hopfield: the estimated output error is above --tolerance; the currents are the best that was reached");
        return cancelled ? ExitCode.Cancelled : report.Converged ? ExitCode.Done : ExitCode.NotReached;
    }

    private static ArraySolution Solve(ArraySolver solver, ReadOnlySpan<double> volts, CancellationToken cancellation) =>
        solver.Solve(volts, new double[solver.Circuit.Cells.Columns], cancellation: cancellation);

    private static void Print(SolveRecord r, string path)
    {
        Console.Out.WriteLine($"{r.Rows} x {r.Columns} cells, {r.Inputs} input vector{(r.Inputs == 1 ? "" : "s")}, segments "
            + $"{Quantity.Text(r.WordSegmentOhms, "Ω")} (word) and {Quantity.Text(r.BitSegmentOhms, "Ω")} (bit): {Quantity.Text(r.WallSeconds, "s")}");
        Console.Out.WriteLine($"largest output {Quantity.Text(r.LargestAmperes, "A")}, estimated error {Quantity.Text(r.OutputErrorAmperes, "A")}, "
            + $"KCL residual {Quantity.Text(r.ResidualAmperes, "A")}, at most {r.Iterations} iterations");
        Console.Out.WriteLine(path);
    }

    private sealed record SolveRecord(
        string Cells, int Rows, int Columns, int Inputs, double WordSegmentOhms, double BitSegmentOhms, double DriverOhms, double SenseOhms, string Drive,
        double LargestAmperes, double ResidualAmperes, double OutputErrorAmperes, int Iterations, bool Converged, bool Cancelled, double WallSeconds)
    {
        public string Version { get; } = AppVersion.Text;
    }

    /// <summary>Node voltages and cell currents of each input vector as files of their own.</summary>
    private sealed class NodeFiles(string folder, ConductanceMatrix cells, int inputs)
    {
        internal ArrayOutputs Write(int input, ArraySolution solution)
        {
            string mark = inputs == 1 ? "" : $"{input}_";
            Save($"{mark}vword_V.csv", solution.WordNodeVolts);
            Save($"{mark}vbit_V.csv", solution.BitNodeVolts);
            Save($"{mark}cell_A.csv", solution.CellAmperes());
            return ArrayOutputs.Of(solution);
        }

        private void Save(string name, double[] values) => CsvFile.Write(Path.Combine(folder, name), new(cells.Rows, cells.Columns, values));
    }
}
