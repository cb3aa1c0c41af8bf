using Solvers.Benchmarking;

namespace Benchmarks.Optimisation;

/// <summary>Optima of small and middling QUBO and ±1 MAX-CUT instances in every run.</summary>
internal static class OptimaRows
{
    public static void Write(OptimisationBenchmark page)
    {
        int runs = page.Runs(10);
        page.Text($"""

            ## Optima of Beasley's QUBO and of the ±1 graphs in every run of 5 s

            {runs} runs per instance; a run ends at the best known score. Hits count runs of all instances of a family that are here.

            | family | instances | hits | median s | longest s | verdict |
            |---|---|---|---|---|---|

            """);
        (string, string)[] families =
        [
            ("qubo/beasley", "bqp50-*"), ("qubo/beasley", "bqp100-*"), ("qubo/beasley", "bqp250-*"), ("qubo/beasley", "bqp500-*"),
            ("maxcut/rudy", "pm1s_80.*"), ("maxcut/rudy", "pm1s_100.*"), ("maxcut/rudy", "pm1d_80.*"), ("maxcut/rudy", "pm1d_100.*"),
        ];
        foreach (var (folder, pattern) in families)
        {
            string[] files = [.. Directory.GetFiles(page.File(folder.Split('/')), pattern).Order(StringComparer.Ordinal)];
            if (files.Length == 0) continue;
            var seconds = new List<double>();
            foreach (string file in files)
            {
                var problem = Solvers.Problems.ProblemFile.Read(file);
                double target = OptimisationBenchmark.Target(problem);
                seconds.AddRange(OptimisationBenchmark.ToBestKnown(problem, 5, runs).Select(run => run.SecondsTo(target)));
            }
            int hits = seconds.Count(double.IsFinite);
            page.Row(pattern.TrimEnd('*', '.', '-'), $"{files.Length}", $"{hits}/{seconds.Count}",
                $"{TimeToTarget.Quantile(seconds, 0.5):f4}", double.IsFinite(seconds.Max()) ? $"{seconds.Max():f3}" : "not reached",
                OptimisationBenchmark.Verdict(hits == seconds.Count, $"{seconds.Count - hits} runs"));
        }
    }
}
