using System.Numerics.Tensors;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Learning;

/// <summary>Weights that follow patterns as they come and go: Hebb's sum and the pseudoinverse projector, both kept by rank-one updates,
/// never learned again from the start. Adding: r = ξ − Wξ, W += rrᵀ/r·r. Removing pattern μ: its dual vector d (d·ξ_ν = δ_μν, in the span)
/// is the only direction that the others do not span, W −= ddᵀ/d·d. Cost: O(N² + pN) each. Source: Greville 1960, SIAM Rev. 2:15; Diederich
/// and Opper 1987, PRL 58:949.</summary>
public sealed class IncrementalMemory
{
    /// <summary>A pattern with a smaller part of its length outside the span adds no direction (our choice; rounding leaves
    /// 1e-13).</summary>
    private const double DependenceLimit = 1e-9;

    private readonly List<sbyte[]> _patterns = [];
    private readonly List<double[]> _duals = [];
    private readonly double[] _hebb, _projector;

    /// <summary>An empty memory.</summary>
    /// <param name="size">Pixels per pattern N, at least 2.</param>
    public IncrementalMemory(int size)
    {
        Size = Check.AtLeast(size, 2, nameof(size));
        (_hebb, _projector) = (new double[checked(size * size)], new double[size * size]);
    }

    /// <summary>Pixels per pattern N.</summary>
    public int Size { get; }

    /// <summary>The patterns held, in the order of their arrival.</summary>
    public IReadOnlyList<sbyte[]> Patterns => _patterns;

    /// <summary>Hebb's rule for these patterns.</summary>
    public LearnedWeights Hebb() => LearnedWeights.Of([.. _hebb], _patterns.Count, []);

    /// <summary>The pseudoinverse rule for these patterns.</summary>
    public LearnedWeights Pseudoinverse() => LearnedWeights.Of([.. _projector], _patterns.Count, []);

    /// <summary>Stores one more pattern.</summary>
    /// <param name="pattern">N entries ±1.</param>
    /// <exception cref="ArgumentException">Not such a pattern, or a combination of those held: it could not be removed again.</exception>
    public void Add(ReadOnlySpan<sbyte> pattern)
    {
        Check.Length(pattern.Length, Size, nameof(pattern));
        if (pattern.ContainsAnyExcept((sbyte)1, (sbyte)-1)) throw new ArgumentException("A pattern holds +1 and -1 only.", nameof(pattern));
        double[] values = Spins.ToActivations(pattern), outside = [.. values];
        for (int i = 0; i < Size; i++) outside[i] -= TensorPrimitives.Dot<double>(_projector.AsSpan(i * Size, Size), values);
        double square = TensorPrimitives.SumOfSquares<double>(outside);
        if (square < DependenceLimit * Size)
            throw new ArgumentException($"The pattern is a combination of the {_patterns.Count} patterns held.", nameof(pattern));
        AddOuterProduct(_projector, outside, 1 / square);
        AddOuterProduct(_hebb, values, 1.0 / Size);
        TensorPrimitives.Divide<double>(outside, square, outside); // now the dual of the new pattern
        foreach (double[] dual in _duals)
            TensorPrimitives.MultiplyAdd<double>(outside, -TensorPrimitives.Dot<double>(dual, values), dual, dual);
        _duals.Add(outside);
        _patterns.Add(pattern.ToArray());
    }

    /// <summary>Forgets a pattern.</summary>
    /// <param name="index">Its place in <see cref="Patterns"/>.</param>
    public void RemoveAt(int index)
    {
        Check.InRange(index, 0, _patterns.Count - 1, nameof(index));
        double[] dual = _duals[index], values = Spins.ToActivations(_patterns[index]);
        double square = TensorPrimitives.SumOfSquares<double>(dual);
        AddOuterProduct(_projector, dual, -1 / square);
        AddOuterProduct(_hebb, values, -1.0 / Size);
        _duals.RemoveAt(index);
        _patterns.RemoveAt(index);
        foreach (double[] other in _duals)
            TensorPrimitives.MultiplyAdd<double>(dual, -TensorPrimitives.Dot<double>(other, dual) / square, other, other);
    }

    /// <summary>matrix += factor·vvᵀ, one product per pair so that the matrix stays exactly symmetric.</summary>
    private void AddOuterProduct(double[] matrix, double[] vector, double factor)
    {
        for (int i = 0; i < Size; i++)
            for (int j = 0; j <= i; j++)
                matrix[j * Size + i] = matrix[i * Size + j] += factor * (vector[i] * vector[j]);
    }
}
