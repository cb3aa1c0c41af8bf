using Cli.Output;
using Plots.Pages;
using Studies.Records;

namespace Cli.Reports;

/// <summary>A folder with figures as files and one page that shows them: what verbs without a machine's report write.</summary>
internal static class Figures
{
    /// <summary>Writes them; files of the same names are replaced.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="figures">The figures in order.</param>
    /// <param name="tables">Tables above them.</param>
    internal static void Write(string folder, string title, IEnumerable<ReportFigure> figures, params IEnumerable<ResultTable> tables)
    {
        var page = new HtmlReport(title);
        foreach (var table in tables) page.Table(table.Headings, table.Rows);
        foreach (var figure in figures)
        {
            page.Figure(figure.Figure, figure.Caption);
            FigureFiles.Write(folder, figure.Name, figure.Figure, hasOwnTable: figure.HasOwnTable);
        }
        page.Paragraph($"hopfield {ProgramVersion.Text}.");
        File.WriteAllText(Path.Combine(folder, "index.html"), page.ToHtml());
    }
}
