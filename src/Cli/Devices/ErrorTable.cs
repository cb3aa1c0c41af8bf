using Cli.Output;

namespace Cli.Devices;

/// <summary>Errors of programmed arrays against their targets, in siemens.</summary>
internal static class ErrorTable
{
    /// <summary>An empty table.</summary>
    internal static ResultTable Empty() => new("array", "mean error", "rms error", "largest");

    /// <summary>Adds a row for an array.</summary>
    internal static void Add(ResultTable table, string what, double[] siemens, double[] targets)
    {
        double[] errors = Errors(siemens, targets);
        table.Add(what, Quantity.Text(errors.Average(), "S"), Quantity.Text(RootMeanSquare(errors), "S"),
            Quantity.Text(errors.Max(Math.Abs), "S"));
    }

    /// <summary>Conductance minus target of every cell.</summary>
    internal static double[] Errors(double[] siemens, double[] targets) => [.. siemens.Zip(targets, (g, target) => g - target)];

    /// <summary>Root mean square.</summary>
    internal static double RootMeanSquare(double[] errors) => Math.Sqrt(errors.Average(error => error * error));
}
