using Cli.Output;
using Crossbar.Programming;

namespace Cli.Devices;

/// <summary>Errors of programmed arrays against their targets.</summary>
internal static class ErrorTable
{
    /// <summary>A row for each array.</summary>
    internal static ResultTable Of(double[] targets, params IEnumerable<(string What, double[] Siemens)> arrays)
    {
        var table = new ResultTable("array", "mean error", "rms error", "largest");
        foreach (var (what, siemens) in arrays)
        {
            double[] errors = CellErrors.Siemens(siemens, targets);
            table.Add(what, Quantity.Text(errors.Average(), "S"), Quantity.Text(CellErrors.RootMeanSquare(errors), "S"),
                Quantity.Text(errors.Max(Math.Abs), "S"));
        }
        return table;
    }
}
