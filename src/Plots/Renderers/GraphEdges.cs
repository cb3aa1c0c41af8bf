using OxyPlot;

namespace Plots.Renderers;

/// <summary>What the drawings of graphs share: edges checked, thinned and turned into lines.</summary>
internal static class GraphEdges
{
    private const int Most = 4000;

    /// <summary>Refuses edges to nodes that are not there.</summary>
    internal static void Check(IReadOnlyList<(int From, int To)> edges, int nodes)
    {
        foreach (var (from, to) in edges)
            if ((uint)from >= (uint)nodes || (uint)to >= (uint)nodes)
                throw new InvalidOperationException($"Edge ({from}, {to}) names a node outside 0 … {nodes - 1}.");
    }

    /// <summary>Of this many edges one in how many is drawn.</summary>
    internal static int Stride(int count, int most = Most) => (count + most - 1) / most;

    /// <summary>All edges, or an even sample of as many as a figure can bear.</summary>
    internal static IReadOnlyList<(int From, int To)> Sample(IReadOnlyList<(int From, int To)> edges)
    {
        int stride = Stride(edges.Count);
        return stride <= 1 ? edges : [.. edges.Where((_, i) => i % stride == 0)];
    }

    /// <summary>Two ends per edge.</summary>
    internal static List<ScreenPoint> Ends(IEnumerable<(int From, int To)> edges, (double X, double Y)[] places)
    {
        var ends = new List<ScreenPoint>();
        foreach (var (from, to) in edges)
            ends.AddRange([new(places[from].X, places[from].Y), new(places[to].X, places[to].Y)]);
        return ends;
    }

    /// <summary>How dark edges are: many are drawn paler and thinner.</summary>
    internal static (double Strength, double Width) Look(int drawn) =>
        (Math.Clamp(120.0 / Math.Max(1, drawn), 0.3, 0.9), drawn > 400 ? 0.7 : 1.3);

    /// <summary>Radius of nodes that stand on a circle without touching, and whether numbers fit into them.</summary>
    internal static (double Radius, bool HasNumbers) Node(int nodes, double circleRadius)
    {
        double radius = Math.Clamp(Math.PI * circleRadius / Math.Max(nodes, 1) * 0.8, 2, 11);
        return (radius, radius >= 9);
    }
}
