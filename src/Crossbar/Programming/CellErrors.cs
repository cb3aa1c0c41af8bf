namespace Crossbar.Programming;

/// <summary>Errors of an array against its targets.</summary>
public static class CellErrors
{
    /// <summary>Conductance less target of every cell, S.</summary>
    public static double[] Siemens(double[] siemens, double[] targets) => [.. siemens.Zip(targets, (g, target) => g - target)];

    /// <summary>Root mean square, in the unit of the errors.</summary>
    public static double RootMeanSquare(IReadOnlyCollection<double> errors) => Math.Sqrt(errors.Average(error => error * error));
}
