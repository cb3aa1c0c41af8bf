using System.Globalization;
using Cli.Output;
using Crossbar.Planning;
using Crossbar.Planning.Errors;
using Crossbar.Planning.Tiling;
using Studies.Records;

namespace Cli.Layouts;

/// <summary>The JSON record of <c>hopfield layout</c>, and its sentences for people.</summary>
internal sealed record LayoutReport(
    Technology Technology, ErrorStudyParameters Parameters, ArrayDrive Drive, double BudgetWeightUnits, string BudgetOf,
    SizeRow Array, IReadOnlyList<SizeRow> Sizes)
{
    /// <summary>The largest tile within the budget; null when cancelled before it was found.</summary>
    public TileSearch? LargestTile { get; init; }

    /// <summary>The weight matrix in tiles of each size; null without one.</summary>
    public IReadOnlyList<TilingChoice>? Tilings { get; init; }

    /// <summary>The same with lines assigned by weight; null where that was not asked for.</summary>
    public IReadOnlyList<TilingChoice>? AssignedTilings { get; init; }

    /// <summary>The same with compensated conductances (and lines assigned, where both were asked for).</summary>
    public IReadOnlyList<TilingChoice>? CompensatedTilings { get; init; }

    /// <summary>True when Ctrl-C ended the command before everything was measured.</summary>
    public bool Cancelled { get; init; }

    /// <summary>True when every solution reached its tolerance.</summary>
    public bool Converged => Array.Typical.Converged && Sizes.All(row => row.Typical.Converged)
        && AllTilings().All(t => t.Choices.All(c => c.Converged));

    public string Version { get; } = ProgramVersion.Text;

    /// <summary>What was tiled, and how, in words.</summary>
    internal IEnumerable<(string Title, IReadOnlyList<TilingChoice> Choices)> AllTilings()
    {
        if (Tilings is { Count: > 0 }) yield return ("The weight matrix in tiles", Tilings);
        if (AssignedTilings is { Count: > 0 }) yield return ("Heavy lines near drivers and sense nodes", AssignedTilings);
        if (CompensatedTilings is { Count: > 0 })
            yield return ($"IR drop compensated by pre-distorted conductances{(AssignedTilings is null ? "" : ", heavy lines near drivers and sense nodes")}", CompensatedTilings);
    }

    internal IEnumerable<string> Sentences()
    {
        var p = Parameters;
        yield return $"{Technology.Name}: {Technology.Summary}; {Technology.Cell.Name} cells, segments {Quantity.Text(Technology.WordSegmentOhms, "Ω")} "
            + $"(word) and {Quantity.Text(Technology.BitSegmentOhms, "Ω")} (bit). Source: {Technology.Source}.";
        yield return $"Cells from {Quantity.Text(p.OffSiemens, "S")} to {Quantity.Text(p.OnSiemens, "S")}, weights placed as {p.Placement}, read at "
            + $"{Quantity.Text(p.ReadVolts, "V")}, for at least {Quantity.Text(Drive.ReadSeconds, "s")}, word lines driven from {(Drive.FromBothEnds ? "both ends" : "one end")}; errors in units of weight, calibration {p.Calibration}.";
        foreach (var (what, better) in (ValueTuple<string, IReadOnlyList<TilingChoice>?>[])[("Assigning lines", AssignedTilings),
            ("Compensation", CompensatedTilings)])
            if (better is { Count: > 0 })
                yield return $"{what} leaves {string.Join(", ", better.Zip(Tilings!, (b, t) => $"{Text(100 * b.RmsWeightUnits / t.RmsWeightUnits)} % at {t.TileLines}"))} of the error of the plain tiles.";
        if (Cancelled) yield return "Cancelled: what was finished is below.";
        if (LargestTile is not { } largest) yield break;
        yield return largest.Size == 0
            ? $"No tile keeps the {BudgetOf} error within {Text(BudgetWeightUnits)}: the smallest has {Text(largest.Error)}."
            : $"Largest tile with a {BudgetOf} error within {Text(BudgetWeightUnits)}: {largest.Size} x {largest.Size} lines ({Text(largest.Error)}"
                + (double.IsNaN(largest.NextError) ? ", where the search ends)." : $"; the next has {Text(largest.NextError)}).");
    }

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}
