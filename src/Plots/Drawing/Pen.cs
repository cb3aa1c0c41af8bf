using OxyPlot;
using Plots.Fonts;

namespace Plots.Drawing;

/// <summary>What our own renderers draw, in terms of OxyPlot's drawing surface.</summary>
internal static class Pen
{
    /// <summary>Size of ordinary text, pixels.</summary>
    internal const double TextPixels = 12;

    /// <summary>Writes text; <paramref name="x"/>, <paramref name="y"/> is the point that the alignments refer to.</summary>
    internal static void Write(this IRenderContext surface, double x, double y, string text, double size = TextPixels,
        HorizontalAlignment across = HorizontalAlignment.Left, VerticalAlignment along = VerticalAlignment.Middle, string? ink = null,
        bool isBold = false, bool isUpwards = false)
    {
        if (text.Length > 0)
            surface.DrawText(new(x, y), text, Colour(ink ?? Palette.Ink), FigureFont.Family, size, isBold ? FontWeights.Bold
                : FontWeights.Normal, isUpwards ? -90 : 0, across, along);
    }

    /// <summary>Separate lines of one colour.</summary>
    /// <param name="surface">Where to draw.</param>
    /// <param name="ends">Two points per line.</param>
    /// <param name="ink">Colour.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="strength">How much of the ink is mixed with paper, 0 to 1. Not opacity: whether see-through lines of one shape darken
    /// where they cross is another matter in every viewer.</param>
    internal static void Lines(this IRenderContext surface, IList<ScreenPoint> ends, string ink, double width, double strength = 1)
    {
        if (ends.Count > 0)
            surface.DrawLineSegments(ends, OxyColor.Interpolate(Colour(Palette.Paper), Colour(ink), strength), width,
                EdgeRenderingMode.PreferGeometricAccuracy);
    }

    /// <summary>A filled circle with an outline.</summary>
    internal static void Circle(this IRenderContext surface, double x, double y, double radius, string fill, string outline) =>
        surface.DrawEllipse(new(x - radius, y - radius, 2 * radius, 2 * radius), Colour(fill), Colour(outline), 1,
            EdgeRenderingMode.Automatic);

    internal static void Frame(this IRenderContext surface, double x, double y, double width, double height) =>
        surface.DrawRectangle(new(x, y, width, height), OxyColors.Undefined, Colour(Palette.Frame), 1, EdgeRenderingMode.PreferSharpness);

    /// <summary>A picture whose pixels are sharp squares in every viewer: enlarged by us, since some viewers only blur.</summary>
    internal static void Picture(this IRenderContext surface, double x, double y, double width, double height, Pixels pixels)
    {
        var image = new OxyImage(pixels.ToPng(width, height).Bytes.ToArray());
        surface.DrawImage(image, 0, 0, image.Width, image.Height, x, y, width, height, 1, interpolate: false);
    }

    internal static OxyColor Colour(string hex) => OxyColor.Parse(hex);
}
