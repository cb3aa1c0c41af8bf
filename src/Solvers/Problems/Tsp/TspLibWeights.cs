namespace Solvers.Problems.Tsp;

/// <summary>The layouts of EDGE_WEIGHT_SECTION. A triangle read by columns lists the same pairs in the same order as the other triangle by
/// rows.</summary>
internal static class TspLibWeights
{
    public static readonly string[] Formats =
    [
        "FULL_MATRIX", "UPPER_ROW", "LOWER_ROW", "UPPER_DIAG_ROW", "LOWER_DIAG_ROW",
        "UPPER_COL", "LOWER_COL", "UPPER_DIAG_COL", "LOWER_DIAG_COL",
    ];

    /// <summary>The section's numbers as an n × n symmetric table.</summary>
    public static double[] Read(TspLibText text, string format, int n)
    {
        bool full = format == "FULL_MATRIX", diagonal = full || format.Contains("DIAG", StringComparison.Ordinal);
        bool upperByRows = format is "UPPER_ROW" or "UPPER_DIAG_ROW" or "LOWER_COL" or "LOWER_DIAG_COL";
        long count = full ? (long)n * n : (long)n * (n - 1) / 2 + (diagonal ? n : 0);
        if (count > Array.MaxLength) throw text.Error($"{count} distances are announced", $"at most {Array.MaxLength}");

        double[] numbers = text.Distances((int)count);
        if (full) return Symmetric(text, numbers, n);

        var table = new double[n * n];
        int at = 0;
        for (int row = 0; row < n; row++)
        {
            int first = upperByRows ? diagonal ? row : row + 1 : 0, last = upperByRows ? n - 1 : diagonal ? row : row - 1;
            for (int column = first; column <= last; column++, at++)
                table[row * n + column] = table[column * n + row] = numbers[at];
        }
        return table;
    }

    private static double[] Symmetric(TspLibText text, double[] table, int n)
    {
        for (int a = 0; a < n; a++)
            for (int b = 0; b < a; b++)
                if (table[a * n + b] != table[b * n + a])
                    throw text.Error($"the distance from city {b + 1} to {a + 1} is {table[b * n + a]} but back it is {table[a * n + b]}",
                        "a symmetric matrix");
        return table;
    }
}
