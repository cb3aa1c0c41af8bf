using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Studies;
using Studies.Learning;

namespace Cli.Verbs;

/// <summary>Turns pictures into a weight matrix, and takes single pictures out of it again.</summary>
internal sealed class LearnVerb : StudyVerb<LearningRecord>
{
    private readonly CommonOptions _common = new();
    private readonly PatternOptions _patterns = new();
    private readonly RuleOptions _rules = new();

    private readonly Option<string> _rule = new("--rule")
    {
        Description = "Learning rule.",
        HelpName = string.Join('|', RuleOptions.Names),
        DefaultValueFactory = _ => "pseudoinverse",
    };

    private readonly RecordOptions<LearningStudy> _learning = new RecordOptions<LearningStudy>()
        .Add(study => study.Forget, "K...",
            "Pictures, counted from 1, to take out of the learned weights again by rank-one updates (hebb and pseudoinverse).")
        .Add(study => study.KeepDiagonal, "", "Write the diagonal W_ii too; other verbs want it zero.");

    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "Write the weights to this file (.npy or .csv); 'compile' and 'ising' read it.",
        HelpName = "FILE",
    };

    public override string Name => "learn";

    public override string Summary =>
        "Learns weights from pictures and writes them; pictures can be taken out again without learning afresh.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield learn --patterns a.png b.png c.png --rule storkey --weights W.npy",
        "hopfield learn --forget 3 7 --weights W.npy",
    ];

    protected override void DefineOptions(Command command)
    {
        _patterns.AddTo(command);
        command.Options.Add(_rule);
        _rules.AddTo(command);
        _learning.AddTo(command);
        command.Options.Add(_weights);
        command.Options.Add(_common.Seed);
        Output.HasFolder = false;
    }

    protected override Study<LearningRecord> Ask(ParseResult parsed) => _learning.Over(new()
    {
        Patterns = _patterns.Read(parsed),
        Rule = _rules.Find(parsed, parsed.GetValue(_rule)!),
        Seed = parsed.GetValue(_common.Seed),
    }, parsed);

    protected override OwnOutput<LearningRecord>? ReserveOwn(ParseResult parsed) =>
        MatrixOutput.Of<LearningRecord>(parsed.GetValue(_weights), record => record.Weights);

    protected override string Title(LearningRecord record) => $"Weights of {record.Pictures} pictures";

    protected override void Show(LearningRecord record, Presentation page)
    {
        page.Table(new ResultTable("rule", "pictures", "pixels", "rank", "fixed points", "largest weight", "from learning afresh")
            .Add(record.Rule, $"{record.Pictures}", $"{record.Pixels}", $"{record.Rank}", $"{record.FixedPoints}/{record.Pictures}",
                $"{record.LargestWeight:g4}", record.LargestDifferenceFromAfresh is { } difference ? $"{difference:g2}" : "-"));
        foreach (string note in record.Notes) page.Say(note);
    }
}
