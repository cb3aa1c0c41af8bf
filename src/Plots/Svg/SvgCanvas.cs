using System.Text;
using System.Xml;
using Plots.Png;

namespace Plots.Svg;

/// <summary>How an outline is drawn.</summary>
internal readonly record struct Stroke(string Colour, double Width = 1, string? Dashes = null, double Opacity = 1);

/// <summary>Where the given point lies in a text.</summary>
internal enum Anchor { Start, Middle, End }

/// <summary>
/// One SVG element under construction: pixel coordinates from the top left, two decimals. Written through an XML writer, so the result
/// is well-formed whatever the names of nodes and files are.
/// </summary>
internal sealed class SvgCanvas
{
    internal const string Fonts = "system-ui, 'Segoe UI', 'DejaVu Sans', Helvetica, Arial, sans-serif";
    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;

    internal SvgCanvas(double width, double height, string title)
    {
        _xml = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false });
        _xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("width", Number(width)), ("height", Number(height)),
            ("role", "img"), ("aria-label", Printable(title)), ("font-family", Fonts), ("font-size", "12"));
        Rectangle(0, 0, width, height, Palette.Paper);
        Text(width / 2, 22, title, size: 15, anchor: Anchor.Middle, bold: true);
    }

    internal static string Number(double value) => Math.Round(value, 2).ToString("0.##");

    internal void Line(double x1, double y1, double x2, double y2, Stroke stroke)
    {
        Start("line", ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)));
        End(stroke);
    }

    internal void Rectangle(double x, double y, double width, double height, string fill, Stroke? stroke = null)
    {
        Start("rect", ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("fill", fill));
        End(stroke);
    }

    internal void Circle(double x, double y, double radius, string fill, Stroke? stroke = null)
    {
        Start("circle", ("cx", Number(x)), ("cy", Number(y)), ("r", Number(radius)), ("fill", fill));
        End(stroke);
    }

    /// <summary>Any outline; <paramref name="data"/> is SVG path data.</summary>
    internal void Path(string data, Stroke stroke, string fill = "none")
    {
        Start("path", ("d", data), ("fill", fill), ("stroke-linejoin", "round"), ("stroke-linecap", "round"));
        End(stroke);
    }

    internal void Text(double x, double y, string text, double size = 12, Anchor anchor = Anchor.Start, string fill = Palette.Ink,
        bool bold = false, bool upwards = false)
    {
        Start("text", ("x", Number(x)), ("y", Number(y)), ("font-size", Number(size)), ("fill", fill));
        if (anchor != Anchor.Start) Attributes(("text-anchor", anchor == Anchor.Middle ? "middle" : "end"));
        if (bold) Attributes(("font-weight", "600"));
        if (upwards) Attributes(("transform", $"rotate(-90 {Number(x)} {Number(y)})"));
        _xml.WriteString(Printable(text));
        _xml.WriteEndElement();
    }

    /// <summary>A picture whose pixels stay sharp squares when it is enlarged.</summary>
    internal void Image(double x, double y, double width, double height, PalettePng png)
    {
        Start("image", ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)),
            ("preserveAspectRatio", "none"), ("style", "image-rendering:pixelated"), ("href", png.ToDataUri()));
        _xml.WriteEndElement();
    }

    /// <summary>Ends the element and returns it.</summary>
    internal string Finish()
    {
        _xml.WriteEndElement();
        _xml.Flush();
        return _text.ToString();
    }

    // Characters that XML cannot hold at all (control characters in a node name, say) are shown as the replacement character.
    private static string Printable(string text) =>
        string.Concat(text.Select((c, i) => XmlConvert.IsXmlChar(c) || IsPaired(text, i) ? c : '\uFFFD'));

    private static bool IsPaired(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));

    private void Start(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, "http://www.w3.org/2000/svg");
        Attributes(attributes);
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes) _xml.WriteAttributeString(name, value);
    }

    private void End(Stroke? stroke)
    {
        if (stroke is { } s)
        {
            Attributes(("stroke", s.Colour), ("stroke-width", Number(s.Width)));
            if (s.Dashes is not null) Attributes(("stroke-dasharray", s.Dashes));
            if (s.Opacity < 1) Attributes(("stroke-opacity", Number(s.Opacity)));
        }
        _xml.WriteEndElement();
    }
}
