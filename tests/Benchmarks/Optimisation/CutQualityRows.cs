using Solvers.Benchmarking;

namespace Benchmarks.Optimisation;

/// <summary>Best-known cuts of G-set graphs within seconds.</summary>
internal static class CutQualityRows
{
    public static void Write(OptimisationBenchmark page)
    {
        int runs = page.Runs(10);
        page.Text($"""

            ## Best-known cuts of the G-set within seconds

            {runs} runs; a run ends at the best-known cut. Targets: every run on the graphs of 800 and 1000 vertices (10 s), 8 of 10 on G22
            (20 s). The peer is one process of dwave-samplers with as many sweeps per read as stated; its first time is of the first read at
            its best cut.

            | graph | best known | limit s | hits | median s | longest s | dwave-samplers best | first at s | verdict |
            |---|---|---|---|---|---|---|---|---|

            """);
        foreach (string name in (string[])[.. Enumerable.Range(1, 10).Select(k => $"G{k}"), "G43"])
            if (File.Exists(page.File("maxcut", "gset", name))) Add(page, name, 10, runs, 1.0, [1000]);
        Add(page, "G22", 20, runs, 0.8, [10_000, 100_000]);
    }

    private static void Add(OptimisationBenchmark page, string name, double limit, int runs, double wanted, int[] sweeps)
    {
        var problem = page.Read("maxcut", "gset", name);
        double target = OptimisationBenchmark.Target(problem);
        var times = OptimisationBenchmark.ToBestKnown(problem, limit, runs).Select(run => run.SecondsTo(target)).ToList();
        int hits = times.Count(double.IsFinite);
        string best = "-", first = "-";
        if (page.Peers.HasDwave)
        {
            string path = page.File("maxcut", "gset", name);
            double seconds = limit * Math.Min(1, page.TimeFactor);
            var found = sweeps.Select(count => (Sweeps: count, Reads: page.Peers.Dwave(path, count, seconds, 100_000)))
                .Select(run => (run.Sweeps, Best: run.Reads.Max(read => read.Cut), run.Reads)).MaxBy(run => run.Best);
            best = $"{found.Best:f0} ({found.Sweeps} sweeps)";
            first = $"{found.Reads.First(read => read.Cut == found.Best).Seconds:f2}";
        }
        page.Row(name, $"{OptimisationBenchmark.Known(problem):f0}", $"{limit}", $"{hits}/{runs}",
            Text(TimeToTarget.Quantile(times, 0.5)), Text(times.Max()), best, first,
                OptimisationBenchmark.Verdict(hits >= wanted * runs, $"{wanted * runs:f0} hits are the target"));
    }

    private static string Text(double seconds) => double.IsFinite(seconds) ? $"{seconds:f2}" : "not reached";
}
