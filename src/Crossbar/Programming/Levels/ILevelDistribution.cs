using Crossbar.Arrays;
using Hopfield.Numerics;

namespace Crossbar.Programming.Levels;

/// <summary>A published fit of how exactly a technology hits a conductance: the short way to a programmed array where no device dynamics is
/// wanted. Errors are normal with the fitted standard deviation, cut at 0 S.</summary>
public interface ILevelDistribution : ICatalogued
{
    /// <summary>Who measured it.</summary>
    string Source { get; }

    /// <summary>Largest conductance for which the fit is meant, S.</summary>
    double LargestSiemens { get; }

    /// <summary>Least conductance for which the fit is meant, S.</summary>
    double LeastSiemens => 0;

    /// <summary>Standard deviation of the programmed conductance at a target, S.</summary>
    double SigmaSiemens(double targetSiemens);
}

/// <summary>Draws programmed arrays.</summary>
public static class LevelDistribution
{
    /// <summary>One programmed array; each cell's error comes from its own key.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A target lies outside the fit's range; open cells (0 S) stay open.</exception>
    public static ConductanceMatrix Draw(this ILevelDistribution levels, ConductanceMatrix targets, RandomKey key)
    {
        var siemens = new double[targets.Siemens.Length];
        for (int c = 0; c < siemens.Length; c++)
        {
            double target = targets.Siemens[c];
            if (target == 0) continue;
            Check.InRange(target, levels.LeastSiemens, levels.LargestSiemens,
                $"target [{c / targets.Columns},{c % targets.Columns}] of '{levels.Name}'", "S");
            siemens[c] = Math.Max(0, target + levels.SigmaSiemens(target) * key.Fold("level").Fold(c).Stream().NextGaussian());
        }
        return new(targets.Rows, targets.Columns, siemens);
    }
}
