using Crossbar.Layout;
using Crossbar.Netlists;
using Crossbar.Tests.Engines;

namespace Crossbar.Tests.Layout;

/// <summary>
/// The plainest solution of an array there is, as an oracle: one resistor for every cell, segment and terminal, every node an unknown, dense
/// elimination. Links of 0 Ω merge their nodes.
/// </summary>
internal static class DenseNodalSolve
{
    /// <summary>Currents that leave the bit lines at their ends and that enter the word lines, A.</summary>
    public static (double[] Output, double[] Driver) Currents(ConductanceMatrix cells, ArrayWires wires, double[] wordVolts, double[] bitVolts) =>
        Currents(new ArrayCircuit(cells, wires), wordVolts, bitVolts);

    /// <summary>Currents that leave the bit lines through all their terminals and that enter the word lines, A.</summary>
    public static (double[] Output, double[] Driver) Currents(ArrayCircuit circuit, double[] wordVolts, double[] bitVolts)
    {
        var (cells, wires) = (circuit.Cells, circuit.Wires);
        var links = new List<(string A, string B, double Ohms)>();
        for (int i = 0; i < cells.Rows; i++)
            for (int j = 0; j < cells.Columns; j++)
            {
                if (cells[i, j] > 0) links.Add(($"w{i},{j}", $"b{i},{j}", 1 / cells[i, j]));
                if (j > 0) links.Add(($"w{i},{j - 1}", $"w{i},{j}", wires.WordSegmentOhms));
                if (i > 0) links.Add(($"b{i - 1},{j}", $"b{i},{j}", wires.BitSegmentOhms));
            }
        double At(IReadOnlyList<double> ohms, int line) => ohms[ohms.Count == 1 ? 0 : line];
        for (int i = 0; i < cells.Rows; i++)
        {
            links.Add(($"W{i}", $"w{i},0", At(circuit.WordTerminals.StartOhms, i) + wires.WordSegmentOhms));
            links.Add(($"W{i}", $"w{i},{cells.Columns - 1}", At(circuit.WordTerminals.EndOhms, i) + wires.WordSegmentOhms));
        }
        for (int j = 0; j < cells.Columns; j++)
        {
            links.Add(($"B{j}", $"b0,{j}", At(circuit.BitTerminals.StartOhms, j) + wires.BitSegmentOhms));
            links.Add(($"B{j}", $"b{cells.Rows - 1},{j}", At(circuit.BitTerminals.EndOhms, j) + wires.BitSegmentOhms));
        }
        var merged = new Dictionary<string, string>();
        string Root(string node)
        {
            while (merged.TryGetValue(node, out string? parent)) node = parent;
            return node;
        }
        foreach (var (a, b, _) in links.Where(link => link.Ohms == 0))
            if (Root(a) != Root(b))
            {
                // Ports keep their names.
                bool keepA = char.IsUpper(Root(a)[0]);
                merged.Add(Root(keepA ? b : a), Root(keepA ? a : b));
            }
        int count = 0;
        var resistors = links.Where(link => double.IsFinite(link.Ohms) && Root(link.A) != Root(link.B))
            .Select(link => new Resistor($"r{count++}", Root(link.A), Root(link.B), link.Ohms)).ToList();
        var held = wordVolts.Select((v, i) => ($"W{i}", v)).Concat(bitVolts.Select((v, j) => ($"B{j}", v))).ToDictionary(p => p.Item1, p => p.v);
        var volts = DenseNodal.Solve(resistors, held);
        var into = held.Keys.ToDictionary(node => node, _ => 0.0);
        foreach (var r in resistors)
        {
            double amperes = (volts[r.A] - volts[r.B]) / r.Ohms;
            if (into.ContainsKey(r.A)) into[r.A] += amperes;
            if (into.ContainsKey(r.B)) into[r.B] -= amperes;
        }
        return ([.. bitVolts.Select((_, j) => -into[$"B{j}"])], [.. wordVolts.Select((_, i) => into[$"W{i}"])]);
    }
}
