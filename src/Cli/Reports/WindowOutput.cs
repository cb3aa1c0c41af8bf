using Cli.Output;
using Cli.Reports.Answers;
using Plots;
using Solvers.Problems.Tsp.Windows;
using Studies.Tours;

namespace Cli.Reports;

/// <summary>What is shown of a tour found by windows.</summary>
internal static class WindowOutput
{
    /// <summary>Tables, the tour and its course.</summary>
    internal static Presentation Of(WindowRecord record)
    {
        var page = new Presentation(record.Problem)
            .Say($"Travelling salesman by windows: the machine ({record.Machine}) solved stretches of the tour between fixed ends, one neuron per city and position; "
                + "its answer was taken where it was a valid and shorter path.", printed: false)
            .Table(Summary(record)).Table(Moves(record.Tours));
        return record.Best is { } best ? page.Figure(Tour(record, best)).Figure(Course(record)) : page;
    }

    private static ReportFigure Tour(WindowRecord record, WindowTour best)
    {
        var (problem, known) = (record.Cities, record.Cities.BestKnown);
        var drawing = new TourFigure
        {
            Title = $"Tour of length {Quantity.Score(best.Length)} through {problem.Instance.CityCount} cities",
            Tour = best.Tour,
            Coordinates = TourDrawing.Places(problem.Instance),
            Note = known is null ? "" : $"{(known.Proven ? "optimum" : "best known")} {Quantity.Score(known.Score)}",
        };
        return new("tour", drawing, "The best tour of all runs; the larger dot is the first city.");
    }

    private static ReportFigure Course(WindowRecord record)
    {
        var (tours, known) = (record.Tours, record.Cities.BestKnown);
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
        return new("length", course, "Each run's best tour over time.");
    }

    /// <summary>What was reached: one line.</summary>
    private static ResultTable Summary(WindowRecord record)
    {
        var table = new ResultTable("problem", "cities", "windows on", "runs", "at optimum", "best", "mean", "worst", "best known",
            "mean gap", "time to best", "wall per run");
        var (problem, tours) = (record.Cities, record.Tours);
        if (tours.Count == 0) return table;
        double? known = problem.BestKnown?.Score;
        double mean = tours.Average(tour => tour.Length);
        table.Add(problem.Name, problem.Instance.CityCount.ToString(), record.Machine, tours.Count.ToString(),
            problem.BestKnown is { Proven: true } ? $"{tours.Count(tour => tour.TargetReached)}/{tours.Count}" : "-",
            Quantity.Score(tours.Min(tour => tour.Length)), Quantity.Score(mean), Quantity.Score(tours.Max(tour => tour.Length)),
                Quantity.Score(known),
            known is { } best ? $"{100 * (mean / best - 1):0.00} %" : "-",
                Quantity.Text(tours.Average(tour => tour.Course[^1].Seconds), "s"),
            Quantity.Text(tours.Average(tour => tour.Seconds), "s"));
        return table;
    }

    /// <summary>Which moves did it, summed over the runs.</summary>
    private static ResultTable Moves(IReadOnlyList<WindowTour> tours)
    {
        var table = new ResultTable("what", "tried", "valid", "shorter tours", "length won");
        table.Add("2-opt and Or-opt from the first tour", "-", "-", "-",
            Quantity.Score(tours.Sum(tour => tour.StartLength - tour.LocalLength)));
        table.Add("kicks with 2-opt and Or-opt", $"{tours.Sum(tour => tour.Moves.Kicks)}", "-", $"{tours.Sum(tour => tour.BetterKicks)}",
            Quantity.Score(tours.Sum(tour => tour.WonByKicks)));
        long settlings = tours.Sum(tour => tour.Settlings), valid = tours.Sum(tour => tour.ValidSettlings);
        table.Add("windows on the machine", $"{tours.Sum(tour => tour.Windows)}", settlings == 0 ? "-"
            : $"{100.0 * valid / settlings:0.##} % of {settlings} settlings",
            $"{tours.Sum(tour => tour.BetterWindows)}", Quantity.Score(tours.Sum(tour => tour.WonByWindows)));
        return table;
    }
}
