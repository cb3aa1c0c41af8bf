using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Cli.Verbs;
using Hopfield.Numerics;

namespace Cli;

/// <summary>The standard help, under the name that users type, followed by examples.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private static readonly string[] RootExamples =
        ["hopfield demo", "hopfield maxcut graph.rud --runs 100 --json result.json", "hopfield engines"];

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

    private static IReadOnlyList<string> Examples(ParseResult parsed) =>
        Catalog.Of<Verb>(typeof(Verb).Assembly).FirstOrDefault(verb => verb.Name == parsed.CommandResult.Command.Name)?.Examples ?? RootExamples;
}
