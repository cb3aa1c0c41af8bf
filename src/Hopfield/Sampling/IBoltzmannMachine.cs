using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Sampling;

/// <summary>A distribution p(v) = exp(−F(v))/Z over visible spins that learns from data: what learning, likelihood, sampling and completion
/// need of the restricted and of the fully visible Boltzmann machine. T = 1 throughout; a temperature is part of the weights.</summary>
public interface IBoltzmannMachine
{
    /// <summary>Number of visible spins.</summary>
    int Visible { get; }

    /// <summary>Spins that <see cref="LogPartition"/> enumerates: 2 to this power states.</summary>
    int EnumeratedSpins { get; }

    /// <summary>One step of contrastive divergence: weights move by η times the difference of their statistics under the data and after k
    /// sweeps.</summary>
    /// <param name="batch">At least one visible state.</param>
    /// <param name="learningRate">η. Range: &gt; 0.</param>
    /// <param name="sweeps">k, at least 1.</param>
    /// <param name="key">Source of the samples.</param>
    /// <param name="chains">Persistent chains: visible states that are swept in place of the batch and stay where they end, so that k may
    /// be small although the chains have forgotten the data. Null: start at the batch. Source: Tieleman 2008, ICML, p. 1064.</param>
    /// <returns>Mean squared difference of a pixel between the batch and where k sweeps took it: 0 for equal, 4 for opposite states; NaN
    /// with chains, which did not start there.</returns>
    double Learn(IReadOnlyList<sbyte[]> batch, double learningRate, int sweeps, RandomKey key, IReadOnlyList<sbyte[]>? chains = null);

    /// <summary>One Gibbs sweep of each state, in place.</summary>
    /// <param name="states">Visible states.</param>
    /// <param name="key">Source of the samples.</param>
    /// <param name="held">Spins that stay as they are; null for none.</param>
    void Sweep(IReadOnlyList<sbyte[]> states, RandomKey key, IReadOnlyList<bool>? held = null);

    /// <summary>F(v) of each state: the energy, with hidden spins summed over.</summary>
    double[] FreeEnergies(IReadOnlyList<sbyte[]> states);

    /// <summary>Σ_i ln p(v_i | all other v), natural units: computable for any size, and maximal where the likelihood is. Source: Besag
    /// 1975, Statistician 24:179.</summary>
    double PseudoLogLikelihood(ReadOnlySpan<sbyte> state);

    /// <summary>ln Z by enumeration of <see cref="EnumeratedSpins"/> spins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 20 spins would have to be enumerated.</exception>
    double LogPartition();

    /// <summary>The machine on the way from independent visible spins (share 0) to itself (share 1): weights and hidden fields times the
    /// share, visible fields (1 − share) · base + share · own.</summary>
    /// <param name="share">0 … 1.</param>
    /// <param name="baseFields">Fields of the independent spins, one per visible spin.</param>
    IBoltzmannMachine Tempered(double share, ReadOnlySpan<double> baseFields);

    /// <summary>The machine as an Ising model at T = 1, visible spins first.</summary>
    IsingModel ToModel();
}
