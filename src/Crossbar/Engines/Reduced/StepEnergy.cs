namespace Crossbar.Engines.Reduced;

/// <summary>Delivered energy inside one step: the parabola through the power at its start, middle and end, integrated (Simpson's
/// rule).</summary>
/// <param name="StartJoules">Energy delivered up to the start of the step, J.</param>
/// <param name="StartWatts">Power at its start, W.</param>
/// <param name="MiddleWatts">Power at its middle, W.</param>
/// <param name="EndWatts">Power at its end, W.</param>
/// <param name="StepSeconds">Its length, s.</param>
internal readonly record struct StepEnergy(double StartJoules, double StartWatts, double MiddleWatts, double EndWatts, double StepSeconds)
{
    /// <summary>Energy delivered up to fraction <paramref name="theta"/> of the step, J.</summary>
    public double JoulesAt(double theta)
    {
        double slope = 4 * MiddleWatts - 3 * StartWatts - EndWatts, bend = 2 * (StartWatts + EndWatts) - 4 * MiddleWatts;
        return StartJoules + StepSeconds * theta * (StartWatts + theta * (slope / 2 + theta * bend / 3));
    }
}
