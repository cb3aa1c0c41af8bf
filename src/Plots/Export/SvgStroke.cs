using System.Globalization;
using OxyPlot;

namespace Plots.Export;

/// <summary>How an outline is drawn, as SVG attributes.</summary>
internal readonly record struct SvgStroke(OxyColor Ink, double Width, double[]? Dashes = null, LineJoin Join = LineJoin.Miter)
{
    /// <summary>True for half discs at the ends of lines.</summary>
    internal bool HasRoundEnds { get; init; }

    /// <summary>Names and values; none for an outline that cannot be seen.</summary>
    internal IEnumerable<(string Name, string Value)> Attributes()
    {
        if (Ink.IsInvisible() || Width <= 0) yield break;
        yield return ("stroke", Colour(Ink));
        yield return ("stroke-width", SvgSurface.Number(Width));
        if (Ink.A < 255) yield return ("stroke-opacity", SvgSurface.Number(Ink.A / 255.0));
        if (Dashes is { Length: > 0 }) yield return ("stroke-dasharray", string.Join(' ', Dashes.Select(SvgSurface.Number)));
        if (HasRoundEnds) yield return ("stroke-linecap", "round");
        if (Join != LineJoin.Miter) yield return ("stroke-linejoin", Join == LineJoin.Round ? "round" : "bevel");
    }

    /// <summary>"#rrggbb"; opacity is another attribute.</summary>
    internal static string Colour(OxyColor colour) =>
        string.Create(CultureInfo.InvariantCulture, $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}");
}
