namespace Solvers.Heuristics;

/// <summary>A temperature that falls in equal steps.</summary>
/// <param name="Start">Temperature of the first sweep.</param>
/// <param name="End">Temperature of the last.</param>
internal readonly record struct AnnealingSchedule(double Start, double End)
{
    /// <summary>Temperature of one sweep of many.</summary>
    public double At(int sweep, int sweeps) => sweeps < 2 ? End : Start + (End - Start) * sweep / (sweeps - 1);
}
