using Plots.Drawing;

namespace Plots.Renderers;

/// <summary>Finds the renderer of a figure by its kind.</summary>
internal static class FigureRenderer
{
    /// <summary>The figure, ready for any surface.</summary>
    /// <exception cref="InvalidOperationException">The figure's data do not fit each other.</exception>
    internal static Sheet Draw(Figure figure) => figure switch
    {
        LineFigure lines => LineRenderer.Draw(lines),
        BarFigure bars => BarRenderer.Draw(bars),
        HistogramFigure histogram => HistogramRenderer.Draw(histogram),
        SpanFigure spans => SpanRenderer.Draw(spans),
        HeatMap map => HeatMapRenderer.Draw(map),
        ImageStrip strip => ImageStripRenderer.Draw(strip),
        GraphCutFigure cut => GraphCutRenderer.Draw(cut),
        VertexClassesFigure classes => VertexClassesRenderer.Draw(classes),
        TourFigure tour => TourRenderer.Draw(tour),
        _ => throw new InvalidOperationException($"There is no renderer of {figure.GetType().Name}."),
    };
}
