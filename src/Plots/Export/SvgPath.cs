using System.Globalization;
using System.Text;
using OxyPlot;

namespace Plots.Export;

/// <summary>Points as SVG path data, in tenths of a pixel: a waveform has thousands.</summary>
internal static class SvgPath
{
    /// <summary>One line through all points.</summary>
    internal static string Through(IList<ScreenPoint> points)
    {
        var data = new StringBuilder();
        string lastX = "", lastY = "";
        foreach (var point in points)
        {
            string x = Tenth(point.X), y = Tenth(point.Y);
            if (data.Length == 0) data.Append('M').Append(x).Append(' ').Append(y);
            else if (y == lastY && x != lastX) data.Append('H').Append(x);
            else if (x == lastX && y != lastY) data.Append('V').Append(y);
            else if (x != lastX || points.Count == 2) data.Append('L').Append(x).Append(' ').Append(y);
            (lastX, lastY) = (x, y);
        }
        return data.ToString();
    }

    /// <summary>Lines of two points each.</summary>
    internal static string Segments(IList<ScreenPoint> points)
    {
        var data = new StringBuilder();
        for (int i = 0; i + 1 < points.Count; i += 2) data.Append(Through([points[i], points[i + 1]]));
        return data.ToString();
    }

    /// <summary>A line of no length at each point.</summary>
    internal static string Dots(IEnumerable<ScreenPoint> points) =>
        string.Concat(points.Select(point => $"M{Tenth(point.X)} {Tenth(point.Y)}h0"));

    private static string Tenth(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);
}
