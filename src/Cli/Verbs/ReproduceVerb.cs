using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Reproduction;
using Hopfield.Patterns;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Checks published claims.</summary>
internal sealed class ReproduceVerb : Verb
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

    private readonly Option<string?> _figures = new("--figures")
    {
        Description = "Draw the figures of the groups that have some, our points beside the published ones, into this folder.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _markdown = new("--markdown")
    {
        Description = "Write the page of results to this file.",
        HelpName = "FILE"
    };

    private readonly Option<bool> _list = new("--list")
    {
        Description = "Old name of 'hopfield list claims'.",
        Hidden = true,
    };

    /// <inheritdoc/>
    public override string Name => "reproduce";

    /// <inheritdoc/>
    public override string Summary =>
        "Checks published claims: our figure, its interval, and whether it is the published one. Exit code 1 when one is not as expected.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield reproduce --quick",
        "hopfield reproduce seeds --mnist data/mnist --json claims.json --markdown docs/results/reproduction.md",
        "hopfield reproduce seeds.7",
        "hopfield reproduce mem-hnn --instances data/maxcut/rudy --figures out/mem-hnn",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Arguments.Add(_names);
        foreach (var option in (Option[])[_quick, _mnist, _instances, _figures, _list, _common.Seed, _common.Json, _markdown,
            _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string[] names = parsed.GetValue(_names) ?? [];
        var claims = ClaimRegistry.Select(names);
        bool isQuick = parsed.GetValue(_quick);
        if (isQuick) claims = [.. claims.Where(claim => claim.Quick)];
        if (claims.Count == 0) throw new ArgumentException($"--quick leaves nothing of {string.Join(", ", names)}; expected claims marked quick");
        if (parsed.GetValue(_list))
        {
            ReproductionText.List(claims).Print();
            return ExitCode.Done;
        }
        using var json = parsed.GetValue(_common.Json) is { } jsonPath ? new OutputFile(jsonPath) : null;
        using var markdown = parsed.GetValue(_markdown) is { } pagePath ? new OutputFile(pagePath) : null;
        ulong seed = parsed.GetValue(_common.Seed);
        bool isQuiet = parsed.GetValue(_common.Quiet);
        string? folder = parsed.GetValue(_mnist);
        var mnist = folder is not null ? Mnist.In(folder) : Mnist.Find();
        var context = new ClaimContext(seed, mnist, BenchmarkInstances.In(parsed.GetValue(_instances)));
        string? figures = parsed.GetValue(_figures) is { } wanted ? OutputFile.Folder(wanted) : null;
        var report = ReproductionRun.Run(claims, context, seed, isQuiet, cancellation);

        json?.Write(RecordJson.Of(report));
        markdown?.Write(ReproductionText.Markdown(report,
            Command(names, isQuick, folder is not null, parsed.GetValue(_instances) is not null, seed)));
        if (figures is not null && !report.Cancelled) ClaimFigures.Draw(claims, context, figures, cancellation);
        if (!isQuiet)
        {
            ReproductionText.Table(report).Print();
            Console.WriteLine("\n" + ReproductionText.Summary(report));
        }
        return report.Cancelled ? ExitCode.Cancelled : report.Claims.All(claim => claim.AsExpected) ? ExitCode.Done : ExitCode.NotReached;
    }

    private static string Command(string[] names, bool isQuick, bool namesMnist, bool namesInstances, ulong seed) =>
        string.Join(' ', (string[])["./hopfield reproduce", .. names, .. (string[])(isQuick ? ["--quick"] : []),
            .. (string[])(namesMnist ? ["--mnist DIR"] : []), .. (string[])(namesInstances ? ["--instances DIR"] : []),
                .. (string[])(seed == 1 ? [] : [$"--seed {seed}"]),
            "--markdown docs/results/reproduction.md"]);
}
