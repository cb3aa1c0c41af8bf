using System.CommandLine;
using System.Globalization;
using Cli.Arrays;
using Cli.Output;
using Crossbar.Arrays;
using Crossbar.Planning.Maps;
using Plots;

namespace Cli.Verbs;

/// <summary>Where a crossbar loses its voltage, and what that does to its outputs.</summary>
internal sealed class ArrayMapVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly ArrayOptions _array = new();
    private readonly CellLawOptions _law = new();

    private readonly Option<string?> _voltages = new("--voltages")
    {
        Description = "Input vectors in volts, .csv or .npy: one line per vector, one number per word line.",
        HelpName = "FILE",
    };

    private readonly Option<int> _input = new("--input")
    {
        Description = "Which line of --voltages is mapped, from 0.",
        HelpName = "K",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<string?> _select = new("--select")
    {
        Description = "In place of --voltages: one cell is read or written, its word line at --volts, its bit line at 0 V.",
        HelpName = "ROW,COLUMN",
    };

    private readonly Option<string> _scheme = new("--scheme")
    {
        Description = "What the unselected lines do with --select: V/2, V/3 and 2V/3, nothing, or 0 V.",
        HelpName = "v2|v3|floating|grounded",
        DefaultValueFactory = _ => "v2",
    };

    private readonly Option<double> _volts = new("--volts")
    {
        Description = "Voltage of the selected word line, in volts.",
        HelpName = "V",
        DefaultValueFactory = _ => 0.2,
    };

    private readonly Option<double?> _unit = new("--unit-siemens")
    {
        Description = "Conductance that stands for one unit of weight, in siemens. Default: the largest less the smallest cell.",
        HelpName = "G",
    };

    private readonly Option<string> _out =
        new("--out") { Description = "Folder for the maps (made if missing).", HelpName = "DIR", Required = true };

    /// <summary>Declares the schemes by the names that the field uses.</summary>
    public ArrayMapVerb() => _scheme.AcceptOnlyFromAmong("v2", "v3", "floating", "grounded");

    /// <inheritdoc/>
    public override string Name => "array map";

    /// <inheritdoc/>
    public override string Summary =>
        "Maps a crossbar with wires: IR drop, cell voltage, cell current, sneak current and power, as figures and CSV.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield array map --resistance R.csv --voltages V.csv --word-segment-ohms 1 --bit-segment-ohms 1 --out maps",
        "hopfield array map --conductance G.csv --technology 22nm --select 3,5 --scheme v3 --volts 0.3 --out maps",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _array.AddCellsTo(command);
        foreach (var option in (Option[])[_voltages, _input, _select, _scheme, _volts]) command.Options.Add(option);
        _array.AddWiresTo(command);
        _law.AddTo(command);
        foreach (var option in (Option[])[_unit, _out, _common.Json, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var cells = _array.Cells(parsed);
        var circuit = _array.Circuit(parsed, cells);
        var selection = Selection(parsed);
        var law = _law.Read(parsed);
        ArraySolution solution;
        int? newtonSteps;
        ArrayMaps maps;
        OutputErrors? errors = null;
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        if (selection is not null)
        {
            var (biased, words, bits) = selection.Bias(circuit);
            (solution, newtonSteps) = CellLawOptions.Solve(biased, law, words, bits, cancellation);
            maps = ArrayMaps.OfSelection(solution, selection);
        }
        else
        {
            var volts = Input(parsed, cells);
            (solution, newtonSteps) = CellLawOptions.Solve(circuit, law, volts, new double[cells.Columns], cancellation);
            maps = ArrayMaps.OfProduct(solution);
            errors = OutputErrors.Of(solution.OutputAmperes, IdealProduct.Amperes(cells, volts),
                UnitSiemens(parsed, cells) * (volts.Max(Math.Abs) is > 0 and var largest ? largest : 1));
        }
        string folder = OutputFile.Folder(parsed.GetRequiredValue(_out));
        var record = new MapRecord(solution, maps, selection,
            errors)
        { CellLaw = law?.Name ?? "linear", CellParameters = law, NewtonSteps = newtonSteps };
        Write(folder, maps, cells, record, errors);
        json?.Write(JsonText.Of(record));
        if (!parsed.GetValue(_common.Quiet))
        {
            foreach (string line in record.Sentences()) Console.Out.WriteLine(line);
            Console.Out.WriteLine(Path.Combine(parsed.GetRequiredValue(_out), "index.html"));
        }
        return solution.Converged ? ExitCode.Done : ExitCode.NotReached;
    }

    private double[] Input(ParseResult parsed, ConductanceMatrix cells)
    {
        string path = parsed.GetValue(_voltages)
            ?? throw new ArgumentException("no voltages are given; expected --voltages FILE, or --select ROW,COLUMN");
        var voltages = ArrayFiles.ReadVoltages(path, cells.Rows, _array.CellsPath(parsed));
        int input = parsed.GetValue(_input);
        if (input < 0 || input >= voltages.Rows)
            throw new ArgumentException($"--input {input}: {path} has {voltages.Rows} input vectors; expected 0 to {voltages.Rows - 1}");
        return voltages.Values[(input * cells.Rows)..((input + 1) * cells.Rows)];
    }

    private CellSelection? Selection(ParseResult parsed)
    {
        if (parsed.GetValue(_select) is not { } text) return null;
        if (parsed.GetValue(_voltages) is not null)
            throw new ArgumentException("--select and --voltages are both given; expected one of them");
        string[] parts = text.Split(',');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int row)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int column))
            throw new ArgumentException($"--select '{text}': expected ROW,COLUMN, two whole numbers from 0");
        return new(row, column, parsed.GetValue(_volts), BiasScheme.All.Single(s => s.Name == parsed.GetValue(_scheme)));
    }

    private double UnitSiemens(ParseResult parsed, ConductanceMatrix cells)
    {
        double unit = parsed.GetValue(_unit) ?? cells.Siemens.Max() - cells.Siemens.Min();
        if (unit == 0 && parsed.GetValue(_unit) is null) unit = cells.Siemens.Max(); // cells all alike: one cell is the unit
        return double.IsFinite(unit) && unit > 0 ? unit
            : throw new ArgumentException($"--unit-siemens must be a number greater than 0 S, not {unit}");
    }

    private static void Write(string folder, ArrayMaps maps, ConductanceMatrix cells, MapRecord record, OutputErrors? errors)
    {
        var page = new HtmlReport("Maps of an array");
        foreach (string line in record.Sentences()) page.Paragraph(line);
        foreach (var (figure, values) in MapFigures.Of(maps, cells.Rows, cells.Columns))
        {
            File.WriteAllText(Path.Combine(folder, $"{figure.Name}.svg"), figure.Figure.ToSvg());
            MapCsv.Write(Path.Combine(folder, $"{figure.Name}.csv"), cells.Rows, cells.Columns, values);
            page.Figure(figure.Figure, figure.Caption);
        }
        if (errors is not null)
        {
            var table = MapCsv.OutputTable(errors);
            File.WriteAllLines(Path.Combine(folder, "outputs.csv"), table.Rows.Prepend([.. table.Headings])
                .Select(row => string.Join(',', row)));
            page.Section("Outputs").Table(table.Headings, table.Rows);
        }
        page.Paragraph($"hopfield {AppVersion.Text}");
        File.WriteAllText(Path.Combine(folder, "index.html"), page.ToHtml());
    }
}
