using System.Globalization;
using Cli.Output;
using Crossbar.Planning.Tiling;
using Plots;
using Studies.Layouts;

namespace Cli.Layouts;

/// <summary>The tables and figures of <c>hopfield layout</c>.</summary>
internal static class LayoutTables
{
    /// <summary>One row for each size.</summary>
    internal static ResultTable Sizes(IReadOnlyList<SizeRow> rows)
    {
        var table = new ResultTable("array", "weights", "area", "word line", "bit line", "settles", "power", "energy per read",
            "per weight", "error (rms)", "of signal",
            "worst case");
        foreach (var r in rows)
            table.Add($"{r.Rows} x {r.Columns}", $"{r.Weights}", Area(r.AreaSquareMetres), Quantity.Text(r.WordLineOhms, "Ω"),
                Quantity.Text(r.BitLineOhms, "Ω"),
                Quantity.Text(r.Read.SettleSeconds, "s"), Quantity.Text(r.Typical.MeanWatts, "W"), Quantity.Text(r.Read.Joules, "J"),
                    Quantity.Text(r.JoulesPerWeight, "J"),
                Units(r.Typical.RmsWeightUnits), $"{Units(100 * r.Typical.RelativeRms)} %", Units(r.AdversarialWeightUnits));
        return table;
    }

    /// <summary>One row for each tile size.</summary>
    internal static ResultTable Tilings(IReadOnlyList<TilingChoice> choices)
    {
        var table = new ResultTable("tile", "tiles", "error (rms)", "of signal", "worst inputs", "settles", "arrays", "conversions",
            "additions", "energy per read", "array area", "converter area");
        foreach (var c in choices)
            table.Add($"{c.TileLines} x {c.TileLines}", $"{c.TilesDown} x {c.TilesAcross}", Units(c.RmsWeightUnits),
                $"{Units(100 * c.RelativeRms)} %", Units(c.WorstWeightUnits),
                Quantity.Text(c.SettleSeconds, "s"), Quantity.Text(c.ArrayJoules, "J"),
                    $"{Quantity.Text(c.ConversionJoules, "J")} ({c.Conversions})", Quantity.Text(c.AdditionJoules, "J"),
                Quantity.Text(c.Joules, "J"), Area(c.ArraySquareMetres), Area(c.ConverterSquareMetres));
        return table;
    }

    /// <summary>Error and energy against the size of the array or tile.</summary>
    internal static IReadOnlyList<ReportFigure> Figures(IReadOnlyList<SizeRow> rows, double budget)
    {
        double[] lines = [.. rows.Select(r => (double)r.Columns)];
        return
        [
            new("error", new LineFigure
            {
                Title = "Computing error against tile size",
                X = new("lines of the tile", "", true),
                Y = new("error in units of weight", "", true),
                Series =
                [
                    new("random weights and inputs, rms", lines, [.. rows.Select(r => r.Typical.RmsWeightUnits)]),
                    new("largest drawn", lines, [.. rows.Select(r => r.Typical.LargestWeightUnits)]),
                    new("worst case, uncalibrated", lines, [.. rows.Select(r => r.AdversarialWeightUnits)]),
                ],
                References = [new(budget, $"budget {budget.ToString("g3", CultureInfo.InvariantCulture)}")],
            }, "Below half a unit an integer sum rounds to the right number."),
            Energy("energy", "Energy per read against tile size", lines, ("per tile", [.. rows.Select(r => r.Read.Joules)]),
                ("per weight", [.. rows.Select(r => r.JoulesPerWeight)])),
        ];
    }

    /// <summary>Error and energy of a weight matrix against the size of its tiles.</summary>
    internal static IReadOnlyList<ReportFigure> Figures(LayoutRecord report)
    {
        var choices = report.Tilings!;
        double budget = report.BudgetWeightUnits;
        double[] lines = [.. choices.Select(c => (double)c.TileLines)];
        IEnumerable<LineSeries> Better(string name, IReadOnlyList<TilingChoice>? other) =>
            other is not { Count: > 0 } ? [] : [new(name, lines[..other.Count], [.. other.Select(c => c.RmsWeightUnits)])];
        return
        [
            new("tiling-error", new LineFigure
            {
                Title = "Error of the weight matrix against tile size",
                X = new("lines of the tile", "", true),
                Y = new("error in units of weight", "", true),
                Series =
                [
                    new("worst inputs", lines, [.. choices.Select(c => c.WorstWeightUnits)]),
                    new("rms", lines, [.. choices.Select(c => c.RmsWeightUnits)]),
                    .. Better("rms, lines assigned", report.AssignedTilings),
                    .. Better("rms, compensated", report.CompensatedTilings),
                ],
                References = [new(budget, $"budget {budget.ToString("g3", CultureInfo.InvariantCulture)}")],
            }, "Random inputs; partial sums of the tiles are converted and added."),
            Energy("tiling-energy", "Energy of one product against tile size", lines, ("all", [.. choices.Select(c => c.Joules)]),
                ("arrays", [.. choices.Select(c => c.ArrayJoules)]), ("conversions", [.. choices.Select(c => c.ConversionJoules)])),
        ];
    }

    private static ReportFigure Energy(string name, string title, double[] lines, params (string Name, double[] Joules)[] series) =>
        new(name, new LineFigure
        {
            Title = title,
            X = new("lines of the tile", "", true),
            Y = new("energy", "J", true),
            Series = [.. series.Select(s => new LineSeries(s.Name, lines, s.Joules))],
        }, "Static power until the outputs are within 1 % and sampled, and the charge of the word lines.");

    private static string Units(double value) => value.ToString("g3", CultureInfo.InvariantCulture);

    private static string Area(double squareMetres) => (squareMetres * 1e12).ToString("g4", CultureInfo.InvariantCulture) + " µm²";
}
