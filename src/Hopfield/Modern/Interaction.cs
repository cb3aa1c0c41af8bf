using Hopfield.Numerics;

namespace Hopfield.Modern;

/// <summary>The function F in the energy −Σ_μ F(ξ_μ·s) of a dense associative memory. Overlaps of spins are whole numbers, so F is a
/// table.</summary>
public sealed class Interaction
{
    private readonly Func<double, double, double> _value;

    private Interaction(string name, Func<double, double, double> value) => (Name, _value) = (name, value);

    /// <summary>What it is called in tables.</summary>
    public string Name { get; }

    /// <summary>F(x) = xⁿ: stores about N^(n−1) patterns. Source: Krotov and Hopfield 2016, NeurIPS, eqs. 1 and 6.</summary>
    /// <param name="degree">n, 2 to 30; 2 is Hebb's rule.</param>
    public static Interaction Polynomial(int degree) =>
        new($"x^{Degree(degree)}", (overlap, size) => Math.Pow(overlap / size, degree));

    /// <summary>F(x) = xⁿ for x &gt; 0, else 0: patterns that look away take no part. Source: Krotov and Hopfield 2016, eq. 9.</summary>
    /// <param name="degree">n, 2 to 30.</param>
    public static Interaction Rectified(int degree) =>
        new($"max(x, 0)^{Degree(degree)}", (overlap, size) => overlap <= 0 ? 0 : Math.Pow(overlap / size, degree));

    /// <summary>F(x) = exp(x): stores exponentially many patterns. Source: Demircigil et al. 2017, J. Stat. Phys. 168:288.</summary>
    public static Interaction Exponential() => new("exp x", (overlap, size) => Math.Exp(overlap - size));

    /// <summary>F at −size − 1 … size + 1, up to a factor that is the same for all, which no sign depends on.</summary>
    internal double[] Table(int size)
    {
        var table = new double[2 * size + 3];
        for (int k = 0; k < table.Length; k++) table[k] = _value(k - size - 1, size);
        return table;
    }

    private static int Degree(int degree) => (int)Check.InRange(degree, 2, 30, nameof(degree));
}
