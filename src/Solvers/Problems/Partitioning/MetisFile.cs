using Hopfield.Files;

namespace Solvers.Problems.Partitioning;

/// <summary>Graphs in METIS's format: a header <c>n m [fmt [ncon]]</c>, then one line per vertex, blank where it has no neighbours: [size]
/// [weight] and its neighbours from 1, each followed by the edge's weight. The three digits of fmt say whether sizes, vertex weights and
/// edge weights are there. Every edge stands at both ends with one weight. Sizes (of data to be sent) are passed over: they matter for
/// communication volume, not for the cut. Comments start with %. Source: Karypis, METIS 5.1 manual, section 4.1.1.</summary>
public static class MetisFile
{
    /// <summary>Reads a graph.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The header or a line is wrong, an edge is a loop, given twice, or not the same at both ends,
    /// or vertices or edges are missing or too many.</exception>
    public static Hypergraph Read(string path)
    {
        using var reader = new LineReader(path);
        if (!reader.NextContent('%', '#')) throw reader.Error("the file is empty", "a header: vertices, edges and flags");
        int vertices = reader.NextInteger("number of vertices", 1, int.MaxValue),
            edges = reader.NextInteger("number of edges", 0, int.MaxValue);
        var (sizes, vertexWeights, edgeWeights) = Flags(reader);
        var weights = new long[vertices];
        var half = new Dictionary<(int, int), (long Weight, int Line)>();
        var nets = new List<Net>(Math.Min(edges, 1 << 20));
        for (int v = 0; v < vertices; v++)
        {
            do
            {
                if (!reader.NextLine()) throw reader.Error($"the file ends after {v} of {vertices} vertices",
                    "one line per vertex, blank for one without neighbours");
            }
            while (reader.Text.TrimStart() is ['%', ..]);
            if (sizes) reader.NextInteger("size", 0, int.MaxValue);
            weights[v] = vertexWeights ? reader.NextInteger("vertex weight", 1, int.MaxValue) : 1;
            while (reader.NextToken(out var token))
            {
                if (!int.TryParse(token, out int neighbour) || neighbour < 1 || neighbour > vertices)
                    throw reader.Error($"neighbour '{token}' of vertex {v + 1} does not exist", $"1 to {vertices}");
                long weight = edgeWeights ? reader.NextInteger("edge weight", 1, int.MaxValue) : 1;
                int other = neighbour - 1;
                if (other == v) throw reader.Error($"vertex {v + 1} is joined to itself", "two different vertices");
                if (other > v)
                {
                    if (!half.TryAdd((v, other), (weight, reader.Line)))
                        throw reader.Error($"edge {v + 1} {neighbour} is given twice", "each once");
                    continue;
                }
                if (!half.Remove((other, v), out var first))
                    throw reader.Error($"edge {v + 1} {neighbour} is given twice, or is missing at vertex {neighbour}",
                        "every edge once at each of its ends");
                if (first.Weight != weight) throw reader.Error($"edge {v + 1} {neighbour} weighs {weight}",
                    $"{first.Weight} as on line {first.Line}");
                nets.Add(new([other, v], weight));
            }
        }
        if (half.Count > 0)
        {
            var ((from, to), (_, line)) = half.First();
            throw InputFile.Error(path, line, $"edge {from + 1} {to + 1} is missing at vertex {to + 1}",
                "every edge once at each of its ends");
        }
        if (nets.Count != edges) throw InputFile.Error(path, 1, $"the header says {edges} edges", $"{nets.Count}, which are there");
        if (reader.NextContent('%', '#')) throw reader.Error("there are more lines than vertices", $"{vertices} lines after the header");
        return new(Path.GetFileNameWithoutExtension(path), weights, nets);
    }

    /// <summary>Writes a graph with the weights that it has.</summary>
    /// <exception cref="ArgumentException">A net is no edge, or a weight is not whole.</exception>
    public static void Write(string path, Hypergraph graph)
    {
        if (!graph.IsGraph || graph.Nets.Any(net => net.Weight != Math.Round(net.Weight)))
            throw new ArgumentException($"{graph.Name} has nets of other than two pins, or weights that are not whole.", nameof(graph));
        bool vertexWeights = graph.VertexWeights.Any(weight => weight != 1), edgeWeights = graph.Nets.Any(net => net.Weight != 1);
        var lists = new List<(int Neighbour, double Weight)>[graph.VertexCount];
        for (int v = 0; v < lists.Length; v++) lists[v] = [];
        foreach (var net in graph.Nets)
        {
            lists[net.Pins[0]].Add((net.Pins[1], net.Weight));
            lists[net.Pins[1]].Add((net.Pins[0], net.Weight));
        }
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        string flags = vertexWeights || edgeWeights ? $" 0{(vertexWeights ? 1 : 0)}{(edgeWeights ? 1 : 0)}" : "";
        writer.WriteLine($"{graph.VertexCount} {graph.Nets.Count}{flags}");
        for (int v = 0; v < lists.Length; v++)
        {
            var words = lists[v].OrderBy(entry => entry.Neighbour)
                .SelectMany(entry => edgeWeights ? [$"{entry.Neighbour + 1}", $"{entry.Weight:f0}"] : (string[])[$"{entry.Neighbour + 1}"]);
            writer.WriteLine(string.Join(' ', vertexWeights ? words.Prepend($"{graph.VertexWeights[v]}") : words));
        }
    }

    private static (bool Sizes, bool VertexWeights, bool EdgeWeights) Flags(LineReader reader)
    {
        if (!reader.NextToken(out var token)) return default;
        string fmt = token.ToString().PadLeft(3, '0');
        if (fmt.Length != 3 || fmt.Any(digit => digit is not ('0' or '1')))
            throw reader.Error($"the flags are '{token}'", "up to three digits 0 or 1");
        if (reader.NextToken(out var constraints) && constraints is not "1")
            throw reader.Error($"there are {constraints} weights per vertex", "1: balance of several weights is not known here");
        reader.EndOfLine("n m [fmt [ncon]]");
        return (fmt[0] == '1', fmt[1] == '1', fmt[2] == '1');
    }
}
