using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems.Graphs;

namespace Solvers.Problems.Colouring;

/// <summary>
/// Graph colouring with k colours, as few edges as possible with both ends in one colour. One spin per vertex and colour (x_vc at v·k + c):
/// <code>
/// E = Σ_v A_v (1 − Σ_c x_vc)² + Σ_edges(u,v) Σ_c x_uc x_vc,   A_v = 1 + ⌊deg v / k⌋
/// </code>
/// Source of the form: Lucas 2014, Front. Physics 2:5, section 6.1; the penalties are ours.
/// </summary>
/// <remarks>
/// Guarantee: in a state that no single flip improves, every vertex has exactly one colour, and then E is the number of conflicts.
/// 1. A vertex with two colours or more can drop one: its penalty falls by at least A_v (from (m − 1)² to (m − 2)², m ≥ 2) and no conflict
/// is added, so the energy falls. 2. So every vertex has at most one colour, and the neighbours of a vertex without one spend at most deg v
/// colours; some colour occurs at most ⌊deg v / k⌋ times among them, and taking it costs that many conflicts and gains A_v: the energy
/// falls by at least 1.
/// </remarks>
public sealed class ColouringProblem : IProblem
{
    private static readonly BestKnownTable Chromatic = new("Solvers.Problems.Colouring.best-known.csv");

    /// <summary>Takes a graph.</summary>
    /// <param name="graph">The graph; its vertex weights play no part.</param>
    /// <param name="colours">k, at least 1; null for the published chromatic number, or what a greedy colouring needs.</param>
    public ColouringProblem(Graph graph, int? colours = null)
    {
        Graph = graph;
        ColourCount = Check.AtLeast(colours ?? (int?)Published(graph)?.Score ?? GreedyColouring.ColourCount(graph), 1, nameof(colours));
    }

    /// <summary>The graph.</summary>
    public Graph Graph { get; }

    /// <summary>k.</summary>
    public int ColourCount { get; }

    public string Name => $"{Graph.Name}, {ColourCount} colours";
    public string ScoreName => "conflicting edges";
    public ScoreSense Sense => ScoreSense.Minimise;
    public int SpinCount => checked(Graph.VertexCount * ColourCount);

    /// <summary>No conflict, where so many colours are known to be enough; with fewer the best is not known.</summary>
    public BestKnown? BestKnown =>
        Published(Graph) is { } known && ColourCount >= known.Score ? known with { Score = 0, Proven = true }
        : ColourCount >= GreedyColouring.ColourCount(Graph) ? new(0, true, "a greedy colouring") : null;

    public IsingModel Encode()
    {
        int k = ColourCount;
        var energy = new EnergySum(SpinCount);
        int[] degrees = Graph.Degrees();
        for (int v = 0; v < Graph.VertexCount; v++)
        {
            double penalty = Penalty(degrees[v], k);
            energy.Constant(penalty);
            for (int c = 0; c < k; c++)
            {
                energy.Bit(v * k + c, -penalty);
                for (int other = 0; other < c; other++) energy.BitPair(v * k + c, v * k + other, 2 * penalty);
            }
        }
        foreach (var (from, to) in Graph.Edges)
            for (int c = 0; c < k; c++) energy.BitPair(from * k + c, to * k + c, 1);
        return energy.ToModel();
    }

    public double? EnergyOf(double score) => score;

    public Solution Decode(ReadOnlySpan<sbyte> spins)
    {
        Check.Length(spins.Length, SpinCount, nameof(spins));
        int k = ColourCount, none = 0, several = 0;
        var colours = new int[Graph.VertexCount];
        for (int v = 0; v < colours.Length; v++)
        {
            int on = 0;
            for (int c = 0; c < k; c++)
                if (spins[v * k + c] > 0) (colours[v], on) = (c, on + 1);
            if (on == 0) none++;
            else if (on > 1) several++;
        }
        if (none + several > 0)
            return new Colours { Score = null, Violation = $"{none} vertices have no colour, {several} have several", ColourCount = k };
        int conflicts = Graph.Edges.Count(edge => colours[edge.From] == colours[edge.To]);
        return new Colours { Score = conflicts, VertexColours = colours, ColourCount = k };
    }

    /// <summary>A_v: larger than what the best colour of an uncoloured vertex can cost.</summary>
    private static double Penalty(int degree, int colours) => 1 + degree / colours;

    private static BestKnown? Published(Graph graph) => Chromatic.Find(graph.Name, graph.VertexCount, graph.Edges.Count);
}

/// <summary>One colour per vertex, or the report why not.</summary>
public sealed record Colours : Solution
{
    /// <summary>Colour of each vertex, from 0; null when a vertex has none or several.</summary>
    public int[]? VertexColours { get; init; }

    /// <summary>How many colours there are to choose from.</summary>
    public required int ColourCount { get; init; }

    /// <summary>Colours from 1.</summary>
    public override IReadOnlyList<int>? Answer => VertexColours?.Select(colour => colour + 1).ToArray();

    public override string? Note => VertexColours is null ? null
        : $"{VertexColours.Distinct().Count()} of {ColourCount} colours are used; {(Score == 0 ? "a proper colouring" : $"{Score} edges have both ends in one colour")}";
}
