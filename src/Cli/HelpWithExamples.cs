using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Cli.Output;
using Cli.Verbs;
using Hopfield.Numerics;

namespace Cli;

/// <summary>The standard help, under the name that users type, followed by examples.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private static readonly string[] RootExamples =
        ["hopfield demo", "hopfield maxcut graph.rud --runs 100 --json result.json", "hopfield list engines"];

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var help = new StringWriter();
        parseResult.InvocationConfiguration.Output = help;
        int code = new HelpAction().Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;

        output.Write(help.ToString().TrimEnd().Replace(RootCommand.ExecutableName, "hopfield"));
        output.WriteLine("\n\nExamples:");
        foreach (string example in Examples(parseResult)) output.WriteLine($"  {example}");
        return code;
    }

    // The examples of a verb, or those of all verbs of a group, or those of the program.
    private static string[] Examples(ParseResult parsed)
    {
        string name = VerbName.Of(parsed.CommandResult);
        if (name.Length == 0) return RootExamples;
        var verbs = Catalog.Of<Verb>(typeof(Verb).Assembly)
            .Where(verb => verb.Name == name || verb.Name.StartsWith(name + " ", StringComparison.Ordinal)).ToList();
        return [.. verbs.SelectMany(verb => verb.Examples)];
    }
}
