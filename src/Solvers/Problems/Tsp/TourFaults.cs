namespace Solvers.Problems.Tsp;

/// <summary>Why a grid of cities and positions is no tour. Numbers from 0 in the lists, from 1 in the text, as TSPLIB counts.</summary>
/// <param name="MissingCities">Cities at no position.</param>
/// <param name="RepeatedCities">Cities at two or more positions.</param>
/// <param name="EmptyPositions">Positions without a city.</param>
/// <param name="SharedPositions">Positions with two or more cities.</param>
public sealed record TourFaults(
    IReadOnlyList<int> MissingCities,
    IReadOnlyList<int> RepeatedCities,
    IReadOnlyList<int> EmptyPositions,
    IReadOnlyList<int> SharedPositions)
{
    /// <summary>The faults of n × n spins (city x at position i is spin x·n + i), or null for a valid tour.</summary>
    public static TourFaults? Find(ReadOnlySpan<sbyte> spins, int cityCount)
    {
        var perCity = new int[cityCount];
        var perPosition = new int[cityCount];
        for (int at = 0; at < spins.Length; at++)
        {
            if (spins[at] <= 0) continue;
            perCity[at / cityCount]++;
            perPosition[at % cityCount]++;
        }
        var faults = new TourFaults(Where(perCity, count => count == 0), Where(perCity, count => count > 1),
            Where(perPosition, count => count == 0), Where(perPosition, count => count > 1));
        int found = faults.MissingCities.Count + faults.RepeatedCities.Count + faults.EmptyPositions.Count + faults.SharedPositions.Count;
        return found > 0 ? faults : null;
    }

    /// <summary>One sentence with all faults.</summary>
    public override string ToString() => string.Join("; ", new[]
    {
        List("no position for city", MissingCities),
        List("several positions for city", RepeatedCities),
        List("no city at position", EmptyPositions),
        List("several cities at position", SharedPositions),
    }.Where(part => part.Length > 0));

    private static int[] Where(int[] counts, Func<int, bool> fault) =>
        [.. Enumerable.Range(0, counts.Length).Where(at => fault(counts[at]))];

    private static string List(string what, IReadOnlyList<int> items) =>
        items.Count == 0 ? "" : $"{what} {string.Join(", ", items.Select(item => item + 1))}";
}
