using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Tests.Engines;

namespace Crossbar.Tests.Layout;

/// <summary>
/// The plainest solution of an array there is, as an oracle: one resistor for every cell, segment and terminal, every node an unknown,
/// dense elimination. Links of 0 Ω merge their nodes.
/// </summary>
internal static class DenseNodalSolve
{
    /// <summary>Currents that leave the bit lines at their ends and that enter the word lines, A.</summary>
    public static (double[] Output, double[] Driver) Currents(ConductanceMatrix cells, ArrayWires wires, double[] wordVolts,
        double[] bitVolts) =>
        Currents(new ArrayCircuit(cells, wires), wordVolts, bitVolts);

    /// <summary>Currents that leave the bit lines through all their terminals and that enter the word lines, A.</summary>
    public static (double[] Output, double[] Driver) Currents(ArrayCircuit circuit, double[] wordVolts, double[] bitVolts)
    {
        var held = wordVolts.Select((v, i) => ($"W{i}", v)).Concat(bitVolts.Select((v, j) => ($"B{j}", v)))
            .ToDictionary(p => p.Item1, p => p.v);
        var into = IntoPorts(Links(circuit, ""), held);
        return ([.. bitVolts.Select((_, j) => -into[$"B{j}"])], [.. wordVolts.Select((_, i) => into[$"W{i}"])]);
    }

    /// <summary>
    /// Tiles one below the other whose bit-line ports are nodes of global bit lines: currents that leave these at their end, at 0 V, and
    /// that enter the word lines of all tiles.
    /// </summary>
    public static (double[] Output, double[] Driver) OnSharedLines(ArrayCircuit[] tiles, double segmentOhms, double senseOhms,
        double[] wordVolts)
    {
        int columns = tiles[0].Cells.Columns, row = 0;
        var links = new List<Link>();
        var held = new Dictionary<string, double>();
        for (int t = 0; t < tiles.Length; t++)
        {
            links.AddRange(Links(tiles[t], $"{t}:"));
            for (int i = 0; i < tiles[t].Cells.Rows; i++) held.Add($"W{t}:{i}", wordVolts[row++]);
            for (int j = 0; j < columns; j++)
                links.Add(t + 1 < tiles.Length ? new($"B{t}:{j}", $"B{t + 1}:{j}", segmentOhms)
                    : new($"B{t}:{j}", $"S{j}", segmentOhms + senseOhms));
        }
        string[] drivers = [.. held.Keys];
        for (int j = 0; j < columns; j++) held.Add($"S{j}", 0);
        var into = IntoPorts(links, held);
        return ([.. Enumerable.Range(0, columns).Select(j => -into[$"S{j}"])], [.. drivers.Select(node => into[node])]);
    }

    private static List<Link> Links(ArrayCircuit circuit, string mark)
    {
        var (cells, wires) = (circuit.Cells, circuit.Wires);
        var links = new List<Link>();
        for (int i = 0; i < cells.Rows; i++)
            for (int j = 0; j < cells.Columns; j++)
            {
                if (cells[i, j] > 0) links.Add(new($"w{mark}{i},{j}", $"b{mark}{i},{j}", 1 / cells[i, j]));
                if (j > 0) links.Add(new($"w{mark}{i},{j - 1}", $"w{mark}{i},{j}", wires.WordSegmentOhms));
                if (i > 0) links.Add(new($"b{mark}{i - 1},{j}", $"b{mark}{i},{j}", wires.BitSegmentOhms));
            }
        double At(IReadOnlyList<double> ohms, int line) => ohms[ohms.Count == 1 ? 0 : line];
        for (int i = 0; i < cells.Rows; i++)
        {
            links.Add(new($"W{mark}{i}", $"w{mark}{i},0", At(circuit.WordTerminals.StartOhms, i) + wires.WordSegmentOhms));
            links.Add(new($"W{mark}{i}", $"w{mark}{i},{cells.Columns - 1}", At(circuit.WordTerminals.EndOhms, i) + wires.WordSegmentOhms));
        }
        for (int j = 0; j < cells.Columns; j++)
        {
            links.Add(new($"B{mark}{j}", $"b{mark}0,{j}", At(circuit.BitTerminals.StartOhms, j) + wires.BitSegmentOhms));
            links.Add(new($"B{mark}{j}", $"b{mark}{cells.Rows - 1},{j}", At(circuit.BitTerminals.EndOhms, j) + wires.BitSegmentOhms));
        }
        return links;
    }

    private static Dictionary<string, double> IntoPorts(List<Link> links, Dictionary<string, double> held)
    {
        var merged = new Dictionary<string, string>();
        string Root(string node)
        {
            while (merged.TryGetValue(node, out string? parent)) node = parent;
            return node;
        }
        foreach (var (a, b, _) in links.Where(link => link.Ohms == 0))
            if (Root(a) != Root(b))
            {
                // Held nodes keep their names.
                bool keepA = held.ContainsKey(Root(a));
                merged.Add(Root(keepA ? b : a), Root(keepA ? a : b));
            }
        int count = 0;
        var resistors = links.Where(link => double.IsFinite(link.Ohms) && Root(link.A) != Root(link.B))
            .Select(link => new Resistor($"r{count++}", Root(link.A), Root(link.B), link.Ohms)).ToList();
        var volts = DenseNodal.Solve(resistors, held);
        var into = held.Keys.ToDictionary(node => node, _ => 0.0);
        foreach (var r in resistors)
        {
            double amperes = (volts[r.A] - volts[r.B]) / r.Ohms;
            if (into.ContainsKey(r.A)) into[r.A] += amperes;
            if (into.ContainsKey(r.B)) into[r.B] -= amperes;
        }
        return into;
    }

    private sealed record Link(string A, string B, double Ohms);
}
