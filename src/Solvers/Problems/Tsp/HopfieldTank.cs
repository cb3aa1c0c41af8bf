using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Problems.Tsp;

/// <summary>The energy of Hopfield and Tank with their own parameters, which were found by trial for ten cities in the unit square and
/// promise nothing: many of its minima are no tours. It stands here to be compared with <see cref="TalavanYanez"/>, whose form it shares.
/// Source: Hopfield and Tank 1985, Biol. Cybern. 52:141, eq. 9 and p. 148.</summary>
public sealed record HopfieldTank : ITourEncoding
{
    public string Name => "Hopfield and Tank";

    /// <summary>A, against a city at two positions. Default 500 (1985). Range: &gt; 0.</summary>
    public double RowWeight { get; init => field = Check.Positive(value, nameof(RowWeight)); } = 500;

    /// <summary>B, against two cities at a position. Default 500 (1985). Range: &gt; 0.</summary>
    public double ColumnWeight { get; init => field = Check.Positive(value, nameof(ColumnWeight)); } = 500;

    /// <summary>C, for the wanted number of neurons that are on. Default 200 (1985). Range: &gt; 0.</summary>
    public double GlobalWeight { get; init => field = Check.Positive(value, nameof(GlobalWeight)); } = 200;

    /// <summary>D, the weight of distances as they stand in the instance. Default 500 (1985). Range: &gt; 0.</summary>
    public double DistanceWeight { get; init => field = Check.Positive(value, nameof(DistanceWeight)); } = 500;

    /// <summary>N' over the number of cities. Default 1.5: 15 for ten cities (1985). Range: &gt; 0.</summary>
    public double WantedNeuronsRatio { get; init => field = Check.Positive(value, nameof(WantedNeuronsRatio)); } = 1.5;

    public double EnergyPerLength(TspInstance instance) => DistanceWeight;

    public IsingModel Encode(TspInstance instance)
    {
        int n = instance.CityCount;
        if (n is < 3 or > TalavanYanez.MostCities)
            throw new ArgumentException($"{instance.Name} has {n} cities; 3 to {TalavanYanez.MostCities} can be encoded.",
                nameof(instance));
        return TourEnergy.Encode(instance, RowWeight, ColumnWeight, GlobalWeight, DistanceWeight, WantedNeuronsRatio * n);
    }
}
