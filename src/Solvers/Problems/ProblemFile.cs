using Hopfield.Files;
using Hopfield.Numerics;

namespace Solvers.Problems;

/// <summary>Reads an instance of whatever kind a file holds.</summary>
public static class ProblemFile
{
    /// <summary>All readers of this assembly, by name.</summary>
    public static IReadOnlyList<IProblemReader> Readers { get; } = Catalog.Of<IProblemReader>(typeof(ProblemFile).Assembly);

    /// <summary>Reads the file with the one reader that claims it.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">No reader claims the file, or its content is wrong.</exception>
    public static IProblem Read(string path)
    {
        string firstLine = FirstLine(path);
        var reader = Readers.FirstOrDefault(reader => reader.Claims(path, firstLine));
        return reader is not null ? reader.Read(path)
            : throw InputFile.Error(path, 1, "no instance format is recognised",
                string.Join(" or ", Readers.Select(known => known.Summary)));
    }

    private static string FirstLine(string path)
    {
        using var reader = new StreamReader(InputFile.Open(path));
        while (reader.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line) && !line.StartsWith('#')) return line;
        return "";
    }
}
