using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Problems;
using Solvers.Problems.MaxCut;

namespace Cli.Demo;

/// <summary>A random graph small enough to prove its best cut.</summary>
internal static class DemoGraph
{
    private const int Vertices = 16;

    /// <summary>16 vertices, each pair joined with probability one half by an edge of weight 1; the best cut is found by
    /// enumeration.</summary>
    internal static MaxCutProblem Make(ulong seed, CancellationToken cancellation)
    {
        var stream = RandomKey.FromSeed(seed).Fold("demo graph").Stream();
        var edges = new List<WeightedEdge>();
        for (int i = 0; i < Vertices; i++)
            for (int j = i + 1; j < Vertices; j++)
                if (stream.NextUniform() < 0.5) edges.Add(new(i, j, 1));
        const string name = "graph16";
        var graph = new MaxCutProblem(name, Vertices, edges);
        double least = GrayCodeEnumeration.Run(graph.Encode(), cancellation).Energy;
        return new(name, Vertices, edges) { BestKnown = new BestKnown(-least, true, $"enumeration of all {1 << Vertices:n0} states") };
    }
}
