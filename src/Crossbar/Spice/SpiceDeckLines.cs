namespace Crossbar.Spice;

/// <summary>One logical line of a deck: continuations joined, comments gone, lower case.</summary>
/// <param name="Path">File it comes from.</param>
/// <param name="Number">Its first line, from 1.</param>
/// <param name="Text">Its text.</param>
internal sealed record SpiceLine(string Path, int Number, string Text)
{
    /// <summary>An error on this line, in the house form.</summary>
    public InvalidDataException Error(string wrong, string expected) => new($"{Path}:{Number}: {wrong}; expected {expected}");
}

/// <summary>Cuts deck text into logical lines: "*" lines and ";" or "$ " tails are comments, "+" continues, .include files are read in
/// place.</summary>
internal static class SpiceDeckLines
{
    private const int DeepestInclude = 8;

    /// <summary>The title (always the first line) and the logical lines up to .end.</summary>
    public static (string Title, List<string> Comments, List<SpiceLine> Lines) Read(TextReader reader, string path)
    {
        string title = reader.ReadLine() ?? throw new InvalidDataException($"{path}: the file is empty; expected a SPICE deck");
        var (comments, lines) = (new List<string>(), new List<SpiceLine>());
        Append(reader, path, 2, lines, comments, 0);
        return (title.TrimStart('*', ' ').Trim(), comments, lines);
    }

    private static void Append(TextReader reader, string path, int firstNumber, List<SpiceLine> lines, List<string>? comments, int depth)
    {
        int number = firstNumber - 1;
        SpiceLine? open = null;
        while (reader.ReadLine() is { } raw)
        {
            number++;
            string text = raw.Trim();
            if (text.StartsWith('*'))
            {
                if (lines.Count == 0 && open is null) comments?.Add(text[1..].Trim());
                continue;
            }
            text = WithoutTail(text).ToLowerInvariant();
            if (text.Length == 0) continue;
            if (text[0] == '+')
            {
                if (open is null)
                    throw new InvalidDataException($"{path}:{number}: a continuation without a line before it; expected an element or command");
                open = open with { Text = open.Text + " " + text[1..].Trim() };
                continue;
            }
            if (!Close(open)) return;
            open = new(path, number, text);
            if (Word(text) is ".include" or ".inc") open = open with { Text = ".include " + IncludedName(raw) };
        }
        Close(open);

        bool Close(SpiceLine? line)
        {
            if (line is null) return true;
            if (Word(line.Text) == ".end") return false;
            if (Word(line.Text) == ".include") Include(line, lines, depth);
            else lines.Add(line);
            return true;
        }
    }

    private static void Include(SpiceLine line, List<SpiceLine> lines, int depth)
    {
        string name = line.Text[".include ".Length..];
        if (name.Length == 0) throw line.Error(".include without a file", "a path");
        if (depth == DeepestInclude) throw line.Error($"'{name}' is included {depth} files deep", "no circular .include");
        string path = Path.Combine(Path.GetDirectoryName(line.Path) ?? "", name);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{line.Path}:{line.Number}: included file '{name}' is missing; expected {path}", path);
        using var reader = File.OpenText(path);
        Append(reader, path, 1, lines, null, depth + 1);
    }

    /// <summary>File names keep their case.</summary>
    private static string IncludedName(string raw)
    {
        string text = WithoutTail(raw.Trim());
        int space = text.IndexOfAny([' ', '\t']);
        return space < 0 ? "" : text[space..].Trim().Trim('"', '\'');
    }

    private static string WithoutTail(string text)
    {
        int at = text.IndexOf(';', StringComparison.Ordinal);
        if (at >= 0) text = text[..at];
        at = text.IndexOf("$ ", StringComparison.Ordinal);
        return (at == 0 || at > 0 && char.IsWhiteSpace(text[at - 1]) ? text[..at] : text).Trim();
    }

    private static string Word(string text)
    {
        int space = text.IndexOfAny([' ', '\t']);
        return space < 0 ? text : text[..space];
    }
}
