using Solvers.Problems.Tsp;

namespace Solvers.Baselines;

/// <summary>Shortest tours proven by dynamic programming over subsets of cities. Cost: O(2ⁿ n²) time, 2ⁿ⁻¹(n − 1) numbers of memory; 14
/// cities take milliseconds, 20 a second. Source: Held and Karp 1962, J. SIAM 10:196; Bellman 1962, J. ACM 9:61.</summary>
public static class HeldKarp
{
    /// <summary>Largest number of cities.</summary>
    public const int MostCities = 20;

    /// <summary>A shortest tour, from city 0, and its length by the instance's own distances.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MostCities"/> cities.</exception>
    public static (double Length, int[] Tour) Run(TspInstance instance)
    {
        int n = instance.CityCount;
        if (n > MostCities)
            throw new ArgumentException($"{instance.Name} has {n} cities; at most {MostCities} are solved exactly.", nameof(instance));
        if (n == 1) return (0, [0]);
        double[] distances = instance.DistanceMatrix();
        int others = n - 1, subsets = 1 << others;
        double[] lengths = Table(distances, n, others, subsets);
        int[] tour = Trace(distances, lengths, n, others, subsets);
        return (instance.Length(tour), tour);
    }

    /// <summary>lengths[set · others + last]: the shortest way from city 0 through all of the set, ending in its member <c>last</c> (city
    /// last + 1).</summary>
    private static double[] Table(double[] distances, int n, int others, int subsets)
    {
        var lengths = new double[(long)subsets * others];
        Array.Fill(lengths, double.PositiveInfinity);
        for (int last = 0; last < others; last++) lengths[(1 << last) * others + last] = distances[last + 1];
        for (int set = 1; set < subsets; set++)
            for (int last = 0; last < others; last++)
            {
                double length = lengths[set * others + last];
                if (double.IsPositiveInfinity(length)) continue;
                for (int free = ~set & (subsets - 1); free != 0; free &= free - 1)
                {
                    int next = System.Numerics.BitOperations.TrailingZeroCount(free);
                    ref double reached = ref lengths[(set | 1 << next) * others + next];
                    reached = Math.Min(reached, length + distances[(last + 1) * n + next + 1]);
                }
            }
        return lengths;
    }

    private static int[] Trace(double[] distances, double[] lengths, int n, int others, int subsets)
    {
        var tour = new int[n];
        int set = subsets - 1, after = 0;
        for (int position = n - 1; position > 0; position--)
        {
            int best = -1;
            double least = double.PositiveInfinity;
            for (int last = 0; last < others; last++)
            {
                if ((set & 1 << last) == 0) continue;
                double length = lengths[set * others + last] + distances[(last + 1) * n + after];
                if (length < least) (least, best) = (length, last);
            }
            tour[position] = after = best + 1;
            set &= ~(1 << best);
        }
        return tour;
    }
}
