using PdfSharp.Drawing;
using PdfSharp.Fonts;
using Plots.Fonts;

namespace Plots.Export;

/// <summary>Gives PDFsharp our typeface. It asks one resolver per process; ours stands last in line (as the fallback), so that a program
/// that uses PDFsharp itself keeps its own, and answers to a family name that nobody else has.</summary>
internal sealed class PdfFonts : IFontResolver
{
    private const string FamilyName = "Hopfield figures";
    private static readonly Lazy<bool> Installed = new(Install);

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == FamilyName ? new(isBold ? $"{FamilyName} bold" : FamilyName) : null;

    public byte[]? GetFont(string faceName) => faceName.StartsWith(FamilyName, StringComparison.Ordinal)
        ? FigureFont.File(isBold: faceName.Length > FamilyName.Length).Bytes : null;

    /// <summary>Our typeface in a size.</summary>
    internal static XFont Font(double size, bool isBold)
    {
        _ = Installed.Value;
        return new(FamilyName, size, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular, XPdfFontOptions.UnicodeDefault);
    }

    private static bool Install()
    {
        GlobalFontSettings.FallbackFontResolver ??= new PdfFonts();
        return true;
    }
}
