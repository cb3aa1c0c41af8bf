using Crossbar.Layout;
using Crossbar.Netlists;
using Crossbar.Tests.Engines;

namespace Crossbar.Tests.Layout;

/// <summary>The plainest solution of an array there is, as an oracle: every node an unknown, dense elimination.</summary>
internal static class DenseNodalSolve
{
    /// <summary>Currents that leave the bit lines at their ends and that enter the word lines, A.</summary>
    public static (double[] Output, double[] Driver) Currents(ConductanceMatrix cells, ArrayWires wires, double[] wordVolts, double[] bitVolts)
    {
        string[] words = [.. Enumerable.Range(0, cells.Rows).Select(i => $"w{i}")], bits = [.. Enumerable.Range(0, cells.Columns).Select(j => $"b{j}")];
        var resistors = CrossbarExpansion.Resistors(new CrossbarArray("x", words, bits, cells, wires)).ToList();
        var held = words.Zip(wordVolts).Concat(bits.Zip(bitVolts)).ToDictionary(p => p.First, p => p.Second);
        var volts = DenseNodal.Solve(resistors, held);
        var into = held.Keys.ToDictionary(node => node, _ => 0.0);
        foreach (var r in resistors)
        {
            double amperes = (volts[r.A] - volts[r.B]) / r.Ohms;
            if (into.ContainsKey(r.A)) into[r.A] += amperes;
            if (into.ContainsKey(r.B)) into[r.B] -= amperes;
        }
        return ([.. bits.Select(b => -into[b])], [.. words.Select(w => into[w])]);
    }
}
