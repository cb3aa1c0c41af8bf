using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Decomposition;

namespace Solvers.Problems.Tsp.Windows;

/// <summary>A stretch of a tour as a small problem: its m inner cities in any order between two fixed ends, the shortest path. It is the
/// model of a tour through all m + 2 cities by Talaván and Yáñez in which the ends are held at the first and the last position: m² spins
/// are free, and the held ones enter as fields. Their guarantee holds for it too: every held row and column holds exactly one neuron, so
/// the flips that their proof asks for are all of free spins, and a state that no flip improves is a path through every city.</summary>
internal sealed class TourWindow
{
    private readonly double[] _distances;
    private readonly int _inner;

    /// <summary>Takes a stretch.</summary>
    /// <param name="distances">(m + 2) × (m + 2) distances, row-major, the ends being first and last; not all zero.</param>
    /// <param name="encoding">Parameters of the encoding.</param>
    /// <exception cref="ArgumentException">Fewer than two inner cities, or nothing to optimise.</exception>
    public TourWindow(double[] distances, TalavanYanez? encoding = null)
    {
        int all = (int)Math.Round(Math.Sqrt(distances.Length));
        Check.Length(distances.Length, all * all, nameof(distances));
        Check.AtLeast(all, 4, "number of cities with both ends");
        (_distances, _inner) = (distances, all - 2);
        var instance = TspInstance.FromDistances("window", distances, all);
        int[] free = [.. from city in Enumerable.Range(1, _inner) from position in Enumerable.Range(1, _inner) select city * all
            + position];
        Model = ClampedModel.Of((encoding ?? new TalavanYanez()).Encode(instance), free, Tours.ToSpins([.. Enumerable.Range(0, all)]));
    }

    /// <summary>m² spins: inner city x at inner position i, both from 0, is spin x·m + i.</summary>
    public IsingModel Model { get; }

    /// <summary>The inner cities (from 0) in the order of the answer; null where the spins are no path.</summary>
    public int[]? Decode(ReadOnlySpan<sbyte> spins)
    {
        if (TourFaults.Find(spins, _inner) is not null) return null;
        var order = new int[_inner];
        for (int at = 0; at < spins.Length; at++)
            if (spins[at] > 0) order[at % _inner] = at / _inner;
        return order;
    }

    /// <summary>Length of the path from the first end through the inner cities in that order to the last.</summary>
    public double Length(ReadOnlySpan<int> order)
    {
        int all = _inner + 2, last = 0;
        double length = 0;
        foreach (int city in order)
        {
            length += _distances[last * all + city + 1];
            last = city + 1;
        }
        return length + _distances[last * all + all - 1];
    }
}
