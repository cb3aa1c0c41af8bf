using Cli.Output;
using Cli.Reports.Answers;
using Plots;
using Plots.Pages;
using Solvers.Problems.Tsp;
using Solvers.Problems.Tsp.Windows;

namespace Cli.Solving.Tours;

/// <summary>The report folder of a tour found by windows.</summary>
internal static class WindowPage
{
    /// <summary>Writes the page, the tour and its course.</summary>
    internal static void Write(string folder, TspProblem problem, RunSettings settings, IReadOnlyList<WindowTour> tours)
    {
        var best = tours.MinBy(tour => tour.Length)!;
        var known = problem.BestKnown;
        var drawing = new TourFigure
        {
            Title = $"Tour of length {Quantity.Score(best.Length)} through {problem.Instance.CityCount} cities",
            Tour = best.Tour,
            Coordinates = TourDrawing.Places(problem.Instance),
            Note = known is null ? "" : $"{(known.Proven ? "optimum" : "best known")} {Quantity.Score(known.Score)}",
        };
        var course = new LineFigure
        {
            Title = "Length of the best tour",
            X = new("wall-clock time", "s", true),
            Y = new("length"),
            Series = [.. tours.Take(10).Select((tour, k) => new LineSeries(tours.Count == 1 ? null : $"run {k}",
                [.. tour.Course.Select(point => Math.Max(point.Seconds, 1e-4))], [.. tour.Course.Select(point => point.Length)],
                    SeriesStyle.Step))],
            References = known is null ? [] : [new(known.Score, known.Proven ? "optimum" : "best known")],
        };
        var page = new HtmlReport(problem.Name);
        page.Paragraph($"Travelling salesman by windows: the machine ({settings.Machine}) solved stretches of the tour between fixed ends, one neuron per city and position; "
            + "its answer was taken where it was a valid and shorter path.");
        foreach (var table in (ResultTable[])[WindowTables.Summary(problem, settings, tours), WindowTables.Moves(tours)])
            page.Table(table.Headings, table.Rows);
        page.Figure(drawing, "The best tour of all runs; the larger dot is the first city.")
            .Figure(course, "Each run's best tour over time.");
        page.Paragraph($"hopfield {AppVersion.Text}, seed {settings.Seed}.");
        File.WriteAllText(Path.Combine(folder, "index.html"), page.ToHtml());
        FigureFiles.Write(folder, "tour", drawing, settings.FigureFormats);
        FigureFiles.Write(folder, "length", course, settings.FigureFormats);
    }
}
