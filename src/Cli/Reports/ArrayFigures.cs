using Cli.Output;
using Plots;

namespace Cli.Reports;

/// <summary>The array as a picture.</summary>
internal static class ArrayFigures
{
    /// <summary>The conductances of all cells.</summary>
    internal static ReportFigure Conductances(CircuitReplay replay)
    {
        var weights = replay.Compiled.Weights;
        string bias = weights.BiasLines == 0 ? "" : $"; the last {2 * weights.BiasLines} rows are bias lines at plus and minus the supply";
        return new("conductances", new HeatMap
        {
            Title = "Conductances of the array",
            Rows = weights.Cells.Rows,
            Columns = weights.Cells.Columns,
            Values = weights.Cells.Siemens,
            Scale = new("conductance", "S"),
            RowName = "word line",
            ColumnName = "bit line",
        }, $"Word lines 2j and 2j+1 carry +v and −v of neuron j; the difference of their two cells is a weight{bias}.")
        { HasOwnTable = true };
    }
}
