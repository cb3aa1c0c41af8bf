using OxyPlot;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Plots.Drawing;
using Plots.Fonts;

namespace Plots.Export;

/// <summary>A PDF page under construction, in pixels from the top left; 96 pixels to the inch, as in the SVG.</summary>
internal sealed class PdfSurface : SurfaceBase
{
    private const double PointsPerPixel = 0.75;
    private readonly XGraphics _graphics;
    private XGraphicsState? _unclipped;

    private PdfSurface(XGraphics graphics) => _graphics = graphics;

    /// <summary>The sheet as a PDF file of one page.</summary>
    internal static byte[] Draw(Sheet sheet)
    {
        using var document = new PdfDocument();
        document.Options.CompressContentStreams = true;
        document.Info.Title = sheet.Title;
        var page = document.AddPage();
        page.Width = XUnit.FromPoint(sheet.Width * PointsPerPixel);
        page.Height = XUnit.FromPoint(sheet.Height * PointsPerPixel);
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            graphics.ScaleTransform(PointsPerPixel);
            sheet.Draw(new PdfSurface(graphics));
        }
        return StablePdf.Bytes(document);
    }

    public override void DrawLine(IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode,
        double[] dashArray, LineJoin lineJoin)
    {
        if (points.Count > 1 && Pen(stroke, thickness, dashArray, lineJoin) is { } pen) _graphics.DrawLines(pen, Points(points));
    }

    public override void DrawLineSegments(IList<ScreenPoint> points, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        if (points.Count < 2 || Pen(stroke, thickness, dashArray, lineJoin) is not { } pen) return;
        // Not as one path: PDFsharp 6.2 joins the lines of a path and leaves paths out that are added to another.
        for (int i = 0; i + 1 < points.Count; i += 2)
            _graphics.DrawLine(pen, points[i].X, points[i].Y, points[i + 1].X, points[i + 1].Y);
    }

    public override void DrawPolygon(IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        if (points.Count < 2) return;
        if (Brush(fill) is { } brush) _graphics.DrawPolygon(brush, Points(points), XFillMode.Winding);
        if (Pen(stroke, thickness, dashArray, lineJoin) is { } pen) _graphics.DrawPolygon(pen, Points(points));
    }

    public override void DrawRectangle(OxyRect rect, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode)
    {
        if (Brush(fill) is { } brush) _graphics.DrawRectangle(brush, rect.Left, rect.Top, rect.Width, rect.Height);
        if (Pen(stroke, thickness) is { } pen) _graphics.DrawRectangle(pen, rect.Left, rect.Top, rect.Width, rect.Height);
    }

    public override void DrawEllipse(OxyRect rect, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode)
    {
        if (Brush(fill) is { } brush) _graphics.DrawEllipse(brush, rect.Left, rect.Top, rect.Width, rect.Height);
        if (Pen(stroke, thickness) is { } pen) _graphics.DrawEllipse(pen, rect.Left, rect.Top, rect.Width, rect.Height);
    }

    public override void DrawImage(OxyImage source, double srcX, double srcY, double srcWidth, double srcHeight, double destX, double destY,
        double destWidth, double destHeight, double opacity, bool interpolate)
    {
        using var stream = new MemoryStream(source.GetData());
        using var image = XImage.FromStream(stream);
        image.Interpolate = interpolate;
        _graphics.DrawImage(image, destX, destY, destWidth, destHeight);
    }

    protected override void DrawTextLine(ScreenPoint p, string line, OxyColor ink, double size, bool isBold, double degrees,
        HorizontalAlignment across, double down)
    {
        double width = across == HorizontalAlignment.Left ? 0 : TextSize.Width(line, size, isBold);
        double left = p.X - (across == HorizontalAlignment.Center ? width / 2 : width);
        var state = _graphics.Save();
        if (degrees != 0) _graphics.RotateAtTransform(degrees, new XPoint(p.X, p.Y));
        _graphics.DrawString(line, PdfFonts.Font(size, isBold), new XSolidBrush(Colour(ink)), left, p.Y + down);
        _graphics.Restore(state);
    }

    protected override void SetClip(OxyRect clippingRectangle)
    {
        _unclipped = _graphics.Save();
        _graphics.IntersectClip(new XRect(clippingRectangle.Left, clippingRectangle.Top,
            clippingRectangle.Width, clippingRectangle.Height));
    }

    protected override void ResetClip()
    {
        if (_unclipped is not null) _graphics.Restore(_unclipped);
        _unclipped = null;
    }

    private static XSolidBrush? Brush(OxyColor fill) => fill.IsInvisible() ? null : new(Colour(fill));

    // Dashes are pixels on our surfaces, multiples of the width in PDFsharp.
    private static XPen? Pen(OxyColor stroke, double thickness, double[]? dashes = null, LineJoin join = LineJoin.Miter)
    {
        if (stroke.IsInvisible() || thickness <= 0) return null;
        var pen = new XPen(Colour(stroke), thickness)
        {
            LineJoin = join == LineJoin.Round ? XLineJoin.Round : join == LineJoin.Bevel ? XLineJoin.Bevel : XLineJoin.Miter,
        };
        if (dashes is { Length: > 0 }) pen.DashPattern = [.. dashes.Select(dash => dash / thickness)];
        return pen;
    }

    private static XColor Colour(OxyColor colour) => XColor.FromArgb(colour.A, colour.R, colour.G, colour.B);

    private static XPoint[] Points(IList<ScreenPoint> points) => [.. points.Select(point => new XPoint(point.X, point.Y))];
}
