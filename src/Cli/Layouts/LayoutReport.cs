using System.Globalization;
using Cli.Output;
using Crossbar.Layout;
using Crossbar.Layout.Errors;
using Crossbar.Layout.Tiling;

namespace Cli.Layouts;

/// <summary>The JSON record of <c>hopfield layout</c>, and its sentences for people.</summary>
internal sealed record LayoutReport(
    Technology Technology, ErrorStudyParameters Parameters, ArrayDrive Drive, double BudgetWeightUnits, string BudgetOf,
    SizeRow Array, IReadOnlyList<SizeRow> Sizes, TileSearch LargestTile, IReadOnlyList<TilingChoice>? Tilings)
{
    /// <summary>True when every solution reached its tolerance.</summary>
    public bool Converged => Array.Typical.Converged && Sizes.All(row => row.Typical.Converged) && (Tilings?.All(t => t.Converged) ?? true);

    public string Version { get; } = AppVersion.Text;

    internal IEnumerable<string> Sentences()
    {
        var p = Parameters;
        yield return $"{Technology.Name}: {Technology.Summary}; {Technology.Cell.Name} cells, segments {Quantity.Text(Technology.WordSegmentOhms, "Ω")} "
            + $"(word) and {Quantity.Text(Technology.BitSegmentOhms, "Ω")} (bit). Source: {Technology.Source}.";
        yield return $"Cells from {Quantity.Text(p.OffSiemens, "S")} to {Quantity.Text(p.OnSiemens, "S")}, weights placed as {p.Placement}, read at "
            + $"{Quantity.Text(p.ReadVolts, "V")}, word lines driven from {(Drive.FromBothEnds ? "both ends" : "one end")}; errors in units of weight, calibration {p.Calibration}.";
        yield return LargestTile.Size == 0
            ? $"No tile keeps the {BudgetOf} error within {Text(BudgetWeightUnits)}: the smallest has {Text(LargestTile.Error)}."
            : $"Largest tile with a {BudgetOf} error within {Text(BudgetWeightUnits)}: {LargestTile.Size} x {LargestTile.Size} lines ({Text(LargestTile.Error)}"
                + (double.IsNaN(LargestTile.NextError) ? ", where the search ends)." : $"; the next has {Text(LargestTile.NextError)}).");
    }

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}
