using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Cli.Output;
using Cli.Verbs;
using Hopfield.Numerics;

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
        foreach (var verb in Catalog.Of<Verb>(typeof(Verb).Assembly)) Parent(root, verb).Subcommands.Add(ToCommand(verb));
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpWithExamples();

        var result = root.Parse(args);
        if (result.Action is ParseErrorAction) return ErrorReporting.Usage(result);
        return await result.InvokeAsync(new()
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToFinishAfterCancellation,
        }, cancellation);
    }

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

    private static Command ToCommand(Verb verb)
    {
        var command = new Command(verb.Name.Split(' ')[^1], verb.Summary);
        verb.Define(command);
        command.SetAction((parsed, cancellation) =>
            ErrorReporting.GuardAsync(() => verb.Run(parsed, cancellation), command.Options, cancellation));
        return command;
    }
}
