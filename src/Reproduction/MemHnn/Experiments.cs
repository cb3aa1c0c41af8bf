using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Hopfield.Model;
using Solvers.Problems.MaxCut;

namespace Reproduction.MemHnn;

/// <summary>What the claims about the clocked machine share: instances, their optima, schedules, and the share of runs that end in the
/// optimum.</summary>
internal static class Experiments
{
    internal const string Cai = "Cai et al. 2020, Nature Electronics 3:409";

    /// <summary>Runs per instance and setting: 64 blocks of 64.</summary>
    internal const int Runs = 4096;

    /// <summary>The ten instances of the Biq Mac library.</summary>
    internal static readonly string[] Graphs = [.. Enumerable.Range(0, 10).Select(k => $"g05_60.{k}")];

    /// <summary>Hysteretic threshold with the noise of the experiment (Cai et al. 2020, Fig. 4).</summary>
    internal static ClockedMachineParameters Hysteretic(int cycles, double sigma = 0.6, double start = -3) => new()
    {
        Cycles = cycles,
        NoiseUnits = Ramp.Constant(sigma),
        Shape = NoiseShape.Gaussian,
        HysteresisUnits = new(start, 1.4),
    };

    internal static (IsingModel Model, double Optimum) Graph(ClaimContext context, int number) =>
        context.Once($"mem-hnn graph {number}", () =>
        {
            var problem = RudyFile.Read(context.Instance(Graphs[number]));
            var best = problem.BestKnown ?? throw new InvalidDataException($"{Graphs[number]}: its optimum is not known here; expected the Biq Mac file");
            return (problem.Encode(), -best.Score); // E = −cut
        });

    /// <summary>All runs of one setting on one of the ten graphs.</summary>
    internal static ClockedRuns Run(ClaimContext context, int graph, ClockedMachineParameters parameters, int runs,
        CancellationToken cancellation) =>
        new ClockedMachine(parameters, new DifferentialPairMapping()).Load(Graph(context, graph).Model, cancellation)
            .Run(runs, context.Key($"mem-hnn {graph}"), 0, cancellation);

    /// <summary>Mean success in the final state over the ten graphs; the interval is that of the runs, the graphs being given.</summary>
    internal static Finding TenGraphs(ClaimContext context, Func<IsingModel, PreparedClockedMachine> load, CancellationToken cancellation,
        int runs = 640)
    {
        int successes = 0;
        var each = new List<string>();
        for (int g = 0; g < 10; g++)
        {
            var (model, optimum) = Graph(context, g);
            int hits = load(model).Run(runs, context.Key($"mem-hnn {g}"), 0, cancellation).FinalSuccesses(optimum);
            successes += hits;
            each.Add(((double)hits / runs).ToString("f2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return Finding.Share(successes, 10L * runs) with { Detail = $"Graphs .0 to .9: {string.Join(", ", each)}." };
    }

    internal static Finding TenGraphs(ClaimContext context, ClockedMachineParameters parameters, CancellationToken cancellation,
        int runs = 640) =>
        TenGraphs(context, model => new ClockedMachine(parameters, new DifferentialPairMapping()).Load(model, cancellation), cancellation,
            runs);
}
