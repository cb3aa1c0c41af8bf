using System.CommandLine;
using System.Globalization;
using Cli.Arrays;
using Cli.Options;
using Cli.Output;
using Crossbar.Arrays;
using Studies;
using Studies.Arrays;

namespace Cli.Verbs;

/// <summary>Where a crossbar loses its voltage, and what that does to its outputs.</summary>
internal sealed class ArrayMapVerb : StudyVerb<ArrayMapRecord>
{
    private readonly ArrayOptions _array = new();
    private readonly CellLawOptions _law = new();

    private readonly Option<string?> _select = new("--select")
    {
        Description = "In place of --voltages: one cell is read or written, its word line at --volts, its bit line at 0 V.",
        HelpName = "ROW,COLUMN",
    };

    private readonly RecordOptions<ArrayMapStudy> _lines = new RecordOptions<ArrayMapStudy>()
        .Add(study => study.Input, "K", "Which line of --voltages is mapped, from 0.")
        .AddChoice(study => study.Scheme, "What the unselected lines do with --select: V/2, V/3 and 2V/3, nothing, or 0 V.", null,
            [("v2", BiasScheme.Half), ("v3", BiasScheme.Third), ("floating", BiasScheme.Floating), ("grounded", BiasScheme.Grounded)])
        .Add(study => study.Volts, "V", "Voltage of the selected word line, in volts.")
        .Add(study => study.UnitSiemens, "G",
            "Conductance that stands for one unit of weight, in siemens. Default: the largest less the smallest cell.");

    public override string Name => "array map";

    public override string Summary =>
        "Maps a crossbar with wires: IR drop, cell voltage, cell current, sneak current and power, as figures and CSV.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield array map --resistance R.csv --voltages V.csv --word-segment-ohms 1 --bit-segment-ohms 1 --out maps",
        "hopfield array map --conductance G.csv --technology 22nm --select 3,5 --scheme v3 --volts 0.3 --out maps",
    ];

    protected override void DefineOptions(Command command)
    {
        _array.AddFilesTo(command, needsVoltages: false);
        command.Options.Add(_select);
        _lines.AddTo(command);
        _array.AddWiresTo(command);
        _law.AddTo(command);
        (Output.Out.Required, Output.Out.Description) = (true, "Folder for the maps (made if missing).");
    }

    protected override Study<ArrayMapRecord> Ask(ParseResult parsed) => _lines.Over(new()
    {
        Array = _array.Read(parsed, _law.Read(parsed)),
        Voltages = _array.Voltages(parsed),
        Select = parsed.GetValue(_select) is { } text ? Place(text) : null,
    }, parsed);

    protected override string Title(ArrayMapRecord record) => "Maps of an array";

    protected override void Show(ArrayMapRecord record, Presentation page)
    {
        foreach (string sentence in MapSentences.Of(record)) page.Say(sentence);
        foreach (var (figure, values) in MapFigures.Of(record.Maps, record.Rows, record.Columns))
            page.Figure(figure).File($"{figure.Name}.csv", path => MapCsv.Write(path, record.Rows, record.Columns, values));
        if (record.Outputs is not { } errors) return;
        var table = MapCsv.OutputTable(errors);
        page.Table(table, "Outputs", printed: false).File("outputs.csv", path => MapCsv.Write(path, table));
    }

    protected override int Verdict(ArrayMapRecord record) => record.Converged ? ExitCode.Done : ExitCode.NotReached;

    private static CellPlace Place(string text)
    {
        string[] parts = text.Split(',');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int row)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int column) ? new(row, column)
            : throw new ArgumentException($"--select '{text}': expected ROW,COLUMN, two whole numbers from 0");
    }
}
