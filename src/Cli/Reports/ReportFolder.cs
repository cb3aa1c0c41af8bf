using Cli.Solving;
using Plots;

namespace Cli.Reports;

/// <summary>The folder that --out asks for: records, tables and a page that shows them.</summary>
internal static class ReportFolder
{
    /// <summary>Writes the folder.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="outcomes">One entry per problem.</param>
    internal static void Write(string folder, string title, IReadOnlyList<SolveOutcome> outcomes)
    {
        var page = new HtmlReport(title);
        var summary = SolveTables.Summary(outcomes);
        page.Table(summary.Headings, summary.Rows);
        File.WriteAllText(Path.Combine(folder, "index.html"), page.ToHtml());
    }
}
