using Cli.Output;
using Cli.Reports;
using Hopfield.Numerics;
using Plots;
using Plots.Export;

namespace Cli.Opponents;

/// <summary>What a comparison prints and draws.</summary>
internal static class OpponentOutput
{
    /// <summary>Writes the table, what was left out, and whether the target was reached.</summary>
    internal static void Print(OpponentReport report)
    {
        Table(report).Print();
        foreach (string reason in report.LeftOut) Console.Out.WriteLine($"left out: {reason}");
        Console.Out.WriteLine(Legend(report));
        if (report.Cancelled) Console.Out.WriteLine("cancelled: the best so far is above");
    }

    /// <summary>One line per machine and solver.</summary>
    internal static ResultTable Table(OpponentReport report)
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

    /// <summary>A page with the table and the best energy of each solver over its processor time.</summary>
    internal static void Write(string folder, OpponentReport report, IReadOnlyList<FigureFormat> formats) =>
        Figures.Write(folder, formats, $"{report.Problem}: machines and digital solvers", Energy(report), Table(report));

    private static IEnumerable<ReportFigure> Energy(OpponentReport report)
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

    private static string Legend(OpponentReport report) =>
        (report.Target is { } target ? $"hits reach {Quantity.Score(target)}; "
            : "without a best known score or --target there is no TTS99; ")
        + "solvers count processor seconds, machines the seconds of the simulated hardware";

    private static string Range(Interval? share) => share is null ? "-" : $"{100 * share.Low:f0}-{100 * share.High:f0} %";
}
