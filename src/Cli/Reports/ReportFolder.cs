using Cli.Output;
using Plots.Export;
using Plots.Pages;
using Studies.Records;
using Studies.Solving;

namespace Cli.Reports;

/// <summary>The folder that --out asks for: a page that shows everything, and the records, conductances, decks and figures as
/// files.</summary>
internal static class ReportFolder
{
    /// <summary>Writes the folder. A single problem's files lie beside the page, those of several in a folder each. Files of the same names
    /// are replaced; nothing is deleted.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="outcomes">One entry per problem.</param>
    /// <param name="formats">Formats of the figures; null for SVG.</param>
    internal static void Write(string folder, string title, IReadOnlyList<SolveRecord> outcomes, IReadOnlyList<FigureFormat>? formats = null)
    {
        var page = new HtmlReport(title);
        page.Paragraph(outcomes.All(outcome => !outcome.IsAnalogue)
            ? "Each problem became an Ising model, and the digital engine let its spins settle."
            : outcomes.All(outcome => outcome.BlockSpins is not null)
            ? "Each problem became an Ising model too large for the array at hand: blocks of its spins were settled one after the other, the others held as "
                + "fields. The digital engine ran the same instance from the same starts."
            : outcomes.All(outcome => !outcome.IsCircuit)
            ? "Each problem became an Ising model, the model became conductances of a crossbar, and a clocked machine read its columns one after "
                + "the other and updated the neurons. The digital engine ran the same instance from the same starts."
            : "Each problem became an Ising model, the model became conductances of a crossbar, and a circuit simulator let the neurons round it "
                + "settle. The digital engine ran the same instance from the same starts.");
        var summary = SolveTables.Summary(outcomes);
        page.Table(summary.Headings, summary.Rows);
        var taken = new HashSet<string>();
        foreach (var outcome in outcomes)
        {
            string name = outcomes.Count == 1 ? "" : FolderName(outcome.Problem, taken);
            ProblemSection.Append(page, outcome, name.Length == 0 ? folder : OutputFile.Folder(Path.Combine(folder, name)), name,
                formats ?? [FigureFormat.Svg]);
        }
        page.Paragraph($"hopfield {ProgramVersion.Text}, seed {string.Join(", ", outcomes.Select(outcome => outcome.Seed).Distinct())}.");
        File.WriteAllText(Path.Combine(folder, "index.html"), page.ToHtml());
    }

    // Letters, digits, dots and dashes only, so that every file system takes it; told apart by a number where two are alike.
    private static string FolderName(string problem, HashSet<string> taken)
    {
        string[] words = string.Concat(problem.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string stem = string.Join('-', words).Trim('.');
        if (stem.Length == 0) stem = "problem";
        string name = stem;
        for (int number = 2; !taken.Add(name); number++) name = $"{stem}-{number}";
        return name;
    }
}
