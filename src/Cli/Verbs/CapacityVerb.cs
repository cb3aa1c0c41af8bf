using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Plots;
using Studies;
using Studies.Capacity;

namespace Cli.Verbs;

/// <summary>Measures how many patterns each learning rule recalls.</summary>
internal sealed class CapacityVerb : StudyVerb<CapacityRecord>
{
    private readonly CommonOptions _common = new();
    private readonly PatternOptions _patterns = new();
    private readonly RuleOptions _rules = new();
    private readonly DynamicsOptions _dynamics = new() { HasOrder = false };

    private readonly Option<string[]> _rule = new("--rule")
    {
        Description = "Learning rules to compare.",
        HelpName = string.Join('|', RuleOptions.Names),
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["hebb", "storkey", "pseudoinverse"],
    };

    private readonly RecordOptions<CapacityStudy> _protocol = new RecordOptions<CapacityStudy>()
        .Add(study => study.Size, "N", "Pixels of the random patterns, where no --patterns are given.")
        .Add(study => study.Counts, "P...",
            "Numbers of stored patterns; default: ten loads from 0.05 to 0.95 of the pixels, or of the pictures there are.")
        .Add(study => study.Noise, "F", "Fraction of pixels flipped in each cue.")
        .Add(study => study.LeastOverlap, "M", "Overlap from which a pattern counts as recalled; 1 asks for every pixel.", "--overlap")
        .Add(study => study.Draws, "N", "Independent sets of patterns.");

    public override string Name => "capacity";

    public override string Summary =>
        "Fraction of stored patterns recalled against their number, with 95 % intervals, all rules in one figure.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield capacity --size 200 --out capacity",
        "hopfield capacity --patterns mnist-train --count 2000 --counts 50 100 150 200 250 300 --rule hebb pseudoinverse --overlap 0.95 --keep-diagonal",
    ];

    protected override void DefineOptions(Command command)
    {
        _patterns.AddTo(command);
        command.Options.Add(_rule);
        _rules.AddTo(command);
        _protocol.AddTo(command);
        _dynamics.AddTo(command);
        command.Options.Add(_common.Seed);
    }

    protected override Study<CapacityRecord> Ask(ParseResult parsed)
    {
        var conventions = _dynamics.Read(parsed);
        return _protocol.Over(new()
        {
            Rules = [.. parsed.GetValue(_rule)!.Select(name => _rules.Find(parsed, name))],
            Patterns = _patterns.IsGiven(parsed) ? _patterns.Read(parsed) : null,
            Ties = conventions.Ties,
            KeepsDiagonal = conventions.KeepDiagonal,
            Seed = parsed.GetValue(_common.Seed),
        }, parsed);
    }

    protected override string Title(CapacityRecord record) => "Capacity";
    protected override void Show(CapacityRecord record, Presentation page) => page.Table(Table(record)).Figure(Figure(record));

    // In the order in which they were asked for.
    private static string[] Rules(CapacityRecord record) => [.. record.Points.Select(point => point.Rule).Distinct()];

    private static ResultTable Table(CapacityRecord record)
    {
        string[] rules = Rules(record);
        var table = new ResultTable([.. rules.Prepend("patterns")]);
        foreach (var row in record.Points.GroupBy(point => point.Count))
            table.Add([.. rules.Select(rule => row.FirstOrDefault(point => point.Rule == rule) is { } point
                ? $"{100 * point.Recalled:f1} % [{100 * point.Low:f1}, {100 * point.High:f1}]" : "-").Prepend($"{row.Key}")]);
        return table;
    }

    private static ReportFigure Figure(CapacityRecord record) => new("capacity", new LineFigure
    {
        Title = "Share of stored patterns recalled",
        X = new("stored patterns p"),
        Y = new("share recalled"),
        Series = [.. Rules(record).SelectMany((rule, colour) =>
        {
            CapacityPoint[] own = [.. record.Points.Where(point => point.Rule == rule)];
            double[] x = [.. own.Select(point => (double)point.Count)];
            return (LineSeries[])
            [
                new(rule, x, [.. own.Select(point => point.Recalled)]) { Colour = colour },
                // Each interval is a stroke of its own: the break between two is a point that is not a number.
                new(null, [.. x.SelectMany(at => (double[])[at, at, double.NaN])],
                    [.. own.SelectMany(point => (double[])[point.Low, point.High, double.NaN])]) { Colour = colour },
            ];
        })],
    }, $"{100 * record.Noise:g3} % of the pixels of each cue are flipped; recalled means an overlap of at least {record.LeastOverlap:g3}. "
        + $"Strokes are 95 % intervals over {record.Draws} draws.");
}
