using Cli.Output;
using Studies.Arrays;

namespace Cli.Arrays;

/// <summary>A mapped array in words.</summary>
internal static class MapSentences
{
    /// <summary>What a reader wants to know first.</summary>
    internal static IEnumerable<string> Of(ArrayMapRecord map)
    {
        yield return $"{map.Rows} x {map.Columns} cells take {Quantity.Text(map.SuppliedWatts, "W")}: "
            + $"cells {Quantity.Text(map.CellWatts, "W")}, wires {Quantity.Text(map.WireWatts, "W")}, "
            + $"drivers and sense nodes {Quantity.Text(map.TerminalWatts, "W")}; "
            + $"KCL residual {Quantity.Text(map.ResidualAmperes, "A")}.";
        if (map.NewtonSteps is { } steps)
            yield return $"Cells follow the law '{map.CellLaw}': {steps} Newton steps, "
                + $"outputs are exact to {Quantity.Text(map.OutputErrorAmperes, "A")}.";
        if (map.WorstCell is { } worst)
            yield return $"Worst cell {worst.Row},{worst.Column}: loses {Quantity.Text(worst.LostVolts, "V")} "
                + $"and sees {Quantity.Text(worst.CellVolts, "V")}.";
        if (map.Outputs is { } outputs)
        {
            int j = outputs.FarthestOff();
            string percent = outputs.ErrorPercent[j] is { } p ? $", {p:g3} %" : "";
            yield return $"Worst output {j}: {Quantity.Text(outputs.OutputAmperes[j], "A")} "
                + $"in place of {Quantity.Text(outputs.IdealAmperes[j], "A")}, off by {Quantity.Text(outputs.ErrorAmperes[j], "A")}{percent}, "
                + $"{outputs.ErrorWeightUnits[j]:g3} weight units.";
        }
        if (map.Selection is { } s)
            yield return $"Cell {s.Row},{s.Column} sees {Quantity.Text(map.SelectedVolts, "V")} "
                + $"and carries {Quantity.Text(map.SelectedAmperes, "A")}; its output has {Quantity.Text(map.SneakAmperes[s.Column], "A")} of sneak current; "
                + $"no other cell sees more than {Quantity.Text(map.LargestUnselectedVolts, "V")}.";
    }
}
