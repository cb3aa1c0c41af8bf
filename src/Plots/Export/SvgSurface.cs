using System.Globalization;
using System.Text;
using System.Xml;
using OxyPlot;
using Plots.Drawing;
using Plots.Fonts;

namespace Plots.Export;

/// <summary>One SVG element under construction: pixels from the top left. Written through an XML writer, so the result is well-formed
/// whatever the names of nodes and files are.</summary>
internal sealed class SvgSurface : SurfaceBase
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;
    private readonly OxyRect _page;
    private int _clips;
    private bool _isClipped;

    private SvgSurface(Sheet sheet)
    {
        _page = new(0, 0, sheet.Width, sheet.Height);
        _xml = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false });
        _xml.WriteStartElement("svg", Namespace);
        Attributes(("viewBox", $"0 0 {Number(sheet.Width)} {Number(sheet.Height)}"), ("width", Number(sheet.Width)),
            ("height", Number(sheet.Height)), ("role", "img"), ("aria-label", Printable(sheet.Title)),
            // Verdana has the widths of DejaVu Sans, where that is missing.
            ("font-family", $"'{FigureFont.Family}', Verdana, sans-serif"));
        DrawRectangle(_page, Pen.Colour(Palette.Paper), OxyColors.Undefined, 0, EdgeRenderingMode.Automatic);
    }

    /// <summary>The sheet as one SVG element.</summary>
    internal static string Draw(Sheet sheet)
    {
        var surface = new SvgSurface(sheet);
        sheet.Draw(surface);
        surface._xml.WriteEndElement();
        surface._xml.Flush();
        return surface._text.ToString();
    }

    public override void DrawLine(IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode,
        double[] dashArray, LineJoin lineJoin)
    {
        if (points.Count > 1) Path(SvgPath.Through(points), OxyColors.Undefined, new(stroke, thickness, dashArray, lineJoin));
    }

    public override void DrawLineSegments(IList<ScreenPoint> points, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        if (points.Count > 1) Path(SvgPath.Segments(points), OxyColors.Undefined, new(stroke, thickness, dashArray, lineJoin));
    }

    public override void DrawPolygon(IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        if (points.Count > 1) Path(SvgPath.Through(points) + "Z", fill, new(stroke, thickness, dashArray, lineJoin));
    }

    public override void DrawRectangle(OxyRect rect, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode)
    {
        Start("rect", ("x", Number(rect.Left)), ("y", Number(rect.Top)), ("width", Number(rect.Width)), ("height", Number(rect.Height)));
        End(fill, new(stroke, thickness));
    }

    public override void DrawEllipse(OxyRect rect, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode)
    {
        Start("ellipse", ("cx", Number(rect.Center.X)), ("cy", Number(rect.Center.Y)), ("rx", Number(rect.Width / 2)),
            ("ry", Number(rect.Height / 2)));
        End(fill, new(stroke, thickness));
    }

    // Dots alike: one shape of lines without length but with round ends, a tenth of the text.
    public override void DrawEllipses(IList<OxyRect> rectangles, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode)
    {
        if (rectangles.Count < 2 || stroke.IsVisible() || rectangles.Any(r => r.Width != r.Height || r.Width != rectangles[0].Width))
            base.DrawEllipses(rectangles, fill, stroke, thickness, edgeRenderingMode);
        else
            Path(SvgPath.Dots(rectangles.Select(r => r.Center)), OxyColors.Undefined,
                new(fill, rectangles[0].Width) { HasRoundEnds = true });
    }

    public override void DrawImage(OxyImage source, double srcX, double srcY, double srcWidth, double srcHeight, double destX, double destY,
        double destWidth, double destHeight, double opacity, bool interpolate)
    {
        Start("image", ("x", Number(destX)), ("y", Number(destY)), ("width", Number(destWidth)), ("height", Number(destHeight)),
            ("preserveAspectRatio", "none"), ("style", "image-rendering:pixelated"));
        // Inkscape 1.2 does not know href without its old prefix.
        _xml.WriteAttributeString("xlink", "href", "http://www.w3.org/1999/xlink",
            $"data:image/png;base64,{Convert.ToBase64String(source.GetData())}");
        _xml.WriteEndElement();
    }

    protected override void DrawTextLine(ScreenPoint p, string line, OxyColor ink, double size, bool isBold, double degrees,
        HorizontalAlignment across, double down)
    {
        Start("text", ("x", Number(p.X)), ("y", Number(p.Y + down)), ("font-size", Number(size)), ("fill", SvgStroke.Colour(ink)));
        if (across != HorizontalAlignment.Left) Attributes(("text-anchor", across == HorizontalAlignment.Center ? "middle" : "end"));
        if (isBold) Attributes(("font-weight", "bold"));
        if (degrees != 0) Attributes(("transform", $"rotate({Number(degrees)} {Number(p.X)} {Number(p.Y)})"));
        _xml.WriteString(line);
        _xml.WriteEndElement();
    }

    // A clip to the whole page, which every plot sets first, is none.
    protected override void SetClip(OxyRect clippingRectangle)
    {
        _isClipped = !clippingRectangle.Equals(_page.Intersect(clippingRectangle)) || clippingRectangle.Width < _page.Width;
        if (!_isClipped) return;
        string id = $"clip{++_clips}";
        Start("clipPath", ("id", id));
        DrawRectangle(clippingRectangle, OxyColors.Undefined, OxyColors.Undefined, 0, EdgeRenderingMode.Automatic);
        _xml.WriteEndElement();
        Start("g", ("clip-path", $"url(#{id})"));
    }

    protected override void ResetClip()
    {
        if (_isClipped) _xml.WriteEndElement();
        _isClipped = false;
    }

    internal static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private void Path(string data, OxyColor fill, SvgStroke stroke)
    {
        Start("path", ("d", data));
        End(fill, stroke);
    }

    private void Start(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        Attributes(attributes);
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes) _xml.WriteAttributeString(name, value);
    }

    private void End(OxyColor fill, SvgStroke stroke)
    {
        Attributes(("fill", fill.IsInvisible() ? "none" : SvgStroke.Colour(fill)));
        if (fill.IsVisible() && fill.A < 255) Attributes(("fill-opacity", Number(fill.A / 255.0)));
        foreach (var (name, value) in stroke.Attributes()) Attributes((name, value));
        _xml.WriteEndElement();
    }
}
