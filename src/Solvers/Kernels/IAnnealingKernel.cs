using Hopfield.Numerics;

namespace Solvers.Kernels;

/// <summary>Replicas of one model that a temperature moves: Metropolis sweeps with incremental fields. One kernel serves one run on one
/// thread; temperatures and energies are in the units of the <see cref="IntegerModel"/>.</summary>
internal interface IAnnealingKernel
{
    /// <summary>Independent copies of the model.</summary>
    int Replicas { get; }

    /// <summary>Starts all replicas from random spins, with random numbers of this key from here on.</summary>
    void Randomise(RandomKey key);

    /// <summary>Each spin of each replica once: a flip that costs ΔE &gt; 0 is taken with probability exp(−ΔE/T), others always.</summary>
    /// <param name="temperature">T &gt; 0.</param>
    void Sweep(double temperature);

    /// <summary>Flips spins that lower the energy until there are none, in every replica.</summary>
    /// <returns>Sweeps that took.</returns>
    int Descend();

    /// <summary>Twice the energy of each replica, from its local fields.</summary>
    void TwiceEnergies(Span<long> energies);

    void Copy(int replica, Span<sbyte> spins);

    /// <summary>Replaces the spins of one replica, fields included.</summary>
    void Set(int replica, ReadOnlySpan<sbyte> spins);
}
