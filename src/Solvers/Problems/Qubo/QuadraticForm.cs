using Hopfield.Numerics;

namespace Solvers.Problems.Qubo;

/// <summary>A term c · x_i x_j of a quadratic form, i &lt; j.</summary>
/// <param name="I">One variable, from 0.</param>
/// <param name="J">The other.</param>
/// <param name="Value">The coefficient of the product, counted once.</param>
public readonly record struct QuadraticTerm(int I, int J, double Value);

/// <summary>f(x) = constant + Σ linear_i x_i + Σ_{i&lt;j} c_ij x_i x_j over bits. Every product stands there once; files that count both
/// triangles of a matrix are added up when they are read.</summary>
public sealed class QuadraticForm
{
    private readonly double[] _linear;
    private readonly QuadraticTerm[] _terms;

    /// <summary>Takes the coefficients; terms on the same pair are added.</summary>
    /// <exception cref="ArgumentException">A term names a variable that is not there, or one twice, or a coefficient is not
    /// finite.</exception>
    public QuadraticForm(double[] linear, IEnumerable<QuadraticTerm> terms, double constant = 0)
    {
        Check.AtLeast(linear.Length, 1, nameof(linear));
        for (int i = 0; i < linear.Length; i++) Check.Finite(linear[i], $"linear[{i}]");
        var sums = new Dictionary<(int I, int J), double>();
        foreach (var (i, j, value) in terms)
        {
            if ((uint)i >= (uint)linear.Length || (uint)j >= (uint)linear.Length || i == j)
                throw new ArgumentException($"Term ({i}, {j}) must name two different variables from 0 to {linear.Length - 1}.",
                    nameof(terms));
            Check.Finite(value, $"coefficient of ({i}, {j})");
            var pair = (Math.Min(i, j), Math.Max(i, j));
            sums[pair] = sums.GetValueOrDefault(pair) + value;
        }
        (_linear, Constant) = ((double[])linear.Clone(), Check.Finite(constant, nameof(constant)));
        _terms = [.. sums.OrderBy(pair => pair.Key).Select(pair => new QuadraticTerm(pair.Key.I, pair.Key.J, pair.Value))];
    }

    /// <summary>Number of variables.</summary>
    public int Size => _linear.Length;

    /// <summary>Coefficients of x_i (x_i² is x_i).</summary>
    public IReadOnlyList<double> Linear => _linear;

    /// <summary>The products, ordered by their variables.</summary>
    public IReadOnlyList<QuadraticTerm> Terms => _terms;

    /// <summary>f(0).</summary>
    public double Constant { get; }

    /// <summary>Coefficients that are not zero, the linear ones counted.</summary>
    public int NonZeroCount => _linear.Count(value => value != 0) + _terms.Count(term => term.Value != 0);

    /// <summary>f(x), the bit i being on where spin i is +1.</summary>
    public double Value(ReadOnlySpan<sbyte> spins)
    {
        Check.Length(spins.Length, Size, nameof(spins));
        double value = Constant;
        for (int i = 0; i < _linear.Length; i++) if (spins[i] > 0) value += _linear[i];
        foreach (var term in _terms) if (spins[term.I] > 0 && spins[term.J] > 0) value += term.Value;
        return value;
    }
}
