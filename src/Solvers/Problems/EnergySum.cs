using System.Runtime.InteropServices;
using Hopfield.Model;

namespace Solvers.Problems;

/// <summary>An energy written down term by term, over spins s = ±1 or bits x = (1 + s)/2, and turned into an <see cref="IsingModel"/>: the
/// one place where encodings meet the sign convention. Terms on the same spins are added.</summary>
/// <param name="size">Number of spins.</param>
internal sealed class EnergySum(int size)
{
    private readonly Dictionary<(int, int), double> _pairs = [];
    private readonly double[] _single = new double[size];
    private double _constant;

    public void Constant(double value) => _constant += value;

    /// <summary>Adds value · s_i s_j, i ≠ j.</summary>
    public void SpinPair(int i, int j, double value) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (Math.Min(i, j), Math.Max(i, j)), out _) += value;

    /// <summary>Adds value · x_i.</summary>
    public void Bit(int i, double value)
    {
        _single[i] += value / 2;
        _constant += value / 2;
    }

    /// <summary>Adds value · x_i x_j, i ≠ j.</summary>
    public void BitPair(int i, int j, double value)
    {
        SpinPair(i, j, value / 4);
        _single[i] += value / 4;
        _single[j] += value / 4;
        _constant += value / 4;
    }

    /// <summary>The model with this energy: J = −pair coefficients, h = −single coefficients.</summary>
    public IsingModel ToModel() => new(Couplings.FromPairs(size, Pairs()), Fields(), _constant);

    /// <summary>The model with this energy and weight · (Σ v_i s_i)² beside it, whose couplings of all with all are not stored one by
    /// one.</summary>
    public IsingModel ToModelWithSquare(double[] vector, double weight) =>
        new(Couplings.SparseWithSquare(size, Pairs(), vector, -2 * weight), Fields(), _constant + weight * vector.Sum(v => v * v));

    private List<(int, int, double)> Pairs() =>
        [.. _pairs.Where(pair => pair.Value != 0).Select(pair => (pair.Key.Item1, pair.Key.Item2, -pair.Value))];

    private double[] Fields() => [.. _single.Select(value => value == 0 ? 0 : -value)];
}
