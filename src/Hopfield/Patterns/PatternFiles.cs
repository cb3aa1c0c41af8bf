using Hopfield.Files;
using Hopfield.Numerics;

namespace Hopfield.Patterns;

/// <summary>Pattern sets from whatever a user has: a folder of pictures, picture files, an IDX file, a matrix (one pattern per row) or
/// drawn text.</summary>
public static class PatternFiles
{
    /// <summary>Reads a set.</summary>
    /// <param name="paths">Pictures (.png, .pgm), or one folder of them; or one IDX image file (.gz too), one matrix (.npy, .csv), or one
    /// text file of drawn patterns (.txt).</param>
    /// <param name="threshold">Values above it become +1: 0 to 255 for pictures; matrices hold ±1 or 0/1 and need none.</param>
    /// <param name="count">Take only the first so many; 0 for all.</param>
    /// <exception cref="FileNotFoundException">A file is missing, or a folder holds no picture.</exception>
    /// <exception cref="InvalidDataException">A file is not what its name or first bytes say.</exception>
    public static PatternSet Read(IReadOnlyList<string> paths, int threshold, int count = 0)
    {
        Check.AtLeast(paths.Count, 1, "number of files");
        Check.InRange(threshold, 0, 255, nameof(threshold));
        Check.AtLeast(count, 0, nameof(count));
        if (paths is [var one])
        {
            if (Directory.Exists(one)) return Cut(ImageFile.ReadSet(Pictures(one), threshold), count);
            if (IsIdx(one))
            {
                var images = IdxFile.ReadImages(one);
                return images.ToPatterns([.. Enumerable.Range(0, count == 0 ? images.Count : count)], threshold);
            }
            switch (Path.GetExtension(one).ToLowerInvariant())
            {
                case ".txt": return Cut(PatternText.Read(one), count);
                case ".npy" or ".csv": return Cut(FromMatrix(one), count);
            }
        }
        return Cut(ImageFile.ReadSet(paths, threshold), count);
    }

    private static bool IsIdx(string path) =>
        Path.GetFileName(path).Contains("idx", StringComparison.OrdinalIgnoreCase)
            && Path.GetExtension(path).ToLowerInvariant() is not (".png" or ".pgm");

    private static PatternSet Cut(PatternSet set, int count) => count > 0 ? set.Take(count) : set;

    private static string[] Pictures(string folder)
    {
        string[] pictures = [.. Directory.GetFiles(folder)
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".png" or ".pgm").Order(StringComparer.Ordinal)];
        return pictures.Length > 0 ? pictures : throw new FileNotFoundException($"{folder}: no .png or .pgm file in this folder", folder);
    }

    /// <summary>A matrix of ±1 or of 0 and 1; drawn as a square where the number of columns is one, else as one line.</summary>
    private static PatternSet FromMatrix(string path)
    {
        var matrix = MatrixFile.Read(path);
        bool isBinary = matrix.Values.All(value => value is 0 or 1);
        int bad = isBinary ? -1 : Array.FindIndex(matrix.Values, value => value is not (1 or -1));
        if (bad >= 0)
            throw InputFile.Error(path, $"entry [{bad / matrix.Columns},{bad % matrix.Columns}] is {matrix.Values[bad]}",
                "only +1 and -1, or only 1 and 0");
        int side = (int)Math.Round(Math.Sqrt(matrix.Columns));
        (int width, int height) = side * side == matrix.Columns ? (side, side) : (matrix.Columns, 1);
        var patterns = Enumerable.Range(0, matrix.Rows)
            .Select(row => matrix.Values.AsSpan(row * matrix.Columns, matrix.Columns).ToArray().Select(value =>
                value > 0 ? (sbyte)1 : (sbyte)-1).ToArray());
        return new(width, height, [.. patterns], [.. Enumerable.Range(0, matrix.Rows).Select(row => $"row {row}")]);
    }
}
