using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Plots.Export;
using Plots.Fonts;

namespace Plots.Tests;

public class FigureFontTests
{
    // Advance widths of DejaVu Sans 2.37 in units of 1/2048 em, as its published metrics (AFM) give them in 1/1000.
    [Theory]
    [InlineData("i", false, 278)]
    [InlineData("W", false, 989)]
    [InlineData("—", false, 1000)]
    [InlineData(" ", true, 348)]
    [InlineData("A", true, 774)]
    public void WidthEm_OfACharacter_IsThePublishedOne(string text, bool isBold, int thousandths) =>
        Assert.Equal(thousandths / 1000.0, FigureFont.File(isBold).WidthEm(text), 0.0006);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WidthEm_OfAnyText_IsWhatPdfSharpReadsFromTheSameFile(bool isBold)
    {
        const string text = "Energy ≤ 5 µJ ± σ, G₀ = 77 µS — Ω, ×10⁻⁹ − x";
        using var document = new PdfDocument();
        using var graphics = XGraphics.FromPdfPage(document.AddPage());

        Assert.Equal(graphics.MeasureString(text, PdfFonts.Font(100, isBold)).Width, 100 * FigureFont.File(isBold).WidthEm(text), 0.2);
    }

    [Fact]
    public void Has_OfEverySignThatFiguresWrite_IsTrue()
    {
        foreach (char sign in "—–−×±≤≥σµμΩ₀₁₂⁰¹²³⁴⁵⁶⁷⁸⁹⁻√°…·→≈")
            Assert.True(FigureFont.File(false).Has(sign) && FigureFont.File(true).Has(sign), $"{sign}");
        Assert.False(FigureFont.File(false).Has(0x4e2d));
    }

    [Theory]
    [InlineData("a few short words that do not fit", 60)]
    [InlineData("onewordthatiswiderthanthewholeline", 60)]
    [InlineData("two\nlines already, the second too long", 80)]
    public void Wrap_OfAnyText_FitsAndKeepsEveryLetter(string text, double width)
    {
        string wrapped = TextSize.Wrap(text, 12, width);

        Assert.InRange(TextSize.Width(wrapped, 12), 1, width);
        Assert.Equal(text.Replace(" ", "").Replace("\n", ""), wrapped.Replace(" ", "").Replace("\n", ""));
        Assert.True(wrapped.Split('\n').Length > text.Split('\n').Length);
    }

    [Fact]
    public void Wrap_OfATextThatFits_ChangesNothing() => Assert.Equal("a b  c", TextSize.Wrap("a b  c", 12, 100));
}
