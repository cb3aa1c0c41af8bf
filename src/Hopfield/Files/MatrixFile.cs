namespace Hopfield.Files;

/// <summary>Matrices as files of the format that the extension names: <c>.npy</c> (NumPy) or <c>.csv</c>.</summary>
public static class MatrixFile
{
    /// <summary>Reads a matrix.</summary>
    /// <param name="path">A file ending in .npy or .csv.</param>
    /// <param name="finiteOnly">Refuse NaN and infinities (the default); without it infinities pass in both formats and NaN in
    /// .npy.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Unknown extension, or the content is not a matrix of that format.</exception>
    public static Matrix Read(string path, bool finiteOnly = true) =>
        IsNpy(path) ? NpyFile.Read(path, finiteOnly) : CsvFile.Read(path, allowInfinity: !finiteOnly);

    /// <summary>Writes a matrix so that <see cref="Read"/> gives back the same bits.</summary>
    /// <exception cref="InvalidDataException">Unknown extension.</exception>
    public static void Write(string path, Matrix matrix)
    {
        if (IsNpy(path)) NpyFile.Write(path, matrix);
        else CsvFile.Write(path, matrix);
    }

    private static bool IsNpy(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".npy" => true,
        ".csv" => false,
        var other => throw InputFile.Error(path, other.Length == 0 ? "a matrix file without extension" : $"'{other}' is no matrix format",
            ".npy or .csv"),
    };
}
