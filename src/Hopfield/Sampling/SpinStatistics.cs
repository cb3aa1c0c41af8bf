using System.Numerics.Tensors;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Sampling;

/// <summary>Means ⟨s_i⟩, correlations ⟨s_i s_j⟩ and mean energy of a distribution over spins: exact, of samples, or of data.</summary>
public sealed record SpinStatistics
{
    /// <summary>Most spins that <see cref="Exact"/> enumerates: 2²⁰ states.</summary>
    public const int MostEnumerated = 20;

    /// <summary>⟨s_i⟩, N numbers.</summary>
    public required double[] Means { get; init; }

    /// <summary>⟨s_i s_j⟩, N × N numbers, 1 on the diagonal.</summary>
    public required double[] Correlations { get; init; }

    /// <summary>⟨E⟩; NaN for data, which have no model.</summary>
    public required double MeanEnergy { get; init; }

    /// <summary>ln Z, Z = Σ exp(−E/T); NaN where the states were not enumerated.</summary>
    public double LogPartition { get; init; } = double.NaN;

    /// <summary>The Boltzmann distribution exp(−E/T)/Z by enumeration of all states, each reached from the last by one flip.</summary>
    /// <param name="model">At most 20 spins.</param>
    /// <param name="temperature">T, in units of the energy. Range: &gt; 0.</param>
    public static SpinStatistics Exact(IsingModel model, double temperature)
    {
        int size = (int)Check.InRange(model.Size, 1, MostEnumerated, "number of spins");
        Check.Positive(temperature, nameof(temperature));
        var spins = new sbyte[size];
        spins.AsSpan().Fill(-1);
        var fields = new double[size];
        model.LocalFields(spins, fields);
        double energy = model.Energy(spins), reference = energy, total = 0, energies = 0;
        var tally = new Tally(size);
        for (int state = 0; state < 1 << size; state++)
        {
            double weight = Math.Exp((reference - energy) / temperature);
            if (weight > 1e100)
            {
                // Only ratios count: start again from the lower energy as the reference.
                double shrink = Math.Exp((energy - reference) / temperature);
                tally.Scale(shrink);
                total *= shrink;
                energies *= shrink;
                (reference, weight) = (energy, 1);
            }
            tally.Add(spins, weight);
            total += weight;
            energies += weight * energy;
            int flip = System.Numerics.BitOperations.TrailingZeroCount(state + 1); // Gray code
            if (flip >= size) break;
            energy += 2 * spins[flip] * fields[flip];
            spins[flip] = (sbyte)-spins[flip];
            model.Couplings.AddRow(flip, 2 * spins[flip], fields);
        }
        return tally.Divide(total, energies / total) with { LogPartition = Math.Log(total) - reference / temperature };
    }

    /// <summary>Statistics of given states.</summary>
    /// <param name="states">At least one, all of one length.</param>
    public static SpinStatistics Of(IReadOnlyList<sbyte[]> states)
    {
        int count = Check.AtLeast(states.Count, 1, "number of states"), size = states[0].Length;
        var rows = new double[checked(count * size)];
        var means = new double[size];
        for (int k = 0; k < count; k++)
        {
            Check.Length(states[k].Length, size, "state");
            for (int i = 0; i < size; i++) means[i] += rows[k * size + i] = states[k][i];
        }
        var products = new double[checked(size * size)];
        MatrixProduct.Gram<double>(rows, Operand.Transposed, products, size, count);
        TensorPrimitives.Divide<double>(means, count, means);
        TensorPrimitives.Divide<double>(products, count, products);
        return new() { Means = means, Correlations = products, MeanEnergy = double.NaN };
    }

    private sealed class Tally(int size)
    {
        private readonly double[] _means = new double[size], _products = new double[size * size];

        public void Add(ReadOnlySpan<sbyte> spins, double weight)
        {
            for (int i = 0; i < size; i++)
            {
                double signed = weight * spins[i];
                _means[i] += signed;
                for (int j = 0; j < i; j++) _products[i * size + j] += signed * spins[j];
            }
        }

        public void Scale(double factor)
        {
            for (int i = 0; i < size; i++) _means[i] *= factor;
            for (int k = 0; k < _products.Length; k++) _products[k] *= factor;
        }

        public SpinStatistics Divide(double total, double meanEnergy)
        {
            Scale(1 / total);
            for (int i = 0; i < size; i++)
            {
                _products[i * size + i] = 1;
                for (int j = 0; j < i; j++) _products[j * size + i] = _products[i * size + j];
            }
            return new() { Means = _means, Correlations = _products, MeanEnergy = meanEnergy };
        }
    }
}
