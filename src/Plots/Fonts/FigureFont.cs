namespace Plots.Fonts;

/// <summary>The one typeface of all figures, DejaVu Sans: shipped with us, so that every machine measures text alike and a PDF can hold it.
/// It has Greek, sub- and superscripts and the signs of physics.</summary>
internal static class FigureFont
{
    internal const string Family = "DejaVu Sans";

    private static readonly Lazy<FontFile> Regular = new(() => Load("DejaVuSans.ttf")), Bold = new(() => Load("DejaVuSans-Bold.ttf"));

    internal static FontFile File(bool isBold) => isBold ? Bold.Value : Regular.Value;

    private static FontFile Load(string name)
    {
        using var stream = typeof(FigureFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is missing from the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes);
    }
}
