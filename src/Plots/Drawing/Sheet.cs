using OxyPlot;

namespace Plots.Drawing;

/// <summary>A figure ready to be drawn on any surface: SVG, PDF or what else can draw lines, polygons, text and pictures.</summary>
/// <param name="Width">Pixels (96 to the inch).</param>
/// <param name="Height">Pixels.</param>
/// <param name="Title">What a screen reader says for it.</param>
/// <param name="Draw">Draws all of it, from the top left.</param>
internal sealed record Sheet(double Width, double Height, string Title, Action<IRenderContext> Draw);
