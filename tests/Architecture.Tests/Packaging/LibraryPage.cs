using System.Text.RegularExpressions;
using TestSupport;

namespace Architecture.Tests.Packaging;

/// <summary>The page docs/guide/library.md as a program: its C# in order, the file it asks for, its command, and what it says is
/// printed.</summary>
internal static class LibraryPage
{
    private static readonly string s_text =
        File.ReadAllText(Path.Combine(SharedFolder.Repository, "docs", "guide", "library.md")).ReplaceLineEndings("\n");

    /// <summary>All C# of the page.</summary>
    public static string Program => string.Concat(Blocks("csharp"));

    /// <summary>The file that its reader saves.</summary>
    public static (string Name, string Text) Data => (Regex.Match(s_text, @"^```text (\S+)$", RegexOptions.Multiline).Groups[1].Value,
        Assert.Single(Blocks(@"text \S+")));

    /// <summary>The command line that gives the same numbers.</summary>
    public static string Command => Assert.Single(Blocks("sh")).Trim();

    /// <summary>What the program prints.</summary>
    public static string Printed => Assert.Single(Blocks("text"));

    private static IEnumerable<string> Blocks(string mark) =>
        Regex.Matches(s_text, $@"^```{mark}\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value);
}
