namespace Plots.Svg;

/// <summary>Estimates of how much room text takes; an SVG has no metrics of the reader's fonts.</summary>
internal static class TextSize
{
    /// <summary>Length of the longest of these texts, characters; 1 when there are none.</summary>
    internal static int LongestText(this IEnumerable<string> texts) => texts.Select(text => text.Length).DefaultIfEmpty(1).Max();
}
