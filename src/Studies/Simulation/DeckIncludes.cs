using System.Text.RegularExpressions;

namespace Studies.Simulation;

/// <summary>The files that a deck reads besides itself.</summary>
internal static class DeckIncludes
{
    private const int Deepest = 8;

    private static readonly Regex s_named = new(
        """^\s*\.(include|inc|lib)\s+("(?<name>[^"]+)"|'(?<name>[^']+)'|(?<name>[^\s;]+))""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    /// <summary>What .include, .inc and .lib name, from beside the file that names it, and what those name. What is not there is left
    /// out: the engine knows whether it is missed.</summary>
    internal static IReadOnlyList<string> Of(string deck)
    {
        var found = new List<string>();
        Add(deck, 0);
        return found;

        void Add(string path, int depth)
        {
            foreach (string line in File.ReadLines(path))
            {
                if (depth == Deepest || s_named.Match(line) is not { Success: true } match) continue;
                string named = Path.Combine(Path.GetDirectoryName(path) ?? "", match.Groups["name"].Value);
                if (!File.Exists(named) || found.Contains(named)) continue;
                found.Add(named);
                Add(named, depth + 1);
            }
        }
    }
}
