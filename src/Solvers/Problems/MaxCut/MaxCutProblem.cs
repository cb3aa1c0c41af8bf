using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Problems.MaxCut;

/// <summary>MAX-CUT: split the vertices in two so that the edges between the parts weigh most. The encoding is exact: J_ij = −w_ij/2, h = 0
/// and offset −Σw/2 give E(s) = −cut(s), because an edge adds w(1 − s_i s_j)/2 to the cut.</summary>
public sealed class MaxCutProblem : IProblem
{
    private static readonly BestKnownTable Table = new("Solvers.Problems.MaxCut.best-known.csv");
    private readonly WeightedEdge[] _edges;

    /// <summary>Takes a graph.</summary>
    /// <param name="name">Name of the instance; published best cuts are found by it.</param>
    /// <param name="vertexCount">Number of vertices, at least 1.</param>
    /// <param name="edges">Each pair of different vertices at most once.</param>
    /// <exception cref="ArgumentException">An edge leaves the graph, is a loop, has no finite weight, or is given twice.</exception>
    public MaxCutProblem(string name, int vertexCount, IEnumerable<WeightedEdge> edges) : this(name, [.. edges], vertexCount)
    {
        Check.AtLeast(vertexCount, 1, nameof(vertexCount));
        var pairs = new HashSet<(int, int)>(_edges.Length);
        foreach (var edge in _edges)
        {
            if ((uint)edge.From >= (uint)vertexCount || (uint)edge.To >= (uint)vertexCount || edge.From == edge.To)
                throw new ArgumentException($"Edge {edge.From}–{edge.To} must join two different vertices from 0 to {vertexCount - 1}.",
                    nameof(edges));
            Check.Finite(edge.Weight, $"weight of edge {edge.From}–{edge.To}");
            if (!pairs.Add((Math.Min(edge.From, edge.To), Math.Max(edge.From, edge.To))))
                throw new ArgumentException($"Edge {edge.From}–{edge.To} is given twice.", nameof(edges));
        }
    }

    /// <summary>Takes a graph that a reader has checked already, edge by edge.</summary>
    internal MaxCutProblem(string name, WeightedEdge[] edges, int vertexCount) => (Name, _edges, SpinCount) = (name, edges, vertexCount);

    public string Name { get; }

    /// <summary>Number of vertices, one spin each.</summary>
    public int SpinCount { get; }

    /// <summary>The edges in file order.</summary>
    public IReadOnlyList<WeightedEdge> Edges => _edges;

    /// <summary>Sum of all weights, which is twice the mean cut of random partitions.</summary>
    public double TotalWeight => _edges.Sum(edge => edge.Weight);

    public string ScoreName => "cut";
    public ScoreSense Sense => ScoreSense.Maximise;

    /// <summary>The best published cut, unless the maker of the instance knows a better source, as the proof for a generated
    /// graph.</summary>
    public BestKnown? BestKnown { get => field ?? Table.Find(Name, SpinCount, _edges.Length); init; }

    /// <summary>Number of instances with a published best cut in this assembly.</summary>
    internal static int KnownInstances => Table.Count;

    public IsingModel Encode() => new(EncodeCouplings(), offset: -TotalWeight / 2);
    public Solution Decode(ReadOnlySpan<sbyte> spins) => new CutSolution { Score = Cut(spins), Sides = spins.ToArray() };
    public double? EnergyOf(double score) => -score;

    /// <summary>Weight of the edges between the two parts, summed over the edges.</summary>
    /// <param name="sides">One value ±1 per vertex.</param>
    public double Cut(ReadOnlySpan<sbyte> sides)
    {
        Check.Length(sides.Length, SpinCount, nameof(sides));
        double cut = 0;
        foreach (var edge in _edges)
            if (sides[edge.From] != sides[edge.To]) cut += edge.Weight;
        return cut;
    }

    /// <summary>Dense from an eighth of all entries on, as <see cref="Couplings.FromPairs"/>, but filled directly: millions of edges are
    /// common.</summary>
    private Couplings EncodeCouplings()
    {
        if (_edges.Length * 16L < (long)SpinCount * SpinCount)
            return Couplings.Sparse(SpinCount, _edges.Select(edge => (edge.From, edge.To, -edge.Weight / 2)));
        var values = new double[checked(SpinCount * SpinCount)];
        foreach (var edge in _edges)
            values[edge.From * SpinCount + edge.To] = values[edge.To * SpinCount + edge.From] = -edge.Weight / 2;
        return Couplings.Dense(values, SpinCount);
    }
}
