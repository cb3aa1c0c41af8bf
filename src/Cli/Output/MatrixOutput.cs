using Hopfield.Files;
using Studies;

namespace Cli.Output;

/// <summary>A matrix file that will be written when the work is done, in the format that its name's ending says.</summary>
internal static class MatrixOutput
{
    /// <summary>Reserves the place; null for no file.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="matrix">What is written of an answer.</param>
    /// <exception cref="InvalidDataException">The name ends in neither .npy nor .csv.</exception>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    internal static OwnOutput<TRecord>? Of<TRecord>(string? path, Func<TRecord, Matrix> matrix) where TRecord : StudyRecord
    {
        if (path is null) return null;
        string extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (".npy" or ".csv")) throw InputFile.Error(path, $"'{extension}' is no matrix format", ".npy or .csv");
        return new(path, (to, record) =>
        {
            if (extension == ".npy") NpyFile.Write(to, matrix(record));
            else CsvFile.Write(to, matrix(record));
        });
    }
}
