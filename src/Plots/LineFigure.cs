using System.Globalization;

namespace Plots;

/// <summary>Curves over one pair of axes: waveforms, energy staircases, sweeps, distributions, scattered points.</summary>
public sealed record LineFigure : Figure
{
    /// <summary>Horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>Vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>The curves, drawn in this order, coloured in this order.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>Horizontal lines to compare with (an optimum, a threshold), labelled above their left ends: what settles comes near the
    /// line on the right.</summary>
    public IReadOnlyList<ReferenceLine> References { get; init; } = [];

    // Curves over the same positions (waveforms) side by side, others one row per point. A curve without a name goes by its number.
    private protected override CsvTable Table()
    {
        bool hasBars = Series.Any(series => series.Low is not null || series.High is not null);
        if (Series.Count > 1 && !hasBars && References.Count == 0 && Series.All(series => series.X.SequenceEqual(Series[0].X)))
            return SideBySide();
        var table = hasBars ? new CsvTable("series", X.Column, Y.Column, "low", "high") : new CsvTable("series", X.Column, Y.Column);
        for (int k = 0; k < Series.Count; k++)
        {
            var series = Series[k];
            string name = NameOf(k);
            for (int i = 0; i < series.X.Count; i++)
            {
                string x = CsvTable.Number(series.X[i]), y = CsvTable.Number(series.Y[i]);
                if (hasBars) table.Add(name, x, y, End(series.Low, i), End(series.High, i));
                else table.Add(name, x, y);
            }
        }
        foreach (var line in References) table.AddReference(line, 2);
        return table;
    }

    private CsvTable SideBySide()
    {
        var names = Series.Select((_, k) => Y.Unit.Length == 0 ? NameOf(k) : $"{NameOf(k)} ({Y.Unit})");
        var table = new CsvTable([X.Column, .. names]);
        for (int i = 0; i < Series[0].X.Count; i++)
            table.Add([CsvTable.Number(Series[0].X[i]), .. Series.Select(series => CsvTable.Number(series.Y[i]))]);
        return table;
    }

    private string NameOf(int k) => Series[k].Name ?? (k + 1).ToString(CultureInfo.InvariantCulture);

    private static string End(IReadOnlyList<double>? ends, int i) => ends is null ? "" : CsvTable.Number(ends[i]);
}
