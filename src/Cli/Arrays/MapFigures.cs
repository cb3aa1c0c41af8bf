using Cli.Output;
using Crossbar.Planning.Maps;
using Plots;

namespace Cli.Arrays;

/// <summary>The maps of an array as figures.</summary>
internal static class MapFigures
{
    /// <summary>The maps that hold anything, in the order of the report: name of the file, figure, caption.</summary>
    internal static IEnumerable<(ReportFigure Figure, double[] Values)> Of(ArrayMaps maps, int rows, int columns)
    {
        var all = new (string Name, string Title, string Quantity, string Unit, double[] Values, string Caption)[]
        {
            ("ir-drop", "IR drop", "voltage lost", "V", maps.IrDropVolts,
                "What the ports apply less what the cell sees. Gray: a floating line applies nothing."),
            ("cell-voltage", "Cell voltages", "voltage", "V", maps.CellVolts, "Word line minus bit line at the cell."),
            ("cell-current", "Cell currents", "current", "A", maps.CellAmperes, "From word line to bit line."),
            ("sneak-current", "Sneak currents", "current", "A", maps.SneakAmperes,
                "Current through cells that are not addressed. Gray: addressed."),
            ("power", "Power of the cells", "power", "W", maps.CellWatts, "Heat of each cell."),
        };
        foreach (var (name, title, quantity, unit, values, caption) in all)
        {
            if (values.All(double.IsNaN)) continue;
            bool bothSigns = values.Any(v => v < 0) && values.Any(v => v > 0);
            yield return (new(name, new HeatMap
            {
                Title = title,
                Rows = rows,
                Columns = columns,
                Values = values,
                Scale = new(quantity, unit),
                IsDiverging = bothSigns,
                RowName = "word line",
                ColumnName = "bit line",
            }, caption)
            { HasOwnTable = true }, values);
        }
    }
}
