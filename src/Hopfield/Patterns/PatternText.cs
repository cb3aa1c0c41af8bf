using Hopfield.Files;

namespace Hopfield.Patterns;

/// <summary>Pattern sets drawn as text: a line <c>= name</c>, then the rows with # for +1 and . for −1. Empty lines and lines "# …" between
/// pictures are passed over.</summary>
internal static class PatternText
{
    /// <summary>Reads a set from a text file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Another character, rows or pictures of different sizes, or no picture; the line is
    /// named.</exception>
    public static PatternSet Read(string path)
    {
        using var reader = new StreamReader(InputFile.Open(path));
        return Read(reader, path);
    }

    /// <summary>Reads a set from text; <paramref name="path"/> is only for error messages.</summary>
    /// <exception cref="InvalidDataException">Another character, rows or pictures of different sizes, or no picture; the line is
    /// named.</exception>
    public static PatternSet Read(TextReader reader, string path)
    {
        var names = new List<string>();
        var patterns = new List<List<sbyte>>();
        int width = 0, height = 0, rows = 0, number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                FinishPicture();
                names.Add(line[2..].Trim());
                patterns.Add([]);
                rows = 0;
            }
            else if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)) AddRow(line);
        }
        FinishPicture();
        return patterns.Count > 0 ? new PatternSet(width, height, [.. patterns.Select(pattern => pattern.ToArray())], names)
            : throw InputFile.Error(path, Math.Max(number, 1), "there is no picture", "a line '= name' and rows of # and .");

        void AddRow(string line)
        {
            if (patterns.Count == 0) throw InputFile.Error(path, number, "a row stands before the first name", "a line '= name'");
            if (width == 0) width = line.Length;
            if (line.Length != width) throw InputFile.Error(path, number, $"this row has {line.Length} pixels", $"{width}");
            int bad = line.AsSpan().IndexOfAnyExcept('#', '.');
            if (bad >= 0) throw InputFile.Error(path, number, $"pixel {bad + 1} is '{line[bad]}'", "# or .");
            foreach (char c in line) patterns[^1].Add(c == '#' ? (sbyte)1 : (sbyte)-1);
            rows++;
        }

        void FinishPicture()
        {
            if (patterns.Count == 0) return;
            if (height == 0) height = rows;
            if (rows == 0 || rows != height)
                throw InputFile.Error(path, number,
                    $"picture '{names[^1]}' has {rows} rows", height == 0 ? "at least one" : $"{height} as in the first");
        }
    }
}
