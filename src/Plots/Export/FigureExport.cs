using System.Text;
using Plots.Renderers;

namespace Plots.Export;

/// <summary>Figures as files. The same figure gives the same SVG, PDF and CSV on every machine, in every process and under every culture; a
/// PNG follows the program that makes it.</summary>
public static class FigureExport
{
    /// <summary>One SVG element (no XML declaration, so that it can stand in a page or be a file as it is) of at most some 300 KB, on a
    /// white ground, so that it reads the same on a light and on a dark page.</summary>
    /// <exception cref="InvalidOperationException">The figure's data do not fit each other, such as an edge to a node that is not
    /// there.</exception>
    public static string ToSvg(this Figure figure) => SvgSurface.Draw(FigureRenderer.Draw(figure));

    /// <summary>A PDF file of one page, as large as the figure.</summary>
    /// <exception cref="InvalidOperationException">As in <see cref="ToSvg"/>.</exception>
    public static byte[] ToPdf(this Figure figure) => PdfSurface.Draw(FigureRenderer.Draw(figure));

    /// <summary>Writes one file; its extension (.svg, .pdf, .png or .csv) says what. An existing file is replaced.</summary>
    /// <exception cref="ArgumentException">The extension is another.</exception>
    /// <exception cref="NotSupportedException">PNG, and no program that makes it is on the path.</exception>
    public static void Save(this Figure figure, string path)
    {
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".SVG": File.WriteAllText(path, figure.ToSvg(), Utf8); break;
            case ".PDF": File.WriteAllBytes(path, figure.ToPdf()); break;
            case ".PNG": PngProgram.Find().Convert(figure, path); break;
            case ".CSV": File.WriteAllText(path, figure.ToCsv(), Utf8); break;
            default: throw new ArgumentException($"{path}: figures are written as .svg, .pdf, .png or .csv", nameof(path));
        }
    }

    /// <summary>Writes the figure in each of the formats, and its numbers as CSV beside it; existing files are replaced.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="folder">An existing folder.</param>
    /// <param name="name">Name of the files, without extension.</param>
    /// <param name="formats">None writes the numbers alone.</param>
    /// <exception cref="NotSupportedException">PNG, and no program that makes it is on the path.</exception>
    public static void Save(this Figure figure, string folder, string name, params ReadOnlySpan<FigureFormat> formats)
    {
        foreach (var format in formats) figure.Save(Path.Combine(folder, name + Extension(format)));
        figure.Save(Path.Combine(folder, name + ".csv"));
    }

    /// <summary>The extension of files of a format, with its dot.</summary>
    public static string Extension(FigureFormat format) => format switch
    {
        FigureFormat.Svg => ".svg",
        FigureFormat.Pdf => ".pdf",
        FigureFormat.Png => ".png",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, $"There is no format {format}."),
    };

    private static UTF8Encoding Utf8 => new(encoderShouldEmitUTF8Identifier: false);
}
