using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems.Graphs;

namespace Solvers.Problems.Independence;

/// <summary>
/// Maximum independent set, minimum vertex cover and maximum clique, weighted or not. One spin per vertex; S are the vertices that are on,
/// in the graph whose edges are forbidden inside S (the complement for cliques):
/// <code>
/// E = −Σ_v w_v x_v + Σ_edges(u,v) 2 min(w_u, w_v) x_u x_v        (+ Σ w for covers, which are what S leaves)
/// </code>
/// Source of the form: Lucas 2014, Front. Physics 2:5, sections 4.2–4.3; the penalties are ours.
/// </summary>
/// <remarks>
/// Guarantee: a state that no single flip improves is an independent set, and E is then minus its weight. Where S holds an edge, let v be a
/// lightest end of all such edges: taking v out costs w_v and gains at least 2 w_v.
/// </remarks>
public sealed class VertexSetProblem : IProblem
{
    private static readonly BestKnownTable Cliques = new("Solvers.Problems.Independence.best-known.csv");
    private readonly Graph _forbidden;

    /// <summary>Takes a graph.</summary>
    public VertexSetProblem(Graph graph, VertexSetGoal goal = VertexSetGoal.IndependentSet)
    {
        (Graph, Goal) = (graph, goal);
        _forbidden = goal == VertexSetGoal.Clique ? graph.Complement() : graph;
    }

    /// <summary>The graph as it was given.</summary>
    public Graph Graph { get; }

    /// <summary>What is wanted.</summary>
    public VertexSetGoal Goal { get; }

    public string Name => Graph.Name;

    public string ScoreName => Goal switch
    {
        VertexSetGoal.VertexCover => "weight of the cover",
        VertexSetGoal.Clique => "weight of the clique",
        _ => "weight of the set",
    };

    public ScoreSense Sense => Goal == VertexSetGoal.VertexCover ? ScoreSense.Minimise : ScoreSense.Maximise;
    public int SpinCount => Graph.VertexCount;

    /// <summary>The published clique number of DIMACS's graphs, whose vertices all weigh 1.</summary>
    public BestKnown? BestKnown => Goal == VertexSetGoal.Clique && Graph.Weights.All(weight => weight == 1)
        ? Cliques.Find(Name, Graph.VertexCount, Graph.Edges.Count) : null;

    private double TotalWeight => Graph.Weights.Sum();

    public IsingModel Encode()
    {
        var energy = new EnergySum(SpinCount);
        if (Goal == VertexSetGoal.VertexCover) energy.Constant(TotalWeight);
        for (int v = 0; v < SpinCount; v++) energy.Bit(v, -Graph.Weights[v]);
        foreach (var (from, to) in _forbidden.Edges) energy.BitPair(from, to, 2 * Math.Min(Graph.Weights[from], Graph.Weights[to]));
        return energy.ToModel();
    }

    public double? EnergyOf(double score) => Goal == VertexSetGoal.VertexCover ? score : -score;

    public Solution Decode(ReadOnlySpan<sbyte> spins)
    {
        Check.Length(spins.Length, SpinCount, nameof(spins));
        var inside = new bool[SpinCount];
        for (int v = 0; v < inside.Length; v++) inside[v] = spins[v] > 0;
        int broken = _forbidden.Edges.Count(edge => inside[edge.From] && inside[edge.To]);
        int[] members = [.. Enumerable.Range(0, SpinCount).Where(v => inside[v] != (Goal == VertexSetGoal.VertexCover))];
        string what = Goal switch
        {
            VertexSetGoal.VertexCover => "edges are not covered",
            VertexSetGoal.Clique => "pairs of the set are not joined",
            _ => "edges lie inside the set",
        };
        return broken > 0 ? new VertexSet { Score = null, Violation = $"{broken} {what}", Members = members }
            : new VertexSet { Score = members.Sum(v => Graph.Weights[v]), Members = members };
    }
}

/// <summary>A set of vertices.</summary>
public sealed record VertexSet : Solution
{
    /// <summary>The vertices of the set, or of the cover, from 0 and ascending.</summary>
    public required int[] Members { get; init; }

    /// <summary>The vertices from 1.</summary>
    public override IReadOnlyList<int> Answer => [.. Members.Select(vertex => vertex + 1)];

    public override string Note => $"{Members.Length} vertices";
}
