using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Studies;
using Studies.Machines;
using Studies.Recalling;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>Recalls stored pictures from damaged copies.</summary>
internal sealed class RecallVerb : SolveVerb
{
    private readonly PatternOptions _patterns = new();
    private readonly RuleOptions _rules = new();
    private readonly CueOptions _cues = new();
    private readonly DynamicsOptions _dynamics = new();
    private readonly LookupOptions _lookup = new();

    private readonly Option<string> _rule = new("--rule")
    {
        Description = "Learning rule; 'modern' and 'dense' store the pictures themselves and need no weights.",
        HelpName = string.Join('|', RuleOptions.Names.Concat(LookupOptions.Names)),
        DefaultValueFactory = _ => "pseudoinverse",
    };

    public override string Name => "recall";
    public override string Summary => "Stores pictures and recalls them from noisy copies; run k starts from picture k.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield recall --noise 0.2",
        "hopfield recall --patterns a.png b.png c.png --rule hebb --out out/recall",
        "hopfield recall --patterns mnist --rule hebb --machine digital --out bias-sink",
        "hopfield recall --patterns mnist --rule modern --beta 0.2 --noise 0.3",
        "hopfield recall --symbols \"first text\" \"second text\" --occlude 0,0,10,21 --machine digital",
    ];

    protected override void DefineProblem(Command command)
    {
        _patterns.AddTo(command);
        command.Options.Add(_rule);
        _rules.AddTo(command);
        _cues.AddTo(command);
        _dynamics.AddTo(command);
        _lookup.AddTo(command);
    }

    protected override Study Ask(ParseResult parsed)
    {
        string rule = parsed.GetValue(_rule)!;
        return !LookupOptions.Names.Contains(rule) ? base.Ask(parsed) : new LookupStudy
        {
            Patterns = _patterns.Read(parsed),
            Memory = _lookup.Read(parsed, rule),
            Cue = _cues.Read(parsed),
            Runs = Runs(parsed),
            Seed = Seed(parsed),
        };
    }

    protected override Presentation? Page(StudyRecord record) => record is not LookupRecord lookup ? base.Page(record)
        : lookup.Runs.Count > 0 ? LookupOutput.Of(lookup) : null;

    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine)
    {
        var conventions = _dynamics.Read(parsed);
        if (machine.IsCircuit && conventions.KeepDiagonal)
            throw new ArgumentException("--keep-diagonal: the circuit has no self-couplings; expected --machine digital with it");
        return new RecallSource
        {
            Patterns = _patterns.Read(parsed),
            Rule = _rules.Find(parsed, parsed.GetValue(_rule)!, LookupOptions.Names),
            Cue = _cues.Read(parsed),
            Digital = conventions,
        };
    }
}
