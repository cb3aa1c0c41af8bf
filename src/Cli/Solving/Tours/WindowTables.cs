using Cli.Output;
using Solvers.Problems.Tsp;
using Solvers.Problems.Tsp.Windows;

namespace Cli.Solving.Tours;

/// <summary>The tables of a tour found by windows.</summary>
internal static class WindowTables
{
    /// <summary>What was reached: one line.</summary>
    internal static ResultTable Summary(TspProblem problem, RunSettings settings, IReadOnlyList<WindowTour> tours)
    {
        var table = new ResultTable("problem", "cities", "windows on", "runs", "at optimum", "best", "mean", "worst", "best known",
            "mean gap", "time to best", "wall per run");
        if (tours.Count == 0) return table;
        double? known = problem.BestKnown?.Score;
        double mean = tours.Average(tour => tour.Length);
        table.Add(problem.Name, problem.Instance.CityCount.ToString(), settings.Machine, tours.Count.ToString(),
            problem.BestKnown is { Proven: true } ? $"{tours.Count(tour => tour.TargetReached)}/{tours.Count}" : "-",
            Quantity.Score(tours.Min(tour => tour.Length)), Quantity.Score(mean), Quantity.Score(tours.Max(tour => tour.Length)),
                Quantity.Score(known),
            known is { } best ? $"{100 * (mean / best - 1):0.00} %" : "-",
                Quantity.Text(tours.Average(tour => tour.Course[^1].Seconds), "s"),
            Quantity.Text(tours.Average(tour => tour.Seconds), "s"));
        return table;
    }

    /// <summary>Which moves did it, summed over the runs.</summary>
    internal static ResultTable Moves(IReadOnlyList<WindowTour> tours)
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
