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

    // One row per point: curves need not share their positions. A curve without a name goes by its number, from 1.
    private protected override CsvTable Table()
    {
        bool hasBars = Series.Any(series => series.Low is not null || series.High is not null);
        var table = hasBars ? new CsvTable("series", X.Column, Y.Column, "low", "high") : new CsvTable("series", X.Column, Y.Column);
        for (int k = 0; k < Series.Count; k++)
        {
            var series = Series[k];
            string name = series.Name ?? (k + 1).ToString(CultureInfo.InvariantCulture);
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

    private static string End(IReadOnlyList<double>? ends, int i) => ends is null ? "" : CsvTable.Number(ends[i]);
}
