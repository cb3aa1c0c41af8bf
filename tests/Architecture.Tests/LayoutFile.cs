using TestSupport;

namespace Architecture.Tests;

/// <summary>The agreed lists beside these tests, as plain lines; empty lines and lines that start with # are comments.</summary>
internal static class LayoutFile
{
    /// <summary>The lines of tests/Architecture.Tests/<paramref name="name"/>.</summary>
    public static string[] Lines(string name) =>
        [.. File.ReadAllLines(Path.Combine(SharedFolder.Repository, "tests", "Architecture.Tests", name))
            .Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>Fails unless the file says just what was found; the message holds the lines to add and to take away, and
    /// <paramref name="explanation"/>.</summary>
    public static void AssertHolds(string name, IReadOnlyList<string> found, Func<string> explanation)
    {
        string[] agreed = Lines(name);
        string[] added = [.. found.Except(agreed)], gone = [.. agreed.Except(found)];
        if (added.Length + gone.Length == 0) return;
        Assert.Fail($"""
            Not as agreed in tests/Architecture.Tests/{name}.
            Found, but not in the file (mend the code):
            {Indented(added)}
            In the file, but found no more (take the line out):
            {Indented(gone)}
            {explanation()}
            """);
    }

    private static string Indented(string[] lines) => lines.Length == 0 ? "  none" : "  " + string.Join("\n  ", lines);
}
