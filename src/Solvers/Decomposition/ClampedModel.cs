using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Decomposition;

/// <summary>The model of some spins while all others are held: J among the free ones, the held ones as fields, and an offset that makes its
/// energy that of the whole: h'_i = l_i − Σ_{j free} J_ij s_j with the local fields l of the present state.</summary>
internal static class ClampedModel
{
    /// <summary>Builds it.</summary>
    /// <param name="model">The whole model.</param>
    /// <param name="free">Different spins, from 0; spin k of the result is free[k].</param>
    /// <param name="spins">Present state of the whole, N spins.</param>
    /// <param name="localFields">l of that state, N numbers.</param>
    /// <param name="energy">E of that state.</param>
    /// <param name="places">N numbers, all −1 before and after; scratch.</param>
    public static IsingModel Of(
        IsingModel model, ReadOnlySpan<int> free, ReadOnlySpan<sbyte> spins, ReadOnlySpan<double> localFields, double energy, int[] places)
    {
        Check.Length(places.Length, model.Size, nameof(places));
        for (int k = 0; k < free.Length; k++) places[free[k]] = k;
        var pairs = new List<(int, int, double)>();
        var fields = new double[free.Length];
        double inside = 0;
        for (int k = 0; k < free.Length; k++)
        {
            int i = free[k];
            double among = 0;
            foreach (var (j, value) in model.Couplings.Row(i))
            {
                int other = places[j];
                if (other < 0) continue;
                among += value * spins[j];
                if (other > k) pairs.Add((k, other, value));
            }
            fields[k] = localFields[i] - among;
            inside -= spins[i] * (0.5 * among + fields[k]);
        }
        foreach (int i in free) places[i] = -1;
        return new(Couplings.FromPairs(free.Length, pairs), fields, energy - inside);
    }

    /// <summary>The same for a model that is used once.</summary>
    public static IsingModel Of(IsingModel model, ReadOnlySpan<int> free, ReadOnlySpan<sbyte> spins)
    {
        var fields = new double[model.Size];
        model.LocalFields(spins, fields);
        var places = new int[model.Size];
        Array.Fill(places, -1);
        return Of(model, free, spins, fields, model.EnergyFromLocalFields(spins, fields), places);
    }
}
