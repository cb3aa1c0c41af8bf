namespace Solvers.Problems.Tsp.Windows;

/// <summary>The nearest cities of every city, nearest first: where local search looks for better edges.</summary>
internal static class NeighbourLists
{
    /// <summary>min(count, n − 1) cities for each city, row by row. Cost: O(n² log n).</summary>
    public static int[][] Of(double[] distances, int cities, int count)
    {
        var lists = new int[cities][];
        var order = new int[cities];
        var keys = new double[cities];
        for (int a = 0; a < cities; a++)
        {
            for (int b = 0; b < cities; b++) (order[b], keys[b]) = (b, b == a ? double.NegativeInfinity : distances[a * cities + b]);
            Array.Sort(keys, order);
            lists[a] = order[1..Math.Min(count + 1, cities)];
        }
        return lists;
    }
}
