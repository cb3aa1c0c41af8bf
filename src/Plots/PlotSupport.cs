#if OXYPLOT
using Plots.OxyPlot;
#else
using Plots.Svg;
#endif

namespace Plots;

/// <summary>Always compiled; says whether OxyPlot was, and picks the renderer of line figures accordingly.</summary>
public static class PlotSupport
{
#if OXYPLOT
    /// <summary>True when line figures are drawn by OxyPlot.</summary>
    public static bool HasOxyPlot => true;

    internal static string Draw(LineFigure figure) => OxyPlotRenderer.Draw(figure);
#else
    /// <summary>True when line figures are drawn by OxyPlot.</summary>
    public static bool HasOxyPlot => false;

    internal static string Draw(LineFigure figure) => LineRenderer.Draw(figure);
#endif
}
