using System.Text.Json.Serialization;
using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Planning.Maps;

namespace Studies.Arrays;

/// <summary>A mapped array.</summary>
public sealed record ArrayMapRecord : StudyRecord
{
    /// <summary>Word lines.</summary>
    public int Rows => Solution.Circuit.Cells.Rows;

    /// <summary>Bit lines.</summary>
    public int Columns => Solution.Circuit.Cells.Columns;

    /// <summary>Name of the cells' law.</summary>
    public string CellLaw => Law?.Name ?? "linear";

    /// <summary>The law with its parameters; null for ohmic cells.</summary>
    public ICellLawFactory? CellParameters => Law;

    /// <summary>Newton steps; null for ohmic cells.</summary>
    public required int? NewtonSteps { get; init; }

    /// <summary>The cell that was addressed; null for a product.</summary>
    public CellSelection? Selection { get; init; }

    /// <summary>The cell that loses the most voltage; null where none has a known loss.</summary>
    public LostCell? WorstCell => Maps is { WorstRow: { } row, WorstColumn: { } column }
        ? new(row, column, Maps.IrDropVolts[row * Columns + column], Maps.CellVolts[row * Columns + column]) : null;

    /// <summary>What the selected cell sees, V.</summary>
    public double? SelectedVolts => Selected is { } cell ? Maps.CellVolts[cell] : null;

    /// <summary>What it carries, A.</summary>
    public double? SelectedAmperes => Selected is { } cell ? Maps.CellAmperes[cell] : null;

    /// <summary>What the most disturbed of the other cells sees, V.</summary>
    public double? LargestUnselectedVolts =>
        Selected is { } cell ? Maps.CellVolts.Where((_, k) => k != cell).Select(Math.Abs).DefaultIfEmpty(0).Max() : null;

    /// <summary>What sneak currents add to each output, A; null where that has no meaning.</summary>
    public double[] SneakAmperes => Maps.OutputSneakAmperes;

    /// <summary>The outputs beside the ideal ones; null for a selected cell.</summary>
    public OutputErrors? Outputs { get; init; }

    /// <summary>Heat of the cells, W.</summary>
    public double CellWatts => Solution.CellWatts;

    /// <summary>Heat of the wires, W.</summary>
    public double WireWatts => Solution.WireWatts;

    /// <summary>Heat of drivers and sense nodes, W.</summary>
    public double TerminalWatts => Solution.TerminalWatts;

    /// <summary>Power that the ports deliver, W.</summary>
    public double SuppliedWatts => Solution.SuppliedWatts;

    /// <summary>Largest mismatch of Kirchhoff's current law, A.</summary>
    public double ResidualAmperes => Solution.ResidualAmperes;

    /// <summary>Estimated largest error of an output, A.</summary>
    public double OutputErrorAmperes => Solution.OutputErrorAmperes;

    /// <summary>True when the outputs are as exact as they should be.</summary>
    public bool Converged => Solution.Converged;

    /// <summary>Law of the cells; null for ohmic ones.</summary>
    [JsonIgnore]
    public required ICellLawFactory? Law { get; init; }

    /// <summary>The solved array.</summary>
    [JsonIgnore]
    public required ArraySolution Solution { get; init; }

    /// <summary>Its maps.</summary>
    [JsonIgnore]
    public required ArrayMaps Maps { get; init; }

    private int? Selected => Selection is { } s ? s.Row * Columns + s.Column : null;
}

/// <summary>A cell that loses voltage.</summary>
/// <param name="Row">Word line.</param>
/// <param name="Column">Bit line.</param>
/// <param name="LostVolts">What it loses, V.</param>
/// <param name="CellVolts">What it sees, V.</param>
public sealed record LostCell(int Row, int Column, double LostVolts, double CellVolts);
