namespace Crossbar.SpiceSharp;

/// <summary>The even grid of noise samples that are joined by straight lines. Steps end on it, without break points: those restart the
/// integration at first order and cost four points a sample. A step across a corner would see an average of the corner's two sides and lose
/// variance: at steps of one sample that do not end on samples, about h/4τ of it.</summary>
/// <param name="StepSeconds">Time between samples, s.</param>
internal readonly record struct SampleGrid(double StepSeconds)
{
    // A sample closer than this, in steps, counts as reached: the time of a point carries rounding.
    private const double Reached = 1e-6;

    /// <summary>The sample at or before a time, and how far between it and the next.</summary>
    public (int First, double Part) At(double seconds)
    {
        double place = Math.Max(0, seconds / StepSeconds), first = Math.Floor(place + Reached);
        return ((int)first, Math.Max(0, place - first));
    }

    /// <summary>Time to the next sample, s; never 0.</summary>
    public double ToNext(double seconds) => (At(seconds).First + 1) * StepSeconds - Math.Max(0, seconds);
}
