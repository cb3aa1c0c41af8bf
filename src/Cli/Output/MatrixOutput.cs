using Hopfield.Files;

namespace Cli.Output;

/// <summary>A matrix file that will be written when the work is done, in the format that its name's ending says.</summary>
internal sealed class MatrixOutput : IDisposable
{
    private readonly OutputFile _file;
    private readonly string _extension;

    /// <summary>Reserves the place.</summary>
    /// <exception cref="InvalidDataException">The name ends in neither .npy nor .csv.</exception>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    internal MatrixOutput(string path)
    {
        _extension = Path.GetExtension(path).ToLowerInvariant();
        if (_extension is not (".npy" or ".csv")) throw InputFile.Error(path, $"'{_extension}' is no matrix format", ".npy or .csv");
        _file = new(path);
    }

    /// <summary>Writes the whole matrix.</summary>
    internal void Write(Matrix matrix) => _file.Write(temporary =>
    {
        MatrixFile.Write(temporary + _extension, matrix);
        File.Move(temporary + _extension, temporary, overwrite: true);
    });

    /// <summary>Removes the temporary file if nothing was written.</summary>
    public void Dispose() => _file.Dispose();
}
