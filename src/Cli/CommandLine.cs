using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;
using Cli.Output;
using Cli.Verbs;

namespace Cli;

/// <summary>Puts the verbs together and runs one: the only place that knows exit codes, Ctrl-C and what a parse error looks like.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan TimeToFinishAfterCancellation = TimeSpan.FromSeconds(10);

    internal static async Task<int> RunAsync(string[] args, CancellationToken cancellation = default)
    {
        var root = new RootCommand(
            "Simulates Hopfield networks on memristor crossbars: weights become conductances, a circuit settles, " +
            "and its answer is checked against the digital engine.");
        root.SetAction(parsed => new HelpWithExamples().Invoke(parsed));
        foreach (var verb in Verbs(args)) Parent(root, verb).Subcommands.Add(ToCommand(verb, IsAsked(verb, args)));
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpWithExamples();

        var result = root.Parse(args);
        if (result.Action is ParseErrorAction) return ErrorReporting.Usage(result);
        return await result.InvokeAsync(new()
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToFinishAfterCancellation,
        }, cancellation);
    }

    /// <summary>Every verb by name. Names and summaries are constants, while options ask devices, rules and machines for what they offer, which
    /// takes longer than all else at a start: only verbs that may have been typed are made whole.</summary>
    private static IEnumerable<Verb> Verbs(string[] args) => typeof(Verb).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Verb)))
        .Select(type => (Verb)RuntimeHelpers.GetUninitializedObject(type))
        .Select(named => IsAsked(named, args) ? (Verb)Activator.CreateInstance(named.GetType())! : named)
        .OrderBy(verb => verb.Name, StringComparer.Ordinal);

    // A directive, such as that of completion, asks for any of them; and so may a file of arguments.
    private static bool IsAsked(Verb verb, string[] args) =>
        args is [['[', ..], ..] || args.Any(word => word.StartsWith('@')) || Array.TrueForAll(verb.Name.Split(' '), word => args.Contains(word));

    // "array solve" stands under a command "array" that its first verb makes.
    private static Command Parent(RootCommand root, Verb verb)
    {
        string[] words = verb.Name.Split(' ');
        if (words.Length == 1) return root;
        if (root.Subcommands.FirstOrDefault(command => command.Name == words[0]) is { } known) return known;
        var group = new Command(words[0], $"Commands for '{words[0]}'; 'hopfield {words[0]} --help' lists them.");
        group.SetAction(parsed => new HelpWithExamples().Invoke(parsed));
        root.Subcommands.Add(group);
        return group;
    }

    private static Command ToCommand(Verb verb, bool isAsked)
    {
        var command = new Command(verb.Name.Split(' ')[^1], verb.Summary);
        if (isAsked) verb.Define(command);
        command.SetAction((parsed, cancellation) =>
            ErrorReporting.GuardAsync(() => verb.Run(parsed, cancellation),
                [.. command.Options.Select(option => option.Name)], [.. parsed.Tokens.Select(token => token.Value)], cancellation));
        return command;
    }
}
