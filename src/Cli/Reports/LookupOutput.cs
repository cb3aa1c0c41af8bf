using Cli.Output;
using Hopfield.Model;
using Plots;
using Studies.Recalling;

namespace Cli.Reports;

/// <summary>Recall by memories that keep their patterns: the table and the pictures.</summary>
internal static class LookupOutput
{
    /// <summary>Up to so many steps the energies are joined by lines, beyond drawn as stairs; up to so many pictures their weights are
    /// drawn.</summary>
    private const int FewSteps = 20, MostWeighed = 100;

    /// <summary>The table and the pictures.</summary>
    internal static Presentation Of(LookupRecord record) => new Presentation($"Recall of {record.Patterns.Count} patterns ({record.Memory})")
        .Table(Table(record), onPage: false).Figures(record.Runs.Count == 0 ? [] : Drawn(record));

    private static ResultTable Table(LookupRecord record)
    {
        var table = new ResultTable("memory", "runs", "exact", "own is nearest", "mean overlap", "effective patterns", "steps");
        var runs = record.Runs;
        double? effective = runs.All(run => run.End.EffectivePatternCount is not null) ? runs.Average(run =>
            run.End.EffectivePatternCount!.Value) : null;
        return table.Add(record.Memory, $"{runs.Count}", $"{runs.Count(run => run.Overlap == 1)}/{runs.Count}",
            $"{runs.Count(run => run.IsNearest)}/{runs.Count}",
            runs.Average(run => run.Overlap).ToString("g4"), effective?.ToString("g4") ?? "-",
                runs.Average(run => run.End.Energies.Length - 1).ToString("g4"));
    }

    private static IEnumerable<ReportFigure> Drawn(LookupRecord record)
    {
        LookupRun[] shown = [.. record.Runs.Take(10)];
        var patterns = record.Patterns;
        var images = new List<StripImage>();
        AddRow(run => run.Target, run => Spins.ToActivations(run.Stored));
        AddRow(run => $"cue: {Spins.HammingDistance(run.Cue, run.Stored)} flipped", run => Spins.ToActivations(run.Cue));
        AddRow(run => $"m = {run.Overlap:f3}", run => run.End.State);
        AddRow(_ => "difference", run => [.. run.End.State.Select((value, i) => Math.Abs(value - run.Stored[i]) - 1)]);
        yield return new("recall", new ImageStrip { Title = "Recalled pictures", Images = images, PerRow = shown.Length },
            "From top to bottom: the stored picture, the cue, what was recalled (gray where patterns are blended), how far it is off.");
        yield return new("energy", new LineFigure
        {
            Title = "Energy of the recalls",
            X = new("step"),
            Y = new("energy E"),
            Series = [.. shown.Select(run =>
                new LineSeries(null, [.. Enumerable.Range(0, run.End.Energies.Length).Select(k => (double)k)], run.End.Energies,
                shown.Max(one => one.End.Energies.Length) <= FewSteps ? SeriesStyle.Line : SeriesStyle.Step))],
        }, "One line per run; the energy never rises.");
        if (shown.All(run => run.End.Weights is not null) && patterns.Count <= MostWeighed) yield return Weights(shown, patterns.Count);

        void AddRow(Func<LookupRun, string> caption, Func<LookupRun, double[]> ink)
        {
            foreach (var run in shown) images.Add(new(caption(run), patterns.Height, patterns.Width, ink(run)));
        }
    }

    /// <summary>The softmax bars of every run: how the answer is mixed.</summary>
    private static ReportFigure Weights(LookupRun[] runs, int patterns) => new("weights", new HeatMap
    {
        Title = "Weights of the stored pictures",
        Rows = runs.Length,
        Columns = patterns,
        Values = [.. runs.SelectMany(run => run.End.Weights!)],
        Scale = new("weight"),
        RowName = "run",
        ColumnName = "stored picture (from 0)",
    }, "Each row sums to 1: one cell is a choice, an even row an average.");
}
