using Hopfield.Numerics;

namespace Solvers.Problems.Tsp;

/// <summary>Closed tours as permutations of the cities, from 0.</summary>
internal static class Tours
{
    /// <summary>Refuses anything but a permutation of 0 … n − 1.</summary>
    /// <exception cref="ArgumentException">Another length, a city out of range, or a city twice.</exception>
    public static void CheckPermutation(ReadOnlySpan<int> tour, int cityCount)
    {
        Check.Length(tour.Length, cityCount, nameof(tour));
        var seen = new bool[cityCount];
        foreach (int city in tour)
        {
            if ((uint)city >= (uint)cityCount)
                throw new ArgumentException($"City {city} is not one of 0 to {cityCount - 1}.", nameof(tour));
            if (seen[city]) throw new ArgumentException($"City {city} is visited twice.", nameof(tour));
            seen[city] = true;
        }
    }

    /// <summary>Spins of the n × n grid in which neuron x·n + i is up when city x is at position i.</summary>
    public static sbyte[] ToSpins(ReadOnlySpan<int> tour)
    {
        CheckPermutation(tour, tour.Length);
        var spins = new sbyte[tour.Length * tour.Length];
        spins.AsSpan().Fill(-1);
        for (int i = 0; i < tour.Length; i++) spins[tour[i] * tour.Length + i] = 1;
        return spins;
    }
}
