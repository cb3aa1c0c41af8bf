using Cli.Output;
using Crossbar.Arrays;
using Crossbar.Planning.Maps;

namespace Cli.Arrays;

/// <summary>The JSON record of <c>hopfield array map</c>, and its sentences for people.</summary>
internal sealed class MapRecord
{
    private readonly ArraySolution _solution;

    internal MapRecord(ArraySolution solution, ArrayMaps maps, CellSelection? selection, OutputErrors? errors)
    {
        _solution = solution;
        Outputs = errors;
        Rows = solution.Circuit.Cells.Rows;
        Columns = solution.Circuit.Cells.Columns;
        SneakAmperes = [.. maps.OutputSneakAmperes.Select(a => double.IsNaN(a) ? (double?)null : a)];
        if (maps is { WorstRow: { } row, WorstColumn: { } column })
        {
            int cell = row * Columns + column;
            WorstCell = new(row, column, maps.IrDropVolts[cell], maps.CellVolts[cell]);
        }
        if (selection is not null)
        {
            int cell = selection.Row * Columns + selection.Column, scheme = BiasScheme.All.ToList().IndexOf(selection.Scheme);
            Selection = new(selection.Row, selection.Column, scheme, selection.Volts);
            SelectedVolts = maps.CellVolts[cell];
            SelectedAmperes = maps.CellAmperes[cell];
            LargestUnselectedVolts = maps.CellVolts.Where((_, k) => k != cell).Select(Math.Abs).DefaultIfEmpty(0).Max();
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public required string CellLaw { get; init; }

    /// <summary>Parameters of the law; null for ohmic cells.</summary>
    public required object? CellParameters { get; init; }

    /// <summary>Null for ohmic cells.</summary>
    public required int? NewtonSteps { get; init; }

    public SelectedCell? Selection { get; }

    /// <summary>The cell that loses the most voltage.</summary>
    public LostCell? WorstCell { get; }

    public double? SelectedVolts { get; }

    public double? SelectedAmperes { get; }

    /// <summary>What the most disturbed of the other cells sees, V.</summary>
    public double? LargestUnselectedVolts { get; }

    /// <summary>What sneak currents add to each output, A.</summary>
    public double?[] SneakAmperes { get; }

    public OutputErrors? Outputs { get; }

    public double CellWatts => _solution.CellWatts;

    public double WireWatts => _solution.WireWatts;

    public double TerminalWatts => _solution.TerminalWatts;

    public double SuppliedWatts => _solution.SuppliedWatts;

    public double ResidualAmperes => _solution.ResidualAmperes;

    public double OutputErrorAmperes => _solution.OutputErrorAmperes;

    public bool Converged => _solution.Converged;

    public string Version { get; } = AppVersion.Text;

    /// <summary>What a reader wants to know first.</summary>
    internal IEnumerable<string> Sentences()
    {
        yield return $"{Rows} x {Columns} cells take {Quantity.Text(SuppliedWatts, "W")}: cells {Quantity.Text(CellWatts, "W")}, "
            + $"wires {Quantity.Text(WireWatts, "W")}, drivers and sense nodes {Quantity.Text(TerminalWatts, "W")}; KCL residual {Quantity.Text(ResidualAmperes, "A")}.";
        if (NewtonSteps is { } steps)
            yield return $"Cells follow the law '{CellLaw}': {steps} Newton steps, outputs are exact to {Quantity.Text(OutputErrorAmperes, "A")}.";
        if (WorstCell is { } worst)
            yield return $"Worst cell {worst.Row},{worst.Column}: loses {Quantity.Text(worst.LostVolts, "V")} and sees {Quantity.Text(worst.CellVolts, "V")}.";
        if (Outputs is { } outputs)
        {
            int j = outputs.Worst;
            string percent = outputs.ErrorPercent[j] is { } p ? $", {p:g3} %" : "";
            yield return $"Worst output {j}: {Quantity.Text(outputs.OutputAmperes[j], "A")} in place of {Quantity.Text(outputs.IdealAmperes[j], "A")}, "
                + $"off by {Quantity.Text(outputs.ErrorAmperes[j], "A")}{percent}, {outputs.ErrorWeightUnits[j]:g3} weight units.";
        }
        if (Selection is { } s)
            yield return $"Cell {s.Row},{s.Column} sees {Quantity.Text(SelectedVolts, "V")} and carries {Quantity.Text(SelectedAmperes, "A")}; its output has "
                + $"{Quantity.Text(SneakAmperes[s.Column], "A")} of sneak current; no other cell sees more than {Quantity.Text(LargestUnselectedVolts, "V")}.";
    }

    /// <param name="Row">Word line.</param>
    /// <param name="Column">Bit line.</param>
    /// <param name="Scheme">Place of the scheme in <see cref="BiasScheme.All"/>.</param>
    /// <param name="Volts">Voltage of the selected word line, V.</param>
    internal sealed record SelectedCell(int Row, int Column, int Scheme, double Volts);

    internal sealed record LostCell(int Row, int Column, double LostVolts, double CellVolts);
}
