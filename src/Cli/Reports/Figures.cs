using Cli.Output;
using Plots.Export;
using Plots.Pages;

namespace Cli.Reports;

/// <summary>A folder with figures as files and one page that shows them: what verbs without a machine's report write.</summary>
internal static class Figures
{
    /// <summary>Writes them, the figures as SVG.</summary>
    internal static void Write(string folder, string title, IEnumerable<ReportFigure> figures, params IEnumerable<ResultTable> tables) =>
        Write(folder, [FigureFormat.Svg], title, figures, tables);

    /// <summary>Writes them; files of the same names are replaced.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="formats">Formats of the figures' files.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="figures">The figures in order.</param>
    /// <param name="tables">Tables above them.</param>
    internal static void Write(string folder, IReadOnlyList<FigureFormat> formats, string title, IEnumerable<ReportFigure> figures,
        params IEnumerable<ResultTable> tables)
    {
        var page = new HtmlReport(title);
        foreach (var table in tables) page.Table(table.Headings, table.Rows);
        foreach (var figure in figures)
        {
            page.Figure(figure.Figure, figure.Caption);
            FigureFiles.Write(folder, figure.Name, figure.Figure, formats, hasOwnTable: figure.HasOwnTable);
        }
        page.Paragraph($"hopfield {AppVersion.Text}.");
        File.WriteAllText(Path.Combine(folder, "index.html"), page.ToHtml());
    }
}
