using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Problems.Tsp;

/// <summary>
/// The travelling-salesman energy of Hopfield and Tank with the parameters of Talaván and Yáñez, on n × n neurons v_xi ∈ {0, 1} (city x
/// at position i, index x·n + i, positions cyclic, v = (1 + s)/2):
/// <code>
/// E = A/2 Σ_x Σ_{i≠j} v_xi v_xj + B/2 Σ_i Σ_{x≠y} v_xi v_yi + C/2 (S − N')² + D/2 Σ d_xy v_xi (v_y,i+1 + v_y,i−1),   S = Σ v
/// D = 1/d_max,  ρ = d_min/d_max,  N' = n + 3/C,  B = 3 + C,  A = B − ρ,  C &gt; 0 free
/// </code>
/// The terms v² of (S − N')² go into the fields, since v² = v in every corner; the offset is chosen so that a valid tour has the energy D
/// · length. Sources: Hopfield and Tank 1985, Biol. Cybern. 52:141; Talaván and Yáñez 2002, Neural Networks 15:363.
/// </summary>
/// <remarks>
/// Guarantee: for n ≥ 3 and every C &gt; 0, a spin vector that no single flip improves is a valid tour, and every valid tour is one.
/// Moving the v² terms weakens the published stability conditions by C/2 (the energy of a flip is the published derivative ± C/2), so the
/// proof has to be redone. Write r, c for the other neurons that are on in the row and column of v_xi, δ for D times the distances to
/// what is on in the two neighbouring columns (each ρ to 1, or 0 to x itself), and k = S − n. No flip improves exactly when
/// <code>
/// v_xi on:   A r + B c + δ ≤ 3 − C(k − ½)        v_xi off:   A r + B c + δ ≥ 3 − C(k + ½)
/// </code>
/// 1. k ≥ 0: an on neuron with c ≥ 1 needs 3 + C ≤ 3 − C(k − ½), false. So no column holds two, S ≤ n, and k = 0 with one in each column.
/// An on neuron with r ≥ 2 needs 2A ≤ 3 + C/2, false as A ≥ 2 + C. With r = 1 it needs δ ≤ ρ − C/2; but at most one of its two neighbours
/// is the same city, so δ ≥ ρ, false. One in each row and column: a valid tour.
/// 2. k = −m &lt; 0: some row and some column i are empty; there δ ≥ q with q = 3 + C(m − ½) &gt; 3, and every term of δ is at most 1, so
/// columns i ± 1 hold at least q, that is at least 4. An on neuron with c others in its column needs (3 + C)c ≤ q + C. Twice the fullest
/// column being at least q gives q ≤ (6 + 4C)/(1 + C), while c ≥ 2 needs q ≥ 6 + C: false together. So c ≤ 1 and both neighbours of every
/// empty column hold exactly two. Each empty column then has its own full right neighbour, and S ≥ n: false.
/// 3. In a valid tour an on neuron has δ ≤ 2 &lt; 3 + C/2, and an off neuron A + B + δ ≥ 6 + 2C &gt; 3 − C/2 (δ ≥ ρ as in 1). The
/// tightest of these inequalities hold by C/2, so errors of weights and thresholds must stay below that: small C means long odds on
/// hardware.
/// </remarks>
public sealed record TalavanYanez : ITourEncoding
{
    /// <summary>Largest number of cities that is encoded: 10⁴ spins, a coupling matrix of 800 MB.</summary>
    public const int MostCities = 100;

    /// <summary>C, the weight of the number of neurons that are on; greater than 0. See the default's reason at
    /// <see cref="DefaultGlobalWeight"/>.</summary>
    public double GlobalWeight { get; init => field = Check.Positive(value, nameof(GlobalWeight)); } = DefaultGlobalWeight;

    /// <summary>Our choice; the published tests use 0.1 and less. The tightest local field of the guarantee is C/4 and the largest coupling
    /// (3 + 2C)/4, so 0.5 puts an eighth of the largest coupling between a tour and an error, where 0.1 leaves a thirtieth. Random descents
    /// on four public instances found tours no longer in the mean than with any other C from 10⁻⁵ to 5.</summary>
    public const double DefaultGlobalWeight = 0.5;

    public string Name => "Talaván and Yáñez";

    /// <summary>D, what one unit of length weighs in the energy: the energy of a valid tour is D · length.</summary>
    /// <exception cref="ArgumentException">All distances are zero.</exception>
    public double EnergyPerLength(TspInstance instance) => 1 / Range(instance, instance.DistanceMatrix()).Longest;

    /// <summary>The Ising model of an instance, n² spins. Cost: O(n⁴) memory and time.</summary>
    /// <exception cref="ArgumentException">Fewer than 3 or more than <see cref="MostCities"/> cities, or all distances are
    /// zero.</exception>
    public IsingModel Encode(TspInstance instance)
    {
        int n = instance.CityCount;
        if (n is < 3 or > MostCities)
            throw new ArgumentException($"{instance.Name} has {n} cities; 3 to {MostCities} can be encoded.", nameof(instance));
        var (shortest, longest) = Range(instance, instance.DistanceMatrix());
        double c = GlobalWeight, b = 3 + c;
        return TourEnergy.Encode(instance, b - shortest / longest, b, c, 1 / longest, n + 3 / c);
    }

    private static (double Shortest, double Longest) Range(TspInstance instance, double[] distances)
    {
        int n = instance.CityCount;
        double shortest = double.PositiveInfinity, longest = 0;
        for (int x = 0; x < n; x++)
            for (int y = 0; y < x; y++)
            {
                shortest = Math.Min(shortest, distances[x * n + y]);
                longest = Math.Max(longest, distances[x * n + y]);
            }
        return longest > 0 ? (shortest, longest)
            : throw new ArgumentException($"All distances of {instance.Name} are zero; there is nothing to optimise.", nameof(instance));
    }
}
