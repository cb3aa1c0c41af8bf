using System.Diagnostics;
using Solvers.Benchmarking;
using Solvers.Heuristics;
using Solvers.Problems;

namespace Benchmarks.Optimisation;

/// <summary>Cuts of large graphs within a minute.</summary>
internal static class LargeGraphRows
{
    private const double FullSeconds = 60;

    public static void Write(OptimisationBenchmark page)
    {
        double limit = FullSeconds * Math.Min(1, page.TimeFactor);
        page.Text($"""

            ## Large graphs within {limit:f0} s of one core

            Two runs of ours; dwave-samplers with the number of sweeps per read that was best in earlier measurements, which finishes a read
            that it has begun, however long (some 20 s on G81). The targets are set for 60 s. K2000 is WK2000_1, complete with weights ±1.

            | graph | vertices | edges per vertex | best known | ours, lower | ours, higher | dwave-samplers best | target | verdict |
            |---|---|---|---|---|---|---|---|---|

            """);
        Add(page, "G55", page.File("maxcut", "gset", "G55"), 10_292, 100_000, limit);
        Add(page, "G70", page.File("maxcut", "gset", "G70"), 9_530, 100_000, limit);
        Add(page, "G81", page.File("maxcut", "gset", "G81"), 13_990, 100_000, limit);
        string packed = page.File("maxcut", "WK2000_1.rud.xz"), unpacked = Path.Combine(Path.GetTempPath(), "WK2000_1.rud");
        if (!Unpack(packed, unpacked))
        {
            page.Row("K2000", "2000", "1999", "33337", "not run: xz is not here", "", "", "33250", "-");
            return;
        }
        Add(page, "K2000", unpacked, 33_250, 1000, limit);
        File.Delete(unpacked);
    }

    private static void Add(OptimisationBenchmark page, string name, string path, double target, int sweeps, double limit)
    {
        var problem = (Solvers.Problems.MaxCut.MaxCutProblem)ProblemFile.Read(path);
        var solver = OptimisationBenchmark.Solver(problem);
        var results = HeuristicRuns.Run(solver, Budget.OfCpuSeconds(limit), 2, OptimisationBenchmark.Key.Fold(name));
        double[] cuts = [.. results.Select(run => problem.Cut(run.Spins)).Order()];
        string peer = page.Peers.HasDwave
            ? $"{page.Peers.Dwave(path, sweeps, limit, 1000).Max(read => read.Cut):f0} ({sweeps} sweeps)" : "-";
        page.Row(name, $"{problem.SpinCount}", $"{2.0 * problem.Edges.Count / problem.SpinCount:f1}",
            $"{problem.BestKnown?.Score:f0}", $"{cuts[0]:f0}", $"{cuts[^1]:f0}", peer, $"{target:f0}",
            OptimisationBenchmark.Verdict(cuts[0] >= target, $"by {target - cuts[0]:f0}"));
    }

    private static bool Unpack(string packed, string unpacked)
    {
        if (!File.Exists(packed)) return false;
        try
        {
            using var process = Process.Start(new ProcessStartInfo("xz", ["-dc", packed]) { RedirectStandardOutput = true })!;
            using (var file = File.Create(unpacked)) process.StandardOutput.BaseStream.CopyTo(file);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
