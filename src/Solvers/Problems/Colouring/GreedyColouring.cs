using Solvers.Problems.Graphs;

namespace Solvers.Problems.Colouring;

/// <summary>Colours the vertex that sees the most colours first, ties by degree: an upper bound on the colours a graph needs. Source:
/// Brélaz 1979, Commun. ACM 22:251 (DSATUR).</summary>
internal static class GreedyColouring
{
    /// <summary>How many colours the greedy colouring takes. Cost: O(n² + m).</summary>
    public static int ColourCount(Graph graph) => Run(graph).Max() + 1;

    /// <summary>Colour of each vertex, from 0; no edge has both ends in one colour.</summary>
    public static int[] Run(Graph graph)
    {
        int n = graph.VertexCount;
        int[][] neighbours = graph.Neighbours();
        var colours = new int[n];
        Array.Fill(colours, -1);
        var seen = new HashSet<int>[n];
        for (int v = 0; v < n; v++) seen[v] = [];
        for (int step = 0; step < n; step++)
        {
            int next = -1;
            for (int v = 0; v < n; v++)
                if (colours[v] < 0 && (next < 0 || (seen[v].Count, neighbours[v].Length)
                    .CompareTo((seen[next].Count, neighbours[next].Length)) > 0))
                    next = v;
            int colour = 0;
            while (seen[next].Contains(colour)) colour++;
            colours[next] = colour;
            foreach (int neighbour in neighbours[next]) seen[neighbour].Add(colour);
        }
        return colours;
    }
}
