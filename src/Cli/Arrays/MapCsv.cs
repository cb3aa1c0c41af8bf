using System.Globalization;

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
    internal static (string[] Headings, List<string[]> Rows) OutputTable(OutputErrors errors)
    {
        var rows = new List<string[]>();
        for (int j = 0; j < errors.OutputAmperes.Length; j++)
            rows.Add([$"{j}", Text(errors.OutputAmperes[j]), Text(errors.IdealAmperes[j]), Text(errors.ErrorAmperes[j]),
                Text(errors.ErrorPercent[j] ?? double.NaN), Text(errors.ErrorWeightUnits[j])]);
        return (["column", "output_A", "ideal_A", "error_A", "error_percent", "error_weight_units"], rows);
    }

    private static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
