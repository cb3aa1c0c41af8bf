using Cli.Output;
using Cli.Reports;
using Cli.Solving;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Plots;

namespace Cli.Recalling;

/// <summary>Recall by memories that keep their patterns: a table, a record and a page with the pictures.</summary>
internal static class LookupRecall
{
    /// <summary>Up to so many steps the energies are joined by lines, beyond drawn as stairs; up to so many pictures their weights are
    /// drawn.</summary>
    private const int FewSteps = 20, MostWeighed = 100;

    /// <summary>Recalls pattern k mod p in run k.</summary>
    internal static int Run(
        PatternSet patterns, LookupMemory memory, Func<PatternSet, int, RandomKey, sbyte[]> cueOf, RunSettings settings,
            CancellationToken cancellation)
    {
        using var json = settings.Json is { } path ? new OutputFile(path) : null;
        string? folder = settings.Out is { } wanted ? OutputFile.Folder(wanted) : null;
        var runs = new List<LookupRun>();
        foreach (int number in Enumerable.Range(0, settings.Runs).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            var key = SolveResult.KeyOf(settings.Seed, number);
            int target = number % patterns.Count;
            var cue = cueOf(patterns, target, key.Fold("noise"));
            runs.Add(new(patterns, target, cue, memory.Recall(cue, key)));
        }
        if (runs.Count > 0)
        {
            json?.Write(JsonText.Of(Record(patterns, memory, settings, runs)));
            if (folder is not null) Figures.Write(folder, $"Recall of {patterns.Count} patterns ({memory.Name})", Drawn(runs));
            if (!settings.IsQuiet) Table(memory, runs).Print();
        }
        return runs.Count < settings.Runs ? ExitCode.Cancelled : ExitCode.Done;
    }

    private static ResultTable Table(LookupMemory memory, List<LookupRun> runs)
    {
        var table = new ResultTable("memory", "runs", "exact", "own is nearest", "mean overlap", "effective patterns", "steps");
        double? effective = runs.All(run => run.End.EffectivePatternCount is not null) ? runs.Average(run =>
            run.End.EffectivePatternCount!.Value) : null;
        return table.Add(memory.Name, $"{runs.Count}", $"{runs.Count(run => run.Overlap == 1)}/{runs.Count}",
            $"{runs.Count(run => run.IsNearest)}/{runs.Count}",
            runs.Average(run => run.Overlap).ToString("g4"), effective?.ToString("g4") ?? "-",
                runs.Average(run => run.End.Energies.Length - 1).ToString("g4"));
    }

    private static object Record(PatternSet patterns, LookupMemory memory, RunSettings settings, List<LookupRun> runs) => new
    {
        Problem = $"recall of {patterns.Count} patterns",
        Memory = memory.Name,
        settings.Seed,
        Exact = runs.Count(run => run.Overlap == 1),
        Runs = runs.Select(run => new
        {
            Target = patterns.Names[run.Target],
            run.Overlap,
            run.IsNearest,
            run.End.Settled,
            run.End.EffectivePatternCount,
            run.End.Energies,
        }).ToArray(),
        Version = AppVersion.Text,
    };

    private static IEnumerable<ReportFigure> Drawn(List<LookupRun> runs)
    {
        LookupRun[] shown = [.. runs.Take(10)];
        var images = new List<StripImage>();
        AddRow(run => run.Patterns.Names[run.Target], run => Spins.ToActivations(run.Stored));
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
        if (shown.All(run => run.End.Weights is not null) && shown[0].Patterns.Count <= MostWeighed) yield return Weights(shown);

        void AddRow(Func<LookupRun, string> caption, Func<LookupRun, double[]> ink)
        {
            foreach (var run in shown) images.Add(new(caption(run), run.Patterns.Height, run.Patterns.Width, ink(run)));
        }
    }

    /// <summary>The softmax bars of every run: how the answer is mixed.</summary>
    private static ReportFigure Weights(LookupRun[] runs) => new("weights", new HeatMap
    {
        Title = "Weights of the stored pictures",
        Rows = runs.Length,
        Columns = runs[0].Patterns.Count,
        Values = [.. runs.SelectMany(run => run.End.Weights!)],
        Scale = new("weight"),
        RowName = "run",
        ColumnName = "stored picture (from 0)",
    }, "Each row sums to 1: one cell is a choice, an even row an average.");

    private sealed record LookupRun(PatternSet Patterns, int Target, sbyte[] Cue, LookupEnd End)
    {
        public sbyte[] Stored => Patterns.Patterns[Target];

        /// <summary>Of the signs with the stored pattern.</summary>
        public double Overlap { get; } = Spins.Overlap([.. End.State.Select(value => value >= 0 ? (sbyte)1 : (sbyte)-1)],
            Patterns.Patterns[Target]);

        public bool IsNearest { get; } = Hopfield.Recall.NearestPattern.Of([[.. End.State.Select(value =>
            value >= 0 ? (sbyte)1 : (sbyte)-1)]],
            Patterns.Patterns)[0] == Target;
    }
}
