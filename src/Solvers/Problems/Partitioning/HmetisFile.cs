using System.Globalization;
using Hopfield.Files;

namespace Solvers.Problems.Partitioning;

/// <summary>Netlists in hMETIS's format: a header <c>nets vertices [fmt]</c>, one line of pins from 1 per net, led by its weight where fmt
/// is 1 or 11, then one weight per vertex where fmt is 10 or 11. Comments start with %. Source: Karypis and Kumar 1998, hMETIS manual,
/// section 4.</summary>
public static class HmetisFile
{
    /// <summary>Reads a netlist.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The header, a net or a weight is wrong, missing or too much.</exception>
    public static Hypergraph Read(string path)
    {
        using var reader = new LineReader(path);
        if (!reader.NextContent('%', '#')) throw reader.Error("the file is empty", "a header: nets, vertices and flags");
        int nets = reader.NextInteger("number of nets", 0, int.MaxValue),
            vertices = reader.NextInteger("number of vertices", 1, int.MaxValue);
        string fmt = reader.NextToken(out var token) ? token.ToString() : "0";
        if (fmt is not ("0" or "1" or "10" or "11")) throw reader.Error($"the flags are '{fmt}'", "1, 10 or 11");
        reader.EndOfLine("nets vertices [fmt]");
        var read = new List<Net>();
        var pins = new List<int>();
        var seen = new HashSet<int>();
        for (int e = 0; e < nets; e++)
        {
            if (!reader.NextContent('%', '#')) throw reader.Error($"the file ends after {e} of {nets} nets", "the pins of a net");
            double weight = fmt is "1" or "11" ? reader.NextNumber("net weight") : 1;
            if (weight <= 0) throw reader.Error($"net weight is {weight}", "a number greater than 0");
            pins.Clear();
            seen.Clear();
            while (reader.NextToken(out token))
            {
                if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int pin) || pin < 1 || pin > vertices)
                    throw reader.Error($"pin '{token}' is no vertex", $"1 to {vertices}");
                if (!seen.Add(pin)) throw reader.Error($"pin {pin} is named twice", "each vertex once in a net");
                pins.Add(pin - 1);
            }
            if (pins.Count == 0) throw reader.Error("a net without pins", "at least one vertex");
            read.Add(new([.. pins], weight));
        }
        var weights = new long[vertices];
        for (int v = 0; v < vertices; v++)
        {
            weights[v] = 1;
            if (fmt is not ("10" or "11")) continue;
            if (!reader.NextContent('%', '#')) throw reader.Error($"the file ends after {v} of {vertices} vertex weights", "a weight");
            weights[v] = reader.NextInteger("vertex weight", 1, int.MaxValue);
            reader.EndOfLine("one weight");
        }
        if (reader.NextContent('%', '#')) throw reader.Error("there are more lines than announced", $"{nets} nets and what the flags say");
        return new(Path.GetFileNameWithoutExtension(path), weights, read);
    }

    /// <summary>Writes a netlist with the weights that it has.</summary>
    public static void Write(string path, Hypergraph netlist)
    {
        bool vertexWeights = netlist.VertexWeights.Any(weight => weight != 1), netWeights = netlist.Nets.Any(net => net.Weight != 1);
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"{netlist.Nets.Count} {netlist.VertexCount}{(vertexWeights, netWeights) switch { (true, true) => " 11", (true, _) => " 10", (_, true) => " 1", _ => "" }}");
        foreach (var net in netlist.Nets)
        {
            string weight = netWeights ? net.Weight.ToString("R", CultureInfo.InvariantCulture) + " " : "";
            writer.WriteLine(weight + string.Join(' ', net.Pins.Select(pin => pin + 1)));
        }
        if (vertexWeights) foreach (long weight in netlist.VertexWeights) writer.WriteLine(weight);
    }
}
