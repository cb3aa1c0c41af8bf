using System.CommandLine;
using System.CommandLine.Parsing;
using Cli.Verbs;
using Hopfield.Numerics;

namespace Cli.Tests.Shell;

/// <summary>The words of a command line that are paths, as the verb's own help names them: FILE, DIR or DECK.</summary>
internal static class PathWords
{
    private static readonly string[] s_names = ["FILE", "DIR", "DECK"];

    /// <summary>The arguments with every relative path taken from a folder. A word that may be a name instead (NAME|FILE) is a path where a
    /// file of that name is there.</summary>
    public static string[] From(string folder, string[] arguments)
    {
        var verb = Catalog.Of<Verb>(typeof(Verb).Assembly).FirstOrDefault(verb => arguments.Take(2).SequenceEqual(verb.Name.Split(' '))
            || arguments.FirstOrDefault() == verb.Name);
        if (verb is null) return arguments;

        int first = verb.Name.Split(' ').Length;
        var command = new Command(verb.Name.Split(' ')[^1]);
        verb.Define(command);
        var parsed = command.Parse(arguments[first..]);
        var paths = parsed.CommandResult.Children.SelectMany(child => PathTokens(child, folder))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        string[] words = [.. parsed.Tokens.Select(token => paths.Contains(token) ? Path.GetFullPath(token.Value, folder) : token.Value)];
        // A token is a word, unless one was written as --option=value.
        return words.Length == arguments.Length - first ? [.. arguments[..first], .. words]
            : throw new ArgumentException("Write options and their values as words of their own.", nameof(arguments));
    }

    private static IEnumerable<Token> PathTokens(SymbolResult result, string folder)
    {
        var (name, tokens) = result switch
        {
            OptionResult option => (option.Option.HelpName, option.Tokens),
            ArgumentResult argument => (argument.Argument.Name, argument.Tokens),
            _ => (null, []),
        };
        string[] kinds = name?.TrimEnd('.').Split('|') ?? [];
        if (!kinds.Any(s_names.Contains)) return [];
        return kinds.All(s_names.Contains) ? tokens : tokens.Where(token => File.Exists(Path.GetFullPath(token.Value, folder)));
    }
}
