using System.Globalization;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Hopfield.Numerics;

namespace Benchmarks;

/// <summary>Reduction of wired Hopfield arrays and the settlings that follow, by size.</summary>
internal static class ReductionTable
{
    private const int Starts = 20;

    public static IEnumerable<string> Rows()
    {
        yield return "\n## Reduction for transients, and settling\n";
        yield return "N neurons on 2N × N cells (1 … 100 µS pairs), 1 Ω segments, 20 C/ΣG of simulated time; circuits of docs/results/settling.md. *Reduce* uses both cores; "
            + "*allocated* is all it allocated. *Settle* is one further start alone; *both busy* is the time per start with one start on each core, as "
            + "runs of a problem are done. *Exponent*: growth of the reduction per doubling, log₂.\n";
        yield return "| N | nodes | reduce ms | exponent | allocated MB | settle ms | both busy ms | steps |";
        yield return "|---|---|---|---|---|---|---|---|";
        double last = 0;
        foreach (int n in new[] { 64, 128, 256, 512 })
        {
            var netlist = HopfieldCircuits.Make(n, 1, 1);
            var engine = new ReducedEngine();
            double reduce = ArrayBenchmark.Seconds(() => engine.Load(netlist));
            long before = GC.GetTotalAllocatedBytes(precise: true);
            var circuit = engine.Load(netlist);
            double megabytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6;
            int start = 0;
            double settle = ArrayBenchmark.Seconds(() => circuit.Transient(Request(netlist, start++ % Starts)));
            double both = ArrayBenchmark.Seconds(() => Parallel.For(0, Starts, new() { MaxDegreeOfParallelism = 2 },
                k => circuit.Transient(Request(netlist, k)))) / Starts;
            string exponent = last > 0 ? Math.Log2(reduce / last).ToString("f1", CultureInfo.InvariantCulture) : "-";
            last = reduce;
            yield return $"| {n} | {4L * n * n + 5 * n:n0} | {ArrayBenchmark.Ms(reduce)} | {exponent} | {megabytes:f0} | {ArrayBenchmark.Ms(settle)} | {ArrayBenchmark.Ms(both)} | {circuit.Transient(Request(netlist, 0)).Steps} |";
        }
    }

    private static TransientRequest Request(Netlist netlist, int start) => new()
    {
        StopSeconds = HopfieldCircuits.StopSeconds(netlist),
        InitialVolts = HopfieldCircuits.Start([.. netlist.ProbeNodes], RandomKey.FromSeed((ulong)start)),
    };
}
