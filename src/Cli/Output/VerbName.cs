using System.CommandLine;
using System.CommandLine.Parsing;

namespace Cli.Output;

/// <summary>The verb on a command line.</summary>
internal static class VerbName
{
    /// <summary>What the user typed before the options: the verb's name, of two words for a verb in a group; empty for the program
    /// itself.</summary>
    internal static string Of(CommandResult result)
    {
        var words = new Stack<string>();
        for (var at = result; at is { Command: not RootCommand }; at = at.Parent as CommandResult) words.Push(at.Command.Name);
        return string.Join(' ', words);
    }
}
