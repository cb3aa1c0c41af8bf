using OxyPlot;

namespace Plots.OxyPlot;

/// <summary>
/// Tells OxyPlot how large text is. Its own measurer takes the metrics of Helvetica, which are too narrow for the fonts that most
/// readers get, so that titles and labels run into each other; this one assumes a wide font.
/// </summary>
internal sealed class EstimatedText : RenderContextBase
{
    private const double WidthPerSize = 0.6, HeightPerSize = 1.2;

    public override int ClipCount => 0;

    public override OxySize MeasureText(string text, string fontFamily = null!, double fontSize = 10, double fontWeight = 500)
    {
        if (string.IsNullOrEmpty(text)) return OxySize.Empty;
        string[] lines = text.Split('\n');
        return new(lines.Max(line => line.Length) * fontSize * WidthPerSize, lines.Length * fontSize * HeightPerSize);
    }

    public override void DrawLine(IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode,
        double[] dashArray, LineJoin lineJoin) => throw OnlyMeasures();

    public override void DrawPolygon(IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin) => throw OnlyMeasures();

    public override void DrawText(ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize, double fontWeight,
        double rotation, HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize) =>
        throw OnlyMeasures();

    public override void PushClip(OxyRect clippingRectangle) => throw OnlyMeasures();

    public override void PopClip() => throw OnlyMeasures();

    private static NotSupportedException OnlyMeasures() => new("This context measures text; it draws nothing.");
}
