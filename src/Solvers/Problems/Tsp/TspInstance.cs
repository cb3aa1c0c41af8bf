using Hopfield.Numerics;

namespace Solvers.Problems.Tsp;

/// <summary>A symmetric travelling-salesman instance: cities, and a rule or a table for their distances.</summary>
public sealed class TspInstance
{
    private readonly double[]? _table;

    private TspInstance(string name, int cityCount, TspMetric metric) =>
        (Name, CityCount, Metric) = (name, Check.AtLeast(cityCount, 1, nameof(cityCount)), metric);

    private TspInstance(string name, int cityCount, double[] table) : this(name, cityCount, TspMetric.Explicit) => _table = table;

    /// <summary>Name of the instance; published optima are found by it.</summary>
    public string Name { get; }

    /// <summary>Number of cities n.</summary>
    public int CityCount { get; }

    /// <summary>The rule for distances.</summary>
    public TspMetric Metric { get; }

    /// <summary>True when the rule's rounding is left out (Hopfield and Tank's unit square); always false for explicit distances.</summary>
    public bool RealDistances { get; private init; }

    /// <summary>Coordinates that the distances come from; null for explicit distances.</summary>
    public IReadOnlyList<(double X, double Y)>? Coordinates { get; private init; }

    /// <summary>Coordinates to draw the cities at, where the file has any.</summary>
    public IReadOnlyList<(double X, double Y)>? DisplayCoordinates { get; private init; }

    /// <summary>An instance with coordinates.</summary>
    /// <param name="name">Name of the instance.</param>
    /// <param name="coordinates">One pair per city, finite.</param>
    /// <param name="metric">Any rule but Explicit.</param>
    /// <param name="realDistances">Leave out the rule's rounding.</param>
    /// <param name="display">Where to draw the cities, if elsewhere.</param>
    public static TspInstance FromCoordinates(
        string name, IReadOnlyList<(double X, double Y)> coordinates, TspMetric metric = TspMetric.Euclidean, bool realDistances = false,
        IReadOnlyList<(double X, double Y)>? display = null)
    {
        if (metric == TspMetric.Explicit) throw new ArgumentException("Explicit distances come as a matrix.", nameof(metric));
        foreach (var (x, y) in coordinates) Check.Finite(x + y, nameof(coordinates));
        return new(name, coordinates.Count, metric)
        {
            RealDistances = realDistances,
            Coordinates = coordinates,
            DisplayCoordinates = display ?? coordinates,
        };
    }

    /// <summary>An instance with a table of distances.</summary>
    /// <param name="name">Name of the instance.</param>
    /// <param name="distances">n × n numbers, row-major, finite, symmetric, not negative; the diagonal is not used.</param>
    /// <param name="cityCount">n.</param>
    /// <param name="display">Where to draw the cities, if known.</param>
    /// <exception cref="ArgumentException">The table is not of that kind.</exception>
    public static TspInstance FromDistances(
        string name, double[] distances, int cityCount, IReadOnlyList<(double X, double Y)>? display = null)
    {
        Check.Length(distances.Length, checked(cityCount * cityCount), nameof(distances));
        var table = (double[])distances.Clone();
        for (int a = 0; a < cityCount; a++)
        {
            table[a * cityCount + a] = 0;
            for (int b = 0; b < a; b++)
            {
                double distance = Check.NotNegative(table[a * cityCount + b], $"distance [{a},{b}]");
                if (distance != table[b * cityCount + a])
                    throw new ArgumentException($"Distance [{a},{b}] is {distance} but [{b},{a}] is {table[b * cityCount + a]}.",
                        nameof(distances));
            }
        }
        return new(name, cityCount, table) { DisplayCoordinates = display };
    }

    /// <summary>Distance of two cities, from 0; 0 from a city to itself.</summary>
    public double Distance(int a, int b) =>
        a == b ? 0 : _table is not null ? _table[a * CityCount + b]
        : TspDistance.Between(Metric, Coordinates![a], Coordinates[b], RealDistances);

    /// <summary>All distances as n × n numbers, row-major, zero on the diagonal.</summary>
    public double[] DistanceMatrix()
    {
        int n = CityCount;
        if (_table is not null) return (double[])_table.Clone();
        var distances = new double[checked(n * n)];
        for (int a = 0; a < n; a++)
            for (int b = 0; b < a; b++) distances[a * n + b] = distances[b * n + a] = Distance(a, b);
        return distances;
    }

    /// <summary>Length of a closed tour by the instance's own distances.</summary>
    /// <param name="tour">Every city once, from 0.</param>
    /// <exception cref="ArgumentException">It is not a permutation of the cities.</exception>
    public double Length(ReadOnlySpan<int> tour)
    {
        Tours.CheckPermutation(tour, CityCount);
        double length = 0;
        for (int i = 0; i < tour.Length; i++) length += Distance(tour[i], tour[(i + 1) % tour.Length]);
        return length;
    }
}
