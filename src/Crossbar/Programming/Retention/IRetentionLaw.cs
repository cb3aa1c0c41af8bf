using Crossbar.Arrays;
using Hopfield.Numerics;

namespace Crossbar.Programming.Retention;

/// <summary>How programmed conductances change while nothing is applied: G(t) after a published law.</summary>
public interface IRetentionLaw : ICatalogued
{
    /// <summary>Who measured it.</summary>
    string Source { get; }

    /// <summary>Conductance of one cell a time after programming, S. The same stream gives the same cell, so that one cell can be followed
    /// over time.</summary>
    /// <param name="programmedSiemens">Conductance right after programming, S.</param>
    /// <param name="seconds">Time since, s.</param>
    /// <param name="cell">The cell's random numbers.</param>
    double Siemens(double programmedSiemens, double seconds, RandomStream cell);
}

/// <summary>Ages whole arrays.</summary>
public static class RetentionLaw
{
    /// <summary>The array a time after programming.</summary>
    public static ConductanceMatrix After(this IRetentionLaw law, ConductanceMatrix programmed, double seconds, RandomKey key)
    {
        Check.NotNegative(seconds, nameof(seconds), "s");
        double[] siemens = [.. programmed.Siemens.Select((g, c) => g == 0 ? 0
            : Math.Max(0, law.Siemens(g, seconds, key.Fold("retention").Fold(c).Stream())))];
        return new(programmed.Rows, programmed.Columns, siemens);
    }
}
