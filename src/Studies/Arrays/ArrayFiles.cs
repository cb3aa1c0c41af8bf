using Crossbar.Arrays;
using Hopfield.Files;
using Studies.Records;

namespace Studies.Arrays;

/// <summary>Cells and voltages as users have them: matrices in files, with errors that name file and line.</summary>
internal static class ArrayFiles
{
    /// <summary>Conductances in siemens; 0 is an open cell.</summary>
    /// <exception cref="InvalidDataException">An entry is negative or not a finite number.</exception>
    internal static ConductanceMatrix ReadConductances(DataFile file)
    {
        string path = file.Checked();
        var matrix = MatrixFile.Read(path, finiteOnly: false);
        CheckAll(path, matrix, value => double.IsFinite(value) && value >= 0, "a finite conductance of at least 0 S (0: open)");
        return new(matrix.Rows, matrix.Columns, matrix.Values);
    }

    /// <summary>Resistances in ohms, as conductances; <c>inf</c> is an open cell.</summary>
    /// <exception cref="InvalidDataException">An entry is zero, negative or NaN.</exception>
    internal static ConductanceMatrix ReadResistances(DataFile file)
    {
        string path = file.Checked();
        var matrix = MatrixFile.Read(path, finiteOnly: false);
        CheckAll(path, matrix, value => value > 0, "a resistance greater than 0 ohm (inf: open)");
        return new(matrix.Rows, matrix.Columns, [.. matrix.Values.Select(ohms => 1 / ohms)]);
    }

    /// <summary>Input vectors in volts, one line each.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rows">Word lines of the array.</param>
    /// <param name="cellsPath">Where the array came from, for the error.</param>
    /// <exception cref="InvalidDataException">A line has not one voltage for each row.</exception>
    internal static Matrix ReadVoltages(DataFile file, int rows, string cellsPath)
    {
        string path = file.Checked();
        var matrix = MatrixFile.Read(path);
        if (matrix.Columns == rows) return matrix;
        string hint = matrix.Columns == 1 && matrix.Rows == rows ? "; this file is a column, each input vector must be a line" : "";
        throw InputFile.Error(path, LineOf(path, 0), $"an input vector has {matrix.Columns} voltages",
            $"{rows}, one for each row of {cellsPath}{hint}");
    }

    private static void CheckAll(string path, Matrix matrix, Predicate<double> isFit, string expected)
    {
        int at = Array.FindIndex(matrix.Values, value => !isFit(value));
        if (at < 0) return;
        string wrong = $"entry [{at / matrix.Columns},{at % matrix.Columns}] is {matrix.Values[at]}";
        throw IsText(path) ? InputFile.Error(path, LineOf(path, at / matrix.Columns), wrong, expected)
            : InputFile.Error(path, wrong, expected);
    }

    private static bool IsText(string path) => !path.EndsWith(".npy", StringComparison.OrdinalIgnoreCase);

    // The line on which a row of a CSV matrix stands, counted from 1 over comments and empty lines.
    private static int LineOf(string path, int row)
    {
        if (!IsText(path)) return 1;
        int line = 0;
        foreach (string text in File.ReadLines(path))
        {
            line++;
            if (text.AsSpan().Trim() is { Length: > 0 } content && content[0] != '#' && row-- == 0) break;
        }
        return line;
    }
}
