using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Plots;
using Studies;
using Studies.Phases;

namespace Cli.Verbs;

/// <summary>Shows the phases of a network that learns mixtures of hidden features.</summary>
internal sealed class PhasesVerb : StudyVerb<PhasesRecord>
{
    private readonly CommonOptions _common = new();
    private readonly RuleOptions _rules = new();

    private readonly Option<string> _rule = new("--rule")
    {
        Description = "Learning rule.",
        HelpName = string.Join('|', RuleOptions.Names),
        DefaultValueFactory = _ => "hebb",
    };

    private readonly RecordOptions<PhasesStudy> _world = new RecordOptions<PhasesStudy>()
        .Add(study => study.Size, "N", "Pixels N.")
        .Add(study => study.Features, "D", "Hidden features D.")
        .Add(study => study.Active, "L", "Features per pattern L, odd.")
        .Add(study => study.Unsigned, "", "Coefficients 0 and 1, as the article has them, instead of the paper's ±1.")
        .Add(study => study.Relaxed, "", "Run to fixed points instead of one synchronous step.")
        .Add(study => study.KeepDiagonal, "", "Keep the rule's diagonal W_ii.")
        .Add(study => study.Loads, "A...", "Loads α = p/N.")
        .Add(study => study.Probes, "N", "Starts of each kind.");

    public override string Name => "phases";

    public override string Summary =>
        "Storage, learning, generalisation: how well a network keeps trained mixtures, hidden features, unseen mixtures and random states.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield phases --unsigned --out phases",
        "hopfield phases --rule pseudoinverse --keep-diagonal --loads 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1",
        "hopfield phases --size 2000 --features 20 --relaxed --loads 0.005 0.02 0.1 0.3 0.5",
        "hopfield phases --size 8000 --features 40 --active 5 --relaxed --loads 0.1 0.3 0.56",
    ];

    protected override void DefineOptions(Command command)
    {
        command.Options.Add(_rule);
        _rules.AddTo(command);
        _world.AddTo(command);
        command.Options.Add(_common.Seed);
    }

    protected override Study<PhasesRecord> Ask(ParseResult parsed) => _world.Over(new()
    {
        Rule = _rules.Find(parsed, parsed.GetValue(_rule)!),
        Seed = parsed.GetValue(_common.Seed),
    }, parsed);

    protected override string Title(PhasesRecord record) => $"Phases of {record.Rule}";

    protected override void Show(PhasesRecord record, Presentation page)
    {
        var table = new ResultTable("load", "patterns", "training", "features", "test", "random control");
        foreach (var point in record.Points)
            table.Add($"{point.Load:g4}", $"{point.Load * record.Size:f0}", $"{point.Training:f3}", $"{point.Feature:f3}",
                $"{point.Test:f3}", $"{point.Random:f3}");
        page.Table(table).Figure(Figure(record.Points));
    }

    private static ReportFigure Figure(IReadOnlyList<PhasePoint> points)
    {
        double[] x = [.. points.Select(point => point.Load)];
        return new("phases", new LineFigure
        {
            Title = "What the network keeps",
            X = new("load α = p/N", "", IsLogarithmic: true),
            Y = new("magnetisation m"),
            Series =
            [
                new("training", x, [.. points.Select(point => point.Training)]),
                new("features", x, [.. points.Select(point => point.Feature)]),
                new("test", x, [.. points.Select(point => point.Test)]),
                new("random control", x, [.. points.Select(point => point.Random)]),
            ],
        }, "Mean overlap of a state with what the dynamics makes of it. The random control tells generalisation from keeping everything.");
    }
}
