using System.Globalization;
using Hopfield.Files;

namespace Solvers.Problems.Graphs;

/// <summary>Graphs in DIMACS's format: comments <c>c …</c>, a line <c>p edge n m</c> (or <c>p col</c>), vertex weights <c>n v w</c>, edges
/// <c>e u v</c>, vertices from 1. Many public files list each edge once in each direction and count both, others count every edge once;
/// both are read, but an edge may not stand twice in the same direction. Source: DIMACS 1993, "Clique and coloring problems: graph
/// format".</summary>
public static class DimacsFile
{
    private const string Lines = "'c' comment, 'p edge n m', 'n vertex weight' or 'e from to'";

    /// <summary>Reads a graph.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A line is unknown or wrong, an edge is a loop or given twice, or edges are missing or too
    /// many.</exception>
    public static Graph Read(string path)
    {
        using var reader = new LineReader(path);
        double[]? weights = null;
        int vertices = 0, count = 0;
        var directed = new HashSet<(int, int)>();
        var edges = new List<(int, int)>();
        while (reader.NextContent('c', '#'))
        {
            reader.NextToken(out var word);
            switch (word)
            {
                case "p" when vertices == 0:
                    if (!reader.NextToken(out var kind) || kind is not ("edge" or "col" or "edges" or "mis"))
                        throw reader.Error($"the problem is '{kind}'", "edge or col");
                    vertices = reader.NextInteger("number of vertices", 1, int.MaxValue);
                    count = reader.NextInteger("number of edges", 0, int.MaxValue);
                    break;
                case "p":
                    throw reader.Error("there is a second 'p' line", "one");
                case "n" when vertices > 0:
                    int vertex = reader.NextItem("vertex", vertices);
                    double weight = reader.NextNumber("weight");
                    if (weight <= 0) throw reader.Error($"weight is {weight}", "a number greater than 0");
                    weights ??= [.. Enumerable.Repeat(1.0, vertices)];
                    weights[vertex] = weight;
                    break;
                case "e" when vertices > 0:
                    int from = reader.NextItem("vertex", vertices), to = reader.NextItem("vertex", vertices);
                    if (from == to) throw reader.Error($"edge {from + 1} {to + 1} is a loop", "two different vertices");
                    if (!directed.Add((from, to))) throw reader.Error($"edge {from + 1} {to + 1} is given twice",
                        "each edge once, or once in each direction");
                    if (!directed.Contains((to, from))) edges.Add((from, to));
                    break;
                case "n" or "e":
                    throw reader.Error($"'{word}' stands before the 'p' line", "p edge n m");
                default:
                    throw reader.Error($"'{word}' starts no line of this format", Lines);
            }
            reader.EndOfLine(Lines);
        }
        if (vertices == 0) throw reader.Error("there is no 'p' line", "p edge n m");
        if (count != edges.Count && count != directed.Count)
            throw reader.Error($"{edges.Count} edges are there", $"{count}, as the 'p' line says");
        return new(Path.GetFileNameWithoutExtension(path), vertices, edges, weights);
    }

    /// <summary>Writes a graph, every edge once.</summary>
    public static void Write(string path, Graph graph)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"c {graph.Name}");
        writer.WriteLine($"p edge {graph.VertexCount} {graph.Edges.Count}");
        for (int v = 0; v < graph.VertexCount; v++)
            if (graph.Weights[v] != 1) writer.WriteLine($"n {v + 1} {graph.Weights[v].ToString("R", CultureInfo.InvariantCulture)}");
        foreach (var (from, to) in graph.Edges) writer.WriteLine($"e {from + 1} {to + 1}");
    }
}
