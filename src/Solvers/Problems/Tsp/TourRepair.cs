using Hopfield.Numerics;

namespace Solvers.Problems.Tsp;

/// <summary>
/// Makes a tour of a grid that is none, for those who ask for it; decoding never does. Positions are read in order, each takes the first
/// of its cities that is not placed yet, and the cities left over are inserted, in ascending order, where they lengthen the tour least.
/// </summary>
/// <param name="Tour">The tour, from 0.</param>
/// <param name="Length">Its length.</param>
/// <param name="DroppedEntries">Neurons that were on but not used.</param>
/// <param name="InsertedCities">Cities that the grid did not place, in the order of their insertion.</param>
public sealed record TourRepair(int[] Tour, double Length, int DroppedEntries, IReadOnlyList<int> InsertedCities)
{
    /// <summary>Repairs a grid; a valid tour comes back unchanged.</summary>
    /// <param name="instance">The cities.</param>
    /// <param name="spins">n² spins, city x at position i is spin x·n + i.</param>
    public static TourRepair Of(TspInstance instance, ReadOnlySpan<sbyte> spins)
    {
        int n = instance.CityCount;
        Check.Length(spins.Length, n * n, nameof(spins));
        var tour = new List<int>(n);
        var placed = new bool[n];
        int on = 0;
        for (int i = 0; i < n; i++)
        {
            bool taken = false;
            for (int x = 0; x < n; x++)
            {
                if (spins[x * n + i] <= 0) continue;
                on++;
                if (taken || placed[x]) continue;
                taken = placed[x] = true;
                tour.Add(x);
            }
        }
        int dropped = on - tour.Count;
        int[] missing = [.. Enumerable.Range(0, n).Where(city => !placed[city])];
        foreach (int city in missing) tour.Insert(CheapestGap(instance, tour, city), city);
        int[] whole = [.. tour];
        return new TourRepair(whole, instance.Length(whole), dropped, missing);
    }

    private static int CheapestGap(TspInstance instance, List<int> tour, int city)
    {
        int best = tour.Count;
        double least = double.PositiveInfinity;
        for (int i = 0; i < tour.Count; i++)
        {
            int a = tour[i], b = tour[(i + 1) % tour.Count];
            double added = instance.Distance(a, city) + instance.Distance(city, b) - instance.Distance(a, b);
            if (added < least) (least, best) = (added, i + 1);
        }
        return best;
    }
}
