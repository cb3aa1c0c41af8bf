using System.Globalization;
using System.Text.Json;
using Cli.Output;
using Crossbar.Planning.Tiling;
using Studies.Layouts;

namespace Cli.Layouts;

/// <summary>What arrays of several sizes are, in words.</summary>
internal static class LayoutSentences
{
    /// <summary>What was tiled, and how, in words.</summary>
    internal static IEnumerable<(string Title, IReadOnlyList<TilingChoice> Choices)> Tilings(LayoutRecord record)
    {
        if (record.Tilings is { Count: > 0 }) yield return ("The weight matrix in tiles", record.Tilings);
        if (record.AssignedTilings is { Count: > 0 }) yield return ("Heavy lines near drivers and sense nodes", record.AssignedTilings);
        if (record.CompensatedTilings is { Count: > 0 })
            yield return ("IR drop compensated by pre-distorted conductances"
                + (record.AssignedTilings is null ? "" : ", heavy lines near drivers and sense nodes"), record.CompensatedTilings);
    }

    internal static IEnumerable<string> Of(LayoutRecord record)
    {
        var (p, technology) = (record.Parameters, record.Technology);
        yield return $"{technology.Name}: {technology.Summary}; {technology.Cell.Name} cells, "
            + $"segments {Quantity.Text(technology.WordSegmentOhms, "Ω")} (word) and {Quantity.Text(technology.BitSegmentOhms, "Ω")} (bit). "
            + $"Source: {technology.Source}.";
        yield return $"Cells from {Quantity.Text(p.OffSiemens, "S")} to {Quantity.Text(p.OnSiemens, "S")}, "
            + $"weights placed as {Word(p.Placement)}, read at {Quantity.Text(p.ReadVolts, "V")}, for at least {Quantity.Text(record.Drive.ReadSeconds, "s")}, "
            + $"word lines driven from {(record.Drive.FromBothEnds ? "both ends" : "one end")}; "
            + $"errors in units of weight, calibration {Word(p.Calibration)}.";
        foreach (var (what, better) in (ValueTuple<string, IReadOnlyList<TilingChoice>?>[])[("Assigning lines", record.AssignedTilings),
            ("Compensation", record.CompensatedTilings)])
            if (better is { Count: > 0 })
                yield return $"{what} leaves " + string.Join(", ", better.Zip(record.Tilings!,
                    (b, t) => $"{Text(100 * b.RmsWeightUnits / t.RmsWeightUnits)} % at {t.TileLines}")) + " of the error of the plain tiles.";
        if (record.LargestTile is not { } largest) yield break;
        string budget = $"{Word(record.BudgetOf)} error within {Text(record.BudgetWeightUnits)}";
        yield return largest.Size == 0
            ? $"No tile keeps the {budget}: the smallest has {Text(largest.Error)}."
            : $"Largest tile with a {budget}: {largest.Size} x {largest.Size} lines ({Text(largest.Error)}"
                + (double.IsNaN(largest.NextError) ? ", where the search ends)." : $"; the next has {Text(largest.NextError)}).");
    }

    private static string Word(BudgetedError error) => error == BudgetedError.Worst ? "worst" : "typical";

    /// <summary>As the options name it: "row-pair".</summary>
    private static string Word(Enum choice) => JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString());

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}
