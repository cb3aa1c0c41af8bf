using Solvers.Benchmarking;
using Solvers.Heuristics;

namespace Benchmarks.Optimisation;

/// <summary>Attempted spin updates per second of whole anneals of 1000 sweeps: random start, cooling, descent.</summary>
internal static class UpdateRateRows
{
    private const int Sweeps = 1000;

    public static void Write(OptimisationBenchmark page)
    {
        page.Text($"""

            ## Attempted spin updates per second

            Whole anneals of {Sweeps} sweeps, each side with its own temperatures. Target: 10 times the peer.

            | graph | ours | dwave-samplers | ratio | verdict |
            |---|---|---|---|---|

            """);
        foreach (string name in (string[])["G1", "G22", "G11", "G81"])
        {
            var problem = page.Read("maxcut", "gset", name);
            var solver = new AnnealingHeuristic { FirstSweeps = Sweeps }.Prepare(problem.Encode());
            // One anneal of 64 replicas: as many updates as the budget asks for, so that nothing is fitted.
            var budget = Budget.OfUpdates(64L * Sweeps * problem.SpinCount);
            var results = HeuristicRuns.Run(solver, budget, name == "G81" ? 3 : 10, OptimisationBenchmark.Key);
            double rate = results.Skip(1).Max(run => run.Updates / run.CpuSeconds);
            double peer = page.Peers.HasDwave && page.Peers.Dwave(page.File("maxcut", "gset", name), Sweeps, 3, 1000) is var reads
                ? (double)Sweeps * problem.SpinCount * reads.Count / reads[^1].Seconds : double.NaN;
            if (double.IsNaN(peer)) page.Row(name, $"{rate / 1e6:f0} M/s", "-", "-", "-");
            else
                page.Row(name, $"{rate / 1e6:f0} M/s", $"{peer / 1e6:f1} M/s", $"{rate / peer:f1}",
                    OptimisationBenchmark.Verdict(rate >= 10 * peer, $"{rate / peer:f1} times instead of 10"));
        }
    }
}
