using System.CommandLine;
using Cli.Arrays;
using Cli.Options;
using Cli.Output;
using Hopfield.Files;
using Studies;
using Studies.Arrays;

namespace Cli.Verbs;

/// <summary>Output currents of a crossbar with wires.</summary>
internal sealed class ArraySolveVerb : StudyVerb<ArraySolveRecord>
{
    private readonly ArrayOptions _array = new();
    private readonly CellLawOptions _law = new();
    private readonly TileOptions _tiles = new();

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

    private readonly RecordOptions<ArraySolveStudy> _exactness = new RecordOptions<ArraySolveStudy>()
        .Add(study => study.OutputTolerance, "X", "Largest estimated error of an output current, as a fraction of the largest one.",
            "--tolerance");

    public override string Name => "array solve";
    public override string Summary => "Solves a crossbar with resistive wires: output currents for any number of input vectors.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield array solve --resistance R.csv --voltages V.csv --word-segment-ohms 1 --bit-segment-ohms 1 --out I.csv",
        "hopfield array solve --conductance G.npy --voltages V.csv --technology 22nm --drive both --out I.csv --nodes nodes --json solve.json",
        "hopfield array solve --resistance R.csv --voltages V.csv --word-segment-ohms 1 --tile-rows 64 --partial-sums shared --global-segment-ohms 5 --out I.csv",
        "hopfield array solve --resistance R.csv --voltages V.csv --technology 22nm --cell-law selector --cell-parameters selector.json --out I.csv",
    ];

    protected override void DefineOptions(Command command)
    {
        _array.AddFilesTo(command, needsVoltages: true);
        _array.AddWiresTo(command);
        _law.AddTo(command);
        _tiles.AddTo(command);
        command.Options.Add(_out);
        command.Options.Add(_nodes);
        _exactness.AddTo(command);
        Output.HasFolder = false;
    }

    protected override Study<ArraySolveRecord> Ask(ParseResult parsed)
    {
        var study = _exactness.Over(new()
        {
            Array = _array.Read(parsed, _law.Read(parsed)),
            Voltages = _array.Voltages(parsed)!,
            Tiles = _tiles.Read(parsed),
        }, parsed);
        return parsed.GetValue(_nodes) is { } folder ? study with { WithNodes = true, OnSolution = new NodeFiles(folder).Write } : study;
    }

    protected override OwnOutput<ArraySolveRecord>? ReserveOwn(ParseResult parsed)
    {
        string path = parsed.GetRequiredValue(_out), extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (".csv" or ".npy"))
            throw new ArgumentException($"--out {path}: expected a file name that ends in .csv or .npy");
        return new(path, (to, record) =>
        {
            var currents = new Matrix(record.Inputs, record.Columns, record.Outputs.OutputAmperes);
            if (extension == ".npy") NpyFile.Write(to, currents);
            else CsvFile.Write(to, currents);
        });
    }

    protected override string Title(ArraySolveRecord record) => "Outputs of an array";

    protected override void Show(ArraySolveRecord record, Presentation page)
    {
        foreach (string sentence in SolveSentences.Of(record)) page.Say(sentence);
    }

    protected override int Verdict(ArraySolveRecord record)
    {
        if (record.Converged) return ExitCode.Done;
        Console.Error.WriteLine("hopfield: the estimated output error is above --tolerance; the currents are the best that was reached");
        return ExitCode.NotReached;
    }
}
