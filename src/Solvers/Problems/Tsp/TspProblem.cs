using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Problems.Tsp;

/// <summary>The travelling-salesman problem as an Ising model: n² spins, one per city and position.</summary>
public sealed class TspProblem : IProblem
{
    private static readonly BestKnownTable Table = new("Solvers.Problems.Tsp.best-known.csv");

    /// <summary>Takes an instance and its encoding; Talaván and Yáñez's where none is given.</summary>
    public TspProblem(TspInstance instance, ITourEncoding? encoding = null)
    {
        Instance = instance;
        Encoding = encoding ?? new TalavanYanez();
    }

    public Landscape Landscape => Landscape.Constraint;

    /// <summary>The cities and distances.</summary>
    public TspInstance Instance { get; }

    /// <summary>How tours become energies.</summary>
    public ITourEncoding Encoding { get; }

    public string Name => Instance.Name;
    public string ScoreName => "tour length";
    public ScoreSense Sense => ScoreSense.Minimise;

    /// <summary>n².</summary>
    public int SpinCount => Instance.CityCount * Instance.CityCount;

    /// <summary>The published optimum; those with whole-number distances do not hold for real ones, and the other way round.</summary>
    public BestKnown? BestKnown => Table.Find(Instance.RealDistances ? Name + " (real distances)" : Name, Instance.CityCount);

    public IsingModel Encode() => Encoding.Encode(Instance);
    public double? EnergyOf(double score) => score * Encoding.EnergyPerLength(Instance);

    public Solution Decode(ReadOnlySpan<sbyte> spins)
    {
        Check.Length(spins.Length, SpinCount, nameof(spins));
        var faults = TourFaults.Find(spins, Instance.CityCount);
        if (faults is not null) return new TourSolution { Score = null, Violation = faults.ToString(), Faults = faults };
        var tour = new int[Instance.CityCount];
        for (int at = 0; at < spins.Length; at++)
            if (spins[at] > 0) tour[at % tour.Length] = at / tour.Length;
        return new TourSolution { Score = Instance.Length(tour), Tour = tour };
    }
}
