using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Problems;
using Solvers.Problems.MaxCut;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>A random graph small enough to prove its best cut: each pair of 16 vertices joined with probability one half by an edge of
/// weight 1, the best cut found by enumeration.</summary>
public sealed record ProvenCut : IProblemSource
{
    private const int Vertices = 16;

    public string Name => "proven-cut";
    public string Summary => "a random graph of 16 vertices whose best cut is enumerated";

    /// <summary>The graph of a seed.</summary>
    public static MaxCutProblem Graph(ulong seed)
    {
        var stream = RandomKey.FromSeed(seed).Fold("demo graph").Stream();
        var edges = new List<WeightedEdge>();
        for (int i = 0; i < Vertices; i++)
            for (int j = i + 1; j < Vertices; j++)
                if (stream.NextUniform() < 0.5) edges.Add(new(i, j, 1));
        const string name = "graph16";
        double least = GrayCodeEnumeration.Run(new MaxCutProblem(name, Vertices, edges).Encode()).Energy;
        return new(name, Vertices, edges) { BestKnown = new BestKnown(-least, true, $"enumeration of all {1 << Vertices:n0} states") };
    }

    public SolveJob Job(ulong seed) => SolveJob.Of(Graph(seed));
}
