using System.Globalization;

namespace Hopfield.Files;

/// <summary>Matrices as comma-separated numbers, one row per line; empty lines and lines that start with # are passed over. Measured data
/// may begin with a line of column names; a matrix may not, since a wrong number would pass for one.</summary>
public static class CsvFile
{
    /// <summary>Reads a matrix whose rows are all of one length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="allowInfinity">Accept <c>inf</c> and <c>-inf</c>, the resistance of an open cell; NaN never passes.</param>
    /// <param name="allowHeading">Pass over a first line none of whose cells is a number.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A cell is not a number, rows differ in length, or there are no rows; the line is
    /// named.</exception>
    public static Matrix Read(string path, bool allowInfinity = false, bool allowHeading = false)
    {
        using var reader = new LineReader(path);
        var values = new List<double>();
        int rows = 0, columns = 0;
        while (reader.NextLine())
        {
            var line = reader.Text.AsSpan().Trim();
            if (line.IsEmpty || line[0] == '#') continue;
            bool isFirst = allowHeading;
            allowHeading = false;
            if (isFirst && IsHeading(line)) continue;
            int count = 0;
            foreach (var cell in line.Split(','))
            {
                values.Add(Number(reader, line[cell].Trim(), count, allowInfinity));
                count++;
            }
            if (rows > 0 && count != columns) throw reader.Error($"this row has {count} columns", $"{columns} as in the rows above");
            columns = count;
            rows++;
        }
        return rows > 0 ? new Matrix(rows, columns, [.. values]) : throw reader.Error("the file holds no numbers",
            "rows of comma-separated numbers");
    }

    /// <summary>Writes the shortest decimal of each number that reads back to the same bits; infinities as <c>inf</c>.</summary>
    /// <exception cref="ArgumentException">An entry is NaN, which no reader here accepts.</exception>
    public static void Write(string path, Matrix matrix)
    {
        int at = Array.FindIndex(matrix.Values, double.IsNaN);
        if (at >= 0)
            throw new ArgumentException($"Entry [{at / matrix.Columns},{at % matrix.Columns}] is NaN; a CSV matrix holds numbers.",
                nameof(matrix));
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        for (int i = 0; i < matrix.Rows; i++)
        {
            for (int j = 0; j < matrix.Columns; j++)
            {
                if (j > 0) writer.Write(',');
                double value = matrix[i, j];
                writer.Write(double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf"
                    : value.ToString("R", CultureInfo.InvariantCulture));
            }
            writer.WriteLine();
        }
    }

    /// <summary>NaN and infinities are numbers here, bad ones.</summary>
    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        foreach (var cell in line.Split(','))
            if (line[cell].Trim().IsEmpty || double.TryParse(line[cell], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                return false;
        return true;
    }

    private static double Number(LineReader reader, ReadOnlySpan<char> cell, int column, bool allowInfinity)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
            return value;
        double infinity = cell.ToString().ToLowerInvariant() switch
        {
            "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            _ => double.NaN,
        };
        return allowInfinity && double.IsInfinity(infinity) ? infinity
            : throw reader.Error($"column {column + 1} is '{cell}'", allowInfinity ? "a number or inf" : "a finite number");
    }
}
