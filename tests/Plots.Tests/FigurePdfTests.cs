using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PdfSharp.Pdf.IO;
using Plots.Export;

namespace Plots.Tests;

public class FigurePdfTests
{
    public static TheoryData<int> Samples => [.. Enumerable.Range(0, SampleFigures.All().Count())];

    [Theory]
    [MemberData(nameof(Samples))]
    public void ToPdf_OfAnyFigure_IsOnePageOfTheSizeOfTheSvg(int sample)
    {
        var figure = SampleFigures.All().ElementAt(sample);
        var svg = XElement.Parse(figure.ToSvg());
        using var document = PdfReader.Open(new MemoryStream(figure.ToPdf()), PdfDocumentOpenMode.Import);

        Assert.Equal(1, document.PageCount);
        var page = document.Pages[0];
        Assert.Equal(0.75 * (double)svg.Attribute("width")!, page.Width.Point, 0.01);
        Assert.Equal(0.75 * (double)svg.Attribute("height")!, page.Height.Point, 0.01);
        Assert.Equal(figure.Title, document.Info.Title);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void ToPdf_Twice_GivesTheSameBytes(int sample) =>
        Assert.Equal(SampleFigures.All().ElementAt(sample).ToPdf(), SampleFigures.All().ElementAt(sample).ToPdf());

    [Fact]
    public void ToPdf_OfAnotherFigure_HasAnotherIdentifier()
    {
        string[] identifiers = [.. SampleFigures.All().Select(figure =>
            Regex.Match(Encoding.Latin1.GetString(figure.ToPdf()), "/ID\\[<([0-9A-F]{32})>").Groups[1].Value)];

        Assert.Equal(identifiers.Length, identifiers.Distinct().Count());
        Assert.DoesNotContain("", identifiers);
    }

    [Fact]
    public void ToPdf_HoldsTheLettersItUses()
    {
        string file = Encoding.Latin1.GetString(SampleFigures.All().First().ToPdf());

        Assert.Equal(2, Regex.Count(file, "/FontFile2 ")); // regular and bold
        Assert.Contains("/FontName/AAAAAA+DejaVu", file);
        Assert.InRange(file.Length, 10_000, 120_000); // subsets: the two files have 1.4 MB
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void ToPdf_ReadByAnotherProgram_HasTheTextsOfTheSvg(int sample)
    {
        var figure = SampleFigures.All().ElementAt(sample);
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "figure.pdf");
            figure.Save(path);
            string seen = Squeezed(TextOf(path));
            foreach (var text in SvgText.In(XElement.Parse(figure.ToSvg())).Where(text => !IsUpwards(text)))
                Assert.Contains(Squeezed(text.Value), seen);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsUpwards(SvgText text) => text.Bottom - text.Top > text.Right - text.Left && text.Value.Length > 2;

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string TextOf(string path)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", path, "-"])
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("needs pdftotext (poppler-utils)");
            throw;
        }
        using (process)
        {
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return text;
        }
    }
}
