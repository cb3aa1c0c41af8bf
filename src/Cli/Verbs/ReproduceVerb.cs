using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Reproduction;
using Studies;

namespace Cli.Verbs;

/// <summary>Checks published claims.</summary>
internal sealed class ReproduceVerb : StudyVerb<ReproductionReport>
{
    private readonly CommonOptions _common = new();

    private readonly Argument<string[]> _names = new("claims")
    {
        Description = "Groups or ids of claims, as 'hopfield list claims' shows them; none for all.",
        HelpName = "GROUP|ID",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _quick = new("--quick") { Description = "Only the claims that take seconds and need no data." };

    private readonly Option<string?> _mnist = new("--mnist")
    {
        Description = "Folder with the MNIST files; 'hopfield data' says where they are looked for without it.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _instances = new("--instances")
    {
        Description = "Folder with the public MAX-CUT files g05_60.0 to g05_60.9 (Biq Mac) and adjMat.npy (QPA), for the group mem-hnn.",
        HelpName = "DIR",
    };

    public override string Name => "reproduce";

    public override string Summary =>
        "Checks published claims: our figure, its interval, and whether it is the published one. Exit code 1 when one is not as expected.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield reproduce --quick",
        "hopfield reproduce hebb attention --mnist data/mnist --json claims.json --out out/claims",
        "hopfield reproduce array.cai5c",
        "hopfield reproduce mem-hnn --instances data/maxcut/rudy --out out/mem-hnn",
    ];

    protected override void DefineOptions(Command command)
    {
        command.Arguments.Add(_names);
        foreach (var option in (Option[])[_quick, _mnist, _instances, _common.Seed]) command.Options.Add(option);
    }

    protected override string Title(ReproductionReport record) => "Published claims, checked";

    protected override void Show(ReproductionReport record, Presentation page) =>
        page.Table(ReproductionText.Table(record)).Say("\n" + ReproductionText.Summary(record), onPage: false)
            .Say(ReproductionText.Summary(record), printed: false)
            .Figures(ClaimFigures.Of(record))
            .File("reproduction.md", path => File.WriteAllText(path, ReproductionPages.Summary(record)))
            .File("claims.md", path => File.WriteAllText(path, ReproductionPages.Full(record)));

    protected override int Verdict(ReproductionReport record) =>
        record.Claims.All(claim => claim.AsExpected) ? ExitCode.Done : ExitCode.NotReached;

    protected override Study<ReproductionReport> Ask(ParseResult parsed)
    {
        var study = new ReproductionStudy
        {
            Names = parsed.GetValue(_names) ?? [],
            QuickOnly = parsed.GetValue(_quick),
            Mnist = parsed.GetValue(_mnist),
            Instances = parsed.GetValue(_instances),
            WithCurves = parsed.GetValue(Output.Out) is not null,
            Seed = parsed.GetValue(_common.Seed),
        };
        study.Selected(); // Refuses, before anything is written, what leaves nothing to check.
        return study;
    }
}
