using Hopfield.Numerics;

namespace Solvers.Problems.Graphs;

/// <summary>An undirected graph without loops and parallel edges, with weights on its vertices.</summary>
public sealed class Graph
{
    private readonly (int From, int To)[] _edges;
    private readonly double[] _weights;

    /// <summary>Takes a graph.</summary>
    /// <param name="name">Name of the instance.</param>
    /// <param name="vertexCount">Number of vertices, at least 1.</param>
    /// <param name="edges">Pairs of different vertices from 0, each at most once.</param>
    /// <param name="weights">One number greater than 0 per vertex; null for 1 each.</param>
    /// <exception cref="ArgumentException">They are not of that kind.</exception>
    public Graph(string name, int vertexCount, IEnumerable<(int From, int To)> edges, double[]? weights = null)
    {
        Check.AtLeast(vertexCount, 1, nameof(vertexCount));
        (Name, _edges) = (name, [.. edges]);
        var pairs = new HashSet<(int, int)>(_edges.Length);
        foreach (var (from, to) in _edges)
        {
            if ((uint)from >= (uint)vertexCount || (uint)to >= (uint)vertexCount || from == to)
                throw new ArgumentException($"Edge {from}–{to} must join two different vertices from 0 to {vertexCount - 1}.",
                    nameof(edges));
            if (!pairs.Add((Math.Min(from, to), Math.Max(from, to))))
                throw new ArgumentException($"Edge {from}–{to} is given twice.", nameof(edges));
        }
        if (weights is not null) Check.Length(weights.Length, vertexCount, nameof(weights));
        _weights = weights is null ? [.. Enumerable.Repeat(1.0, vertexCount)] : (double[])weights.Clone();
        for (int v = 0; v < vertexCount; v++) Check.Positive(_weights[v], $"weight of vertex {v}");
    }

    /// <summary>Name of the instance.</summary>
    public string Name { get; }

    /// <summary>Number of vertices.</summary>
    public int VertexCount => _weights.Length;

    /// <summary>The edges in file order.</summary>
    public IReadOnlyList<(int From, int To)> Edges => _edges;

    /// <summary>Weights of the vertices.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Number of edges at each vertex.</summary>
    public int[] Degrees()
    {
        var degrees = new int[VertexCount];
        foreach (var (from, to) in _edges)
        {
            degrees[from]++;
            degrees[to]++;
        }
        return degrees;
    }

    /// <summary>The neighbours of each vertex.</summary>
    public int[][] Neighbours()
    {
        var lists = new List<int>[VertexCount];
        for (int v = 0; v < lists.Length; v++) lists[v] = [];
        foreach (var (from, to) in _edges)
        {
            lists[from].Add(to);
            lists[to].Add(from);
        }
        return [.. lists.Select(list => list.ToArray())];
    }

    /// <summary>The graph that joins exactly the pairs which this one does not; the weights stay.</summary>
    public Graph Complement()
    {
        var joined = new HashSet<(int, int)>(_edges.Select(edge => (Math.Min(edge.From, edge.To), Math.Max(edge.From, edge.To))));
        var edges = from i in Enumerable.Range(0, VertexCount)
                    from j in Enumerable.Range(i + 1, VertexCount - i - 1)
                    where !joined.Contains((i, j))
                    select (i, j);
        return new(Name, VertexCount, edges, _weights);
    }
}
