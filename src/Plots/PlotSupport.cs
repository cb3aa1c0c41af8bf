namespace Plots;

/// <summary>Always compiled; says whether OxyPlot was.</summary>
public static class PlotSupport
{
#if OXYPLOT
    /// <summary>True when figures are drawn by OxyPlot.</summary>
    public static bool HasOxyPlot => true;
#else
    /// <summary>True when figures are drawn by OxyPlot.</summary>
    public static bool HasOxyPlot => false;
#endif
}
