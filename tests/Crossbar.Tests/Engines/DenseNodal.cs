using Crossbar.Circuits;

namespace Crossbar.Tests.Engines;

/// <summary>Oracle: node voltages of resistors under fixed node voltages, by dense Gaussian elimination on the nodal equations.</summary>
internal static class DenseNodal
{
    public static Dictionary<string, double> Solve(IEnumerable<Resistor> resistors, IReadOnlyDictionary<string, double> held)
    {
        var list = resistors.ToList();
        string[] free = [.. list.SelectMany(r => new[] { r.A, r.B }).Distinct().Where(node => !held.ContainsKey(node))];
        int n = free.Length;
        var a = new double[n, n + 1];
        foreach (var r in list)
            foreach (var (from, to) in new[] { (r.A, r.B), (r.B, r.A) })
            {
                int row = Array.IndexOf(free, from);
                if (row < 0) continue;
                a[row, row] += 1 / r.Ohms;
                int column = Array.IndexOf(free, to);
                if (column >= 0) a[row, column] -= 1 / r.Ohms;
                else a[row, n] += held[to] / r.Ohms;
            }
        for (int k = 0; k < n; k++)
            for (int i = 0; i < n; i++)
                if (i != k)
                {
                    double factor = a[i, k] / a[k, k];
                    for (int j = k; j <= n; j++) a[i, j] -= factor * a[k, j];
                }
        var volts = held.ToDictionary();
        for (int k = 0; k < n; k++) volts[free[k]] = a[k, n] / a[k, k];
        return volts;
    }
}
