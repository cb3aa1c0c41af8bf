using Hopfield.Files;
using Hopfield.Numerics;

namespace Solvers.Problems;

/// <summary>Which reader a file needs, and by what that was seen.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="Reason">A clause that goes on after "because": "its name ends in .tsp".</param>
public sealed record RecognisedFormat(IProblemReader Reader, string Reason);

/// <summary>Reads an instance of whatever kind a file holds.</summary>
public static class ProblemFile
{
    /// <summary>All readers of the program, by name.</summary>
    public static IReadOnlyList<IProblemReader> Readers { get; } = Catalog.Of<IProblemReader>();

    /// <summary>Finds the format: by the extension where a reader knows it, else by the first content line.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">No format is recognised.</exception>
    public static RecognisedFormat Recognise(string path)
    {
        string firstLine = FirstLine(path), extension = Path.GetExtension(path).ToLowerInvariant();
        if (Readers.FirstOrDefault(reader => reader.Extensions.Contains(extension)) is { } named)
            return new(named, $"its name ends in {extension}");
        if (Readers.FirstOrDefault(reader => reader.Claims(firstLine)) is { } claimed)
            return new(claimed, $"its first line is '{Shortened(firstLine)}'");
        throw InputFile.Error(path, 1, "no instance format is recognised",
            string.Join(" or ", Readers.Select(known => $"{known.Summary} ({string.Join(", ", known.Extensions)})")));
    }

    /// <summary>Reads the file in the format that <see cref="Recognise"/> finds.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">No format is recognised, or the content is wrong.</exception>
    public static IProblem Read(string path) => Recognise(path).Reader.Read(path);

    private static string FirstLine(string path)
    {
        using var reader = new LineReader(path);
        return reader.NextContent('#', '%', 'c') ? reader.Text : "";
    }

    private static string Shortened(string line) => line.Trim() is { Length: > 40 } text ? text[..40] + "…" : line.Trim();
}
