using System.Globalization;
using Cli.Output;
using Crossbar.Planning.Maps;

namespace Cli.Arrays;

/// <summary>Maps and outputs as CSV.</summary>
internal static class MapCsv
{
    /// <summary>A map, one line per word line; a cell without a value is an empty field.</summary>
    internal static void Write(string path, int rows, int columns, double[] values)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        for (int i = 0; i < rows; i++)
            writer.WriteLine(string.Join(',', Enumerable.Range(i * columns, columns).Select(k => Text(values[k]))));
    }

    /// <summary>Every output with its error, under names that carry the unit.</summary>
    internal static ResultTable OutputTable(OutputErrors errors)
    {
        var table = new ResultTable("column", "output_A", "ideal_A", "error_A", "error_percent", "error_weight_units");
        for (int j = 0; j < errors.OutputAmperes.Length; j++)
            table.Add($"{j}", Text(errors.OutputAmperes[j]), Text(errors.IdealAmperes[j]), Text(errors.ErrorAmperes[j]),
                Text(errors.ErrorPercent[j] ?? double.NaN), Text(errors.ErrorWeightUnits[j]));
        return table;
    }

    /// <summary>A table as CSV.</summary>
    internal static void Write(string path, ResultTable table) => File.WriteAllLines(path,
        table.Rows.Prepend([.. table.Headings]).Select(row => string.Join(',', row)));

    private static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
