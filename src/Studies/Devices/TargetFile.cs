using Crossbar.Arrays;
using Hopfield.Files;
using Studies.Records;

namespace Studies.Devices;

/// <summary>Conductances that are to be written, as users have them.</summary>
internal static class TargetFile
{
    /// <summary>A matrix in siemens.</summary>
    /// <exception cref="InvalidDataException">The file has changed, or an entry is negative.</exception>
    internal static ConductanceMatrix Read(DataFile file)
    {
        var matrix = MatrixFile.Read(file.Checked());
        if (Array.FindIndex(matrix.Values, value => value < 0) is >= 0 and var at)
            throw new InvalidDataException($"{file.Path}: entry [{at / matrix.Columns},{at % matrix.Columns}] is {matrix.Values[at]}; "
                + "expected conductances in siemens, at least 0");
        return new(matrix.Rows, matrix.Columns, matrix.Values);
    }
}
