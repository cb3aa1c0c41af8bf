using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Plots.Fonts;

namespace Plots.Tests;

/// <summary>One text of an SVG with the rectangle that it fills, worked out from its attributes as a viewer would.</summary>
internal sealed record SvgText(string Value, double Left, double Top, double Right, double Bottom)
{
    public static IEnumerable<SvgText> In(XElement svg) =>
        svg.Descendants().Where(element => element.Name.LocalName == "text").Select(Of);

    /// <summary>Same area, but for a slack that lines of text may share.</summary>
    public bool Overlaps(SvgText other, double slack) => Left + slack < other.Right && other.Left + slack < Right
        && Top + slack < other.Bottom && other.Top + slack < Bottom;

    private static SvgText Of(XElement element)
    {
        double x = Number(element, "x"), y = Number(element, "y"), size = Number(element, "font-size");
        double width = TextSize.Width(element.Value, size, (string?)element.Attribute("font-weight") == "bold");
        double left = (string?)element.Attribute("text-anchor") switch { "middle" => x - width / 2, "end" => x - width, _ => x };
        // Capitals and descenders of the typeface: 0.76 em above the base line, 0.24 below.
        (double Left, double Top, double Right, double Bottom) box = (left, y - 0.76 * size, left + width, y + 0.24 * size);
        if ((string?)element.Attribute("transform") is { } turn)
        {
            var match = Regex.Match(turn, @"^rotate\(-90 ([-\d.]+) ([-\d.]+)\)$");
            Assert.True(match.Success, turn);
            double cx = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
                cy = double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            // A quarter turn upwards about (cx, cy): (x, y) goes to (cx + y − cy, cy − x + cx).
            box = (cx + box.Top - cy, cy - box.Right + cx, cx + box.Bottom - cy, cy - box.Left + cx);
        }
        return new(element.Value, box.Left, box.Top, box.Right, box.Bottom);
    }

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
