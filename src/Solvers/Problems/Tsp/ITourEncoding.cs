using Hopfield.Model;

namespace Solvers.Problems.Tsp;

/// <summary>A way to make the travelling-salesman problem an Ising model of n² spins, city x at position i being spin x·n + i, so that
/// tours are decoded in one way whatever the energy.</summary>
public interface ITourEncoding
{
    /// <summary>Whose encoding it is.</summary>
    string Name { get; }

    /// <summary>What one unit of length adds to the energy of a valid tour.</summary>
    /// <exception cref="ArgumentException">All distances are zero.</exception>
    double EnergyPerLength(TspInstance instance);

    /// <summary>The model; a valid tour has the energy length times <see cref="EnergyPerLength"/>.</summary>
    /// <exception cref="ArgumentException">Too few or too many cities, or all distances are zero.</exception>
    IsingModel Encode(TspInstance instance);
}
