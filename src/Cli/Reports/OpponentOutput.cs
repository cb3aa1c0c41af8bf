using Cli.Output;
using Hopfield.Numerics;
using Plots;
using Studies.Comparing;

namespace Cli.Reports;

/// <summary>What a comparison prints and draws.</summary>
internal static class OpponentOutput
{
    /// <summary>The table, what was left out, and the best energy of each solver over its processor time.</summary>
    internal static Presentation Of(ComparisonRecord report)
    {
        var page = new Presentation($"{report.Problem}: machines and digital solvers").Table(Table(report)).Figures(Energy(report));
        foreach (string reason in report.LeftOut) page.Say($"left out: {reason}");
        return page.Say(Legend(report));
    }

    /// <summary>One line per machine and solver.</summary>
    private static ResultTable Table(ComparisonRecord report)
    {
        var table = new ResultTable("solver", "runs", "best", "mean", "best known", "hits", "success", "TTS99", "from", "to", "updates/s",
            "clock");
        foreach (var row in report.Rows)
            table.Add(row.Name, $"{row.Runs.Count}", Quantity.Score(row.BestScore), Quantity.Score(row.MeanScore),
                Quantity.Score(report.BestKnown),
                row.Successes is { } hits ? $"{hits}/{row.Runs.Count}" : "-", Range(row.SuccessRange), Quantity.Text(row.Tts99Seconds, "s"),
                Quantity.Text(row.Tts99Range?.Low, "s"), Quantity.Text(row.Tts99Range?.High, "s"),
                    Quantity.Text(row.UpdatesPerSecond, "/s"), row.Clock);
        return table;
    }

    private static IEnumerable<ReportFigure> Energy(ComparisonRecord report)
    {
        // Each solver's lowest run, held to the end of its time.
        var series = report.Rows.Where(row => row.Clock == "processor" && row.Runs.Count > 0).Select(row =>
        {
            var run = row.Runs.MinBy(run => run.Energy)!;
            var steps = run.Trajectory.Append([Math.Max(run.Seconds ?? 0, run.Trajectory[^1][0]), run.Energy]).ToList();
            return new LineSeries(row.Name, [.. steps.Select(step => Math.Max(step[0], 1e-6))], [.. steps.Select(step => step[1])],
                SeriesStyle.Step);
        }).ToList();
        if (series.Count == 0) yield break;
        yield return new("solver-energy", new LineFigure
        {
            Title = $"{report.Problem}: lowest energy so far",
            X = new("processor time", "s", IsLogarithmic: true),
            Y = new("energy"),
            Series = series,
        }, "The best run of each digital solver; every energy is recomputed from the instance.");
    }

    private static string Legend(ComparisonRecord report) =>
        (report.Target is { } target ? $"hits reach {Quantity.Score(target)}; "
            : "without a best known score or --target there is no TTS99; ")
        + "solvers count processor seconds, machines the seconds of the simulated hardware";

    private static string Range(Interval? share) => share is null ? "-" : $"{100 * share.Low:f0}-{100 * share.High:f0} %";
}
