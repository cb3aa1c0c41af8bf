using Crossbar.Circuits;

namespace Crossbar.Machines;

/// <summary>When a set of waveforms has settled, by the same rule for every engine.</summary>
public static class SettleTime
{
    /// <summary>Whether a transient has settled: it converged, and either ended at rest or was quiet for the last tenth of its time (our
    /// choice).</summary>
    /// <param name="solution">The transient.</param>
    /// <param name="settleSeconds">Its settle time, s.</param>
    public static bool HasSettled(CircuitSolution solution, double settleSeconds) =>
        solution.Converged && (solution.AtRest || settleSeconds <= 0.9 * solution.Volts.Seconds[^1]);

    /// <summary>The last time at which any of the signals is farther than <paramref name="toleranceVolts"/> from its final value (linear
    /// between samples), s; 0 when none ever is.</summary>
    /// <param name="time">Time axis, s.</param>
    /// <param name="signals">The signals on it, V.</param>
    /// <param name="toleranceVolts">Allowed distance from the final value, V.</param>
    public static double Seconds(double[] time, IEnumerable<double[]> signals, double toleranceVolts)
    {
        double latest = 0;
        foreach (double[] values in signals)
        {
            double final = values[^1];
            for (int k = values.Length - 2; k >= 0 && time[k + 1] > latest; k--)
            {
                double distance = Math.Abs(values[k] - final);
                if (distance <= toleranceVolts) continue;
                double next = Math.Abs(values[k + 1] - final);
                double crossing = time[k] + (distance - toleranceVolts) / (distance - next) * (time[k + 1] - time[k]);
                latest = Math.Max(latest, crossing);
                break;
            }
        }
        return latest;
    }
}
