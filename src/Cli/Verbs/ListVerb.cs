using System.CommandLine;
using Cli.Listing;
using Cli.Output;

namespace Cli.Verbs;

/// <summary>Lists what can be named on a command line, and the parameters of one of it.</summary>
internal sealed class ListVerb : Verb
{
    private readonly Argument<string?> _kind = new("KIND")
    {
        HelpName = "KIND", // not its many completions
        Description =
            $"What to list: {string.Join(", ", ListedKinds.All.Select(kind => kind.Name))}; without it what each of them is.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "One of them: source, limits and all parameters with their defaults.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public override string Name => "list";

    public override string Summary =>
        "Lists devices, noise, machines, solvers, rules and whatever else has a name; with the name, its parameters.";

    public override IReadOnlyList<string> Examples => ["hopfield list", "hopfield list devices", "hopfield list devices vteam"];

    public override void Define(Command command)
    {
        _kind.CompletionSources.Add([.. ListedKinds.All.Select(kind => kind.Name)]);
        _name.CompletionSources.Add(context => context.ParseResult.GetValue(_kind) is { } kind
            && ListedKinds.All.FirstOrDefault(known => known.Name == kind) is { } found ? found.Items().Select(item =>
                new System.CommandLine.Completions.CompletionItem(item.Name)) : []);
        command.Arguments.Add(_kind);
        command.Arguments.Add(_name);
    }

    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_kind) is not { } kindName)
        {
            Table("kind", ListedKinds.All.Select(kind => (kind.Name, kind.Summary))).Print();
            return ExitCode.Done;
        }
        var kind = ListedKinds.Find(kindName);
        var items = parsed.GetValue(_name) is { } name ? kind.Find(name) : kind.Items();
        if (parsed.GetValue(_name) is not null && items is [var one]) Describe(one);
        else Table("name", items.Select(item => (item.Name, item.Summary))).Print();
        return ExitCode.Done;
    }

    private static void Describe(Listed item)
    {
        Console.Out.WriteLine($"{item.Name}: {item.Summary}");
        foreach (var (what, text) in item.Facts) Console.Out.WriteLine($"{what}: {text}");
        item.Table()?.Print();
    }

    private static ResultTable Table(string heading, IEnumerable<(string Name, string Summary)> rows) =>
        rows.Aggregate(new ResultTable(heading, "what it is"), (table, row) => table.Add(row.Name, row.Summary));
}
