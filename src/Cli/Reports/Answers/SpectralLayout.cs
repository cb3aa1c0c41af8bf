using Hopfield.Numerics;

namespace Cli.Reports.Answers;

/// <summary>Places for the vertices of a graph: the two smoothest functions on it, by power iteration on the lazy random walk, made
/// orthogonal to the constant and to each other, and then ranked in part so that crowds spread. Source: Hall 1970, Management Science
/// 17:219.</summary>
internal static class SpectralLayout
{
    private const int Iterations = 300;

    /// <summary>One place per vertex, any scale. Cost: 300 passes over the edges.</summary>
    internal static (double X, double Y)[] Places(int vertices, IReadOnlyList<(int From, int To)> edges)
    {
        var degrees = new double[vertices];
        foreach (var (from, to) in edges)
        {
            degrees[from]++;
            degrees[to]++;
        }
        var ones = Enumerable.Repeat(1.0, vertices).ToArray();
        double[] x = Smooth("x", [ones]), y = Smooth("y", [ones, x]);
        return [.. Spread(x).Zip(Spread(y))];

        double[] Smooth(string name, double[][] others)
        {
            var stream = RandomKey.FromSeed(1).Fold("layout").Fold(name).Stream();
            var values = new double[vertices];
            for (int v = 0; v < vertices; v++) values[v] = stream.NextGaussian();
            var next = new double[vertices];
            for (int pass = 0; pass < Iterations; pass++)
            {
                foreach (double[] other in others) Remove(values, other, degrees);
                Array.Clear(next);
                foreach (var (from, to) in edges)
                {
                    next[from] += values[to];
                    next[to] += values[from];
                }
                double norm = 0;
                for (int v = 0; v < vertices; v++)
                {
                    values[v] = degrees[v] == 0 ? 0 : 0.5 * (values[v] + next[v] / degrees[v]);
                    norm += degrees[v] * values[v] * values[v];
                }
                double scale = norm > 0 ? 1 / Math.Sqrt(norm) : 0;
                for (int v = 0; v < vertices; v++) values[v] *= scale;
            }
            return values;
        }
    }

    private static void Remove(double[] values, double[] other, double[] degrees)
    {
        double along = 0, size = 0;
        for (int v = 0; v < values.Length; v++)
        {
            along += degrees[v] * values[v] * other[v];
            size += degrees[v] * other[v] * other[v];
        }
        if (size == 0) return;
        for (int v = 0; v < values.Length; v++) values[v] -= along / size * other[v];
    }

    /// <summary>Half the value, half its rank, both from −1 to 1.</summary>
    private static double[] Spread(double[] values)
    {
        double largest = Math.Max(values.Max(Math.Abs), 1e-300);
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(v => values[v])];
        var spread = new double[values.Length];
        for (int rank = 0; rank < order.Length; rank++)
            spread[order[rank]] = values[order[rank]] / largest + 2.0 * rank / Math.Max(1, order.Length - 1) - 1;
        return spread;
    }
}
