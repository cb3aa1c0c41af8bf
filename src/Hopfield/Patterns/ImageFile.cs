using Hopfield.Files;

namespace Hopfield.Patterns;

/// <summary>Pictures from files, told apart by their first bytes: PNG, PGM.</summary>
internal static class ImageFile
{
    /// <summary>Reads one picture.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is neither PNG nor PGM, damaged, or of a kind that is not read.</exception>
    public static GrayImage Read(string path)
    {
        byte[] bytes = InputFile.ReadBytes(path);
        return PngFile.IsPng(bytes) ? PngFile.Parse(path, bytes)
            : PgmFile.IsPgm(bytes) ? PgmFile.Parse(path, bytes)
            : throw InputFile.Error(path, "the first bytes are of no known picture format", "a PNG or PGM (P2, P5) file");
    }

    /// <summary>Reads pictures of one size as a pattern set, each named by its file.</summary>
    /// <param name="paths">At least one file.</param>
    /// <param name="threshold">Pixels above it, from 0 to 255, become +1.</param>
    /// <param name="inkIsDark">Swap the two, for dark drawings on light paper.</param>
    /// <exception cref="InvalidDataException">A file is no picture or differs in size from the first.</exception>
    public static PatternSet ReadSet(IReadOnlyList<string> paths, int threshold, bool inkIsDark = false)
    {
        Hopfield.Numerics.Check.AtLeast(paths.Count, 1, "number of pictures");
        var images = paths.Select(Read).ToList();
        int other = images.FindIndex(image => (image.Width, image.Height) != (images[0].Width, images[0].Height));
        if (other >= 0)
            throw InputFile.Error(paths[other], $"the picture is {images[other].Width} × {images[other].Height} pixels",
                $"{images[0].Width} × {images[0].Height} as {paths[0]}");
        return new PatternSet(images[0].Width, images[0].Height, [.. images.Select(image => image.ToSpins(threshold, inkIsDark))],
            [.. paths.Select(path => Path.GetFileNameWithoutExtension(path))]);
    }
}
