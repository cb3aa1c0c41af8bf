using Crossbar.Circuits;

namespace Crossbar.Tests.Engines;

/// <summary>Oracle: an array reduced to its terminals by dense Gaussian elimination of all wire nodes (Schur complement), one at a
/// time.</summary>
internal static class DensePorts
{
    public static PortNetwork Reduce(CrossbarArray array, CancellationToken cancellation)
    {
        var resistors = CrossbarExpansion.Resistors(array).ToList();
        string[] ports = [.. array.WordNodes.Concat(array.BitNodes).Distinct()];
        string[] nodes = [.. ports, .. resistors.SelectMany(r => new[] { r.A, r.B }).Distinct().Except(ports)];
        var at = nodes.Select((node, k) => (node, k)).ToDictionary(p => p.node, p => p.k);
        int n = nodes.Length, p = ports.Length;
        var y = new double[n][];
        for (int i = 0; i < n; i++) y[i] = new double[n];
        foreach (var r in resistors)
        {
            int a = at[r.A], b = at[r.B];
            y[a][a] += 1 / r.Ohms;
            y[b][b] += 1 / r.Ohms;
            y[a][b] -= 1 / r.Ohms;
            y[b][a] -= 1 / r.Ohms;
        }
        for (int k = n - 1; k >= p; k--)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < k; i++)
            {
                if (y[i][k] == 0) continue;
                double factor = y[i][k] / y[k][k];
                for (int j = 0; j < k; j++) y[i][j] -= factor * y[k][j];
            }
        }
        return new(array.Name, ports, [.. Enumerable.Range(0, p).SelectMany(i => y[i].Take(p))]);
    }
}
