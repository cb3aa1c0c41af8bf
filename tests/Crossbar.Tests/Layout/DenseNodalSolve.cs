using Crossbar.Layout;
using Crossbar.Netlists;
using MathNet.Numerics.LinearAlgebra;

namespace Crossbar.Tests.Layout;

/// <summary>The plainest solution of an array there is, as an oracle: every node an unknown, one dense matrix, MathNet's LU.</summary>
internal static class DenseNodalSolve
{
    /// <summary>Currents that leave the bit lines at their ends and that enter the word lines, A.</summary>
    public static (double[] Output, double[] Driver) Currents(ConductanceMatrix cells, ArrayWires wires, double[] wordVolts, double[] bitVolts)
    {
        string[] words = [.. Enumerable.Range(0, cells.Rows).Select(i => $"w{i}")], bits = [.. Enumerable.Range(0, cells.Columns).Select(j => $"b{j}")];
        var resistors = ArrayExpansion.Resistors(new CrossbarArray("x", words, bits, cells, wires)).ToList();
        var known = words.Zip(wordVolts).Concat(bits.Zip(bitVolts)).ToDictionary(p => p.First, p => p.Second);
        var unknown = resistors.SelectMany(r => new[] { r.A, r.B }).Distinct().Where(node => !known.ContainsKey(node))
            .Select((node, index) => (node, index)).ToDictionary(p => p.node, p => p.index);
        var volts = new Dictionary<string, double>(known);
        if (unknown.Count > 0)
        {
            var matrix = Matrix<double>.Build.Dense(unknown.Count, unknown.Count);
            var right = Vector<double>.Build.Dense(unknown.Count);
            foreach (var (_, a, b, g) in resistors)
                foreach (var (here, there) in new[] { (a, b), (b, a) })
                {
                    if (!unknown.TryGetValue(here, out int row)) continue;
                    matrix[row, row] += g;
                    if (unknown.TryGetValue(there, out int column)) matrix[row, column] -= g;
                    else right[row] += g * known[there];
                }
            var solved = matrix.LU().Solve(right);
            foreach (var (node, index) in unknown) volts[node] = solved[index];
        }
        var into = known.Keys.ToDictionary(node => node, _ => 0.0);
        foreach (var (_, a, b, g) in resistors)
        {
            if (into.ContainsKey(a)) into[a] += g * (volts[a] - volts[b]);
            if (into.ContainsKey(b)) into[b] += g * (volts[b] - volts[a]);
        }
        return ([.. bits.Select(b => -into[b])], [.. words.Select(w => into[w])]);
    }
}
