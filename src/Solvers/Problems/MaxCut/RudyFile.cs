using System.Globalization;
using Hopfield.Files;

namespace Solvers.Problems.MaxCut;

/// <summary>Graphs in rudy's format (Biq Mac, G-set): a header <c>n m</c>, then m lines <c>i j [w]</c> with vertices from 1 and weight 1
/// where none is given. Blank lines and comments (# … or c …) may stand anywhere.</summary>
public static class RudyFile
{
    private const string EdgeForm = "an edge: two vertices and an optional weight";

    /// <summary>Reads a graph; the instance is called as the file (published best cuts are found by that name).</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A number is wrong, an edge leaves the graph, is a loop or a duplicate, or edges are missing
    /// or too many.</exception>
    public static MaxCutProblem Read(string path)
    {
        using var reader = new LineReader(path);
        if (!reader.NextContent('#', 'c')) throw reader.Error("the file is empty", "a header: number of vertices and of edges");
        int vertices = reader.NextInteger("number of vertices"), count = reader.NextInteger("number of edges");
        reader.EndOfLine("a header of two numbers");
        long most = (long)vertices * (vertices - 1) / 2;
        if (vertices < 1 || count < 0)
            throw reader.Error($"the header is {vertices} {count}", "at least one vertex and no negative number");
        if (count > most) throw reader.Error($"{count} edges are announced", $"at most {most} among {vertices} vertices");

        var edges = new List<WeightedEdge>();
        var seen = new HashSet<(int, int)>();
        while (reader.NextContent('#', 'c'))
        {
            if (edges.Count == count) throw reader.Error("there are more edges than announced", $"{count} edges");
            int from = reader.NextItem("vertex", vertices), to = reader.NextItem("vertex", vertices);
            if (from == to) throw reader.Error($"edge {from + 1} {to + 1} is a loop", "two different vertices");
            double weight = reader.NextToken(out var token) ? reader.ParseNumber(token, "weight") : 1;
            reader.EndOfLine(EdgeForm);
            if (!seen.Add((Math.Min(from, to), Math.Max(from, to))))
                throw reader.Error($"edge {from + 1} {to + 1} is given twice", "each pair of vertices once");
            edges.Add(new WeightedEdge(from, to, weight));
        }
        return edges.Count == count ? new MaxCutProblem(Path.GetFileName(path), [.. edges], vertices)
            : throw reader.Error($"the file ends after {edges.Count} of {count} edges", EdgeForm);
    }

    /// <summary>Writes a graph; every weight stands there, in digits that read back to the same number.</summary>
    public static void Write(string path, MaxCutProblem problem)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"{problem.SpinCount} {problem.Edges.Count}");
        foreach (var edge in problem.Edges)
            writer.WriteLine($"{edge.From + 1} {edge.To + 1} {edge.Weight.ToString("R", CultureInfo.InvariantCulture)}");
    }
}
