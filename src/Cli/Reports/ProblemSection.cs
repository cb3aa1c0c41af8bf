using Cli.Output;
using Cli.Reports.Answers;
using Plots;
using Plots.Export;
using Plots.Pages;
using Studies.Solving;

namespace Cli.Reports;

/// <summary>One problem on the page, with its files.</summary>
internal static class ProblemSection
{
    /// <summary>Writes the files into <paramref name="folder"/> and the section onto the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="outcome">What was found out.</param>
    /// <param name="folder">An existing folder.</param>
    /// <param name="shownFolder">Its name as seen from the page; empty for the page's own folder.</param>
    /// <param name="formats">Formats of the figures files.</param>
    internal static void Append(
        HtmlReport page, SolveRecord outcome, string folder, string shownFolder, IReadOnlyList<FigureFormat> formats)
    {
        var drawing = AnswerDrawing.For(outcome.Main.Problem);
        var replay = CircuitReplay.Of(outcome);
        ReportFigure[] answers = drawing is null || outcome.Main.Runs.Count == 0 ? [] : [.. drawing.Draw(outcome)];
        ReportFigure[] figures = [.. answers, .. Course(outcome, replay)];
        var files = ProblemFiles.Write(folder, outcome, replay, figures, formats);

        page.Section(outcome.Problem);
        if (drawing is not null) page.Paragraph(drawing.Describe(outcome.Main.Problem));
        page.Paragraph(ResultText.Of(outcome));
        foreach (var figure in figures) page.Figure(figure.Figure, figure.Caption);
        if (outcome.Check is { } check)
        {
            page.Subsection("Cross-check of the best run").Paragraph(
                "The same circuit, start and seed through every engine. The digital engine starts from the same signs and may end in "
                + "another basin.");
            var engines = SolveTables.Engines(check);
            page.Table(engines.Headings, engines.Rows).List(check.Findings);
        }
        if (replay is not null)
        {
            var machine = MachineTable.Of(replay.Compiled);
            page.Subsection("The machine").Table(machine.Headings, machine.Rows);
        }
        page.Subsection(shownFolder.Length == 0 ? "Files beside this page" : $"Files in {shownFolder}").Table(files.Headings, files.Rows);
    }

    private static IEnumerable<ReportFigure> Course(SolveRecord outcome, CircuitReplay? replay)
    {
        var problem = outcome.Main.Problem;
        var best = problem.BestKnown is { } known && problem.EnergyOf(known.Score) is { } energy
            ? new ReferenceLine(energy, known.Proven ? "optimum" : "best known") : null;
        // In this order a wide figure and a narrow one share a line of the page.
        if (replay is not null)
        {
            yield return SettlingFigures.Waveforms(replay);
            yield return ArrayFigures.Conductances(replay);
            yield return SettlingFigures.CircuitEnergy(replay, best);
        }
        if (ScoreFigures.Of(outcome) is { } scores) yield return scores;
        if (outcome.Main.Best is not { } run) yield break;
        if (outcome.BlockSpins is not null) yield return SettlingFigures.BlockEnergy(run, best);
        else if (!outcome.IsAnalogue) yield return SettlingFigures.DigitalEnergy(run, best, "The best run");
        else if (!outcome.IsCircuit) yield return SettlingFigures.ClockedEnergy(run, best);
        if (outcome.DigitalRuns?.Runs.FirstOrDefault(other => other.Number == run.Number) is { } digital)
            yield return SettlingFigures.DigitalEnergy(digital, best,
                $"From the same start as the {MachineWords.Title(outcome)["The ".Length..]}'s best run");
    }
}
