using System.Xml;
using OxyPlot;
using Plots.Fonts;

namespace Plots.Export;

/// <summary>What our surfaces have in common: text is measured by the font that is shipped with us and set line by line on base lines that
/// follow from it, never on the viewer's idea of "middle" or "hanging", about which viewers differ.</summary>
internal abstract class SurfaceBase : ClippingRenderContext
{
    protected SurfaceBase() => RendersToScreen = false;

    public sealed override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
        string.IsNullOrEmpty(text) ? OxySize.Empty
            : new(TextSize.Width(Printable(text), fontSize, IsBold(fontWeight)), TextSize.Height(text, fontSize));

    public sealed override void DrawText(ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize, double fontWeight,
        double rotate, HorizontalAlignment halign, VerticalAlignment valign, OxySize? maxSize)
    {
        if (string.IsNullOrEmpty(text) || fill.IsInvisible()) return;
        string[] lines = Printable(text).Split('\n');
        double height = TextSize.Height(text, fontSize);
        double top = valign == VerticalAlignment.Top ? 0 : valign == VerticalAlignment.Middle ? -height / 2 : -height;
        for (int i = 0; i < lines.Length; i++)
            if (lines[i].Length > 0)
                DrawTextLine(p, lines[i], fill, fontSize, IsBold(fontWeight), rotate, halign,
                    top + i * TextSize.LineHeight(fontSize) + TextSize.Ascent(fontSize));
    }

    /// <summary>One line, turned about <paramref name="p"/> after its base line was moved below it by <paramref name="down"/>
    /// pixels.</summary>
    protected abstract void DrawTextLine(ScreenPoint p, string line, OxyColor ink, double size, bool isBold, double degrees,
        HorizontalAlignment across, double down);

    // Characters that files of these formats cannot hold (control characters in a node name, say) become the replacement character.
    protected static string Printable(string text) =>
        string.Concat(text.Select((c, i) => XmlConvert.IsXmlChar(c) || IsPaired(text, i) ? c : '\uFFFD'));

    private static bool IsPaired(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));

    private static bool IsBold(double weight) => weight > 500;
}
