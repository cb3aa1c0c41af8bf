using System.CommandLine;
using Cli.Arrays;
using Cli.Layouts;
using Cli.Options;
using Cli.Output;
using Studies;
using Studies.Layouts;

namespace Cli.Verbs;

/// <summary>Plans an array: area, wires, speed, energy and what the wires cost in accuracy; and how large a tile may be.</summary>
internal sealed class LayoutVerb : StudyVerb<LayoutRecord>
{
    private readonly CommonOptions _common = new();
    private readonly ArrayOptions _array = new();
    private readonly LayoutOptions _layout = new();
    private readonly LayoutTileOptions _tiles = new();

    private readonly RecordOptions<LayoutStudy> _lines = new RecordOptions<LayoutStudy>()
        .Add(study => study.Rows, "N", "Word lines of the array.")
        .Add(study => study.Columns, "N", "Bit lines of the array.");

    public override string Name => "layout";

    public override string Summary =>
        "Plans an array: area, line resistance, settling time, energy per read, computing error; the largest tile within an error budget.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield layout --rows 128 --columns 64 --technology 22nm --cell 1t1r-compact --device stanford-pku",
        "hopfield layout --weights W.csv --technology 45nm --sizes 16,32,64 --budget 0.25 --assign --compensate --out layout --json layout.json",
    ];

    protected override void DefineOptions(Command command)
    {
        _lines.AddTo(command);
        _array.AddWiresTo(command);
        _layout.AddTo(command);
        _tiles.AddTo(command);
        command.Options.Add(_common.Seed);
    }

    protected override Study<LayoutRecord> Ask(ParseResult parsed) => _tiles.Over(_lines.Over(new()
    {
        Technology = _array.Technology(parsed, "22nm")!,
        Parameters = _layout.Read(parsed),
        Drive = _layout.Drive(_array, parsed),
        Seed = parsed.GetValue(_common.Seed),
    }, parsed), parsed);

    protected override string Title(LayoutRecord record) => "Layout of an array";

    protected override void Show(LayoutRecord record, Presentation page)
    {
        foreach (string sentence in LayoutSentences.Of(record)) page.Say(sentence);
        page.Table(LayoutTables.Sizes([record.Array, .. record.Sizes]));
        if (record.Sizes.Count > 0) page.Figures(LayoutTables.Figures(record.Sizes, record.BudgetWeightUnits));
        foreach (var (title, tilings) in LayoutSentences.Tilings(record)) page.Table(LayoutTables.Tilings(tilings), title);
        if (record.Tilings is { Count: > 0 }) page.Figures(LayoutTables.Figures(record));
    }

    protected override int Verdict(LayoutRecord record) => record.Converged ? ExitCode.Done : ExitCode.NotReached;
}
