using Hopfield.Model;

namespace Solvers.Problems;

/// <summary>An instance of an optimisation problem that machines can solve as an Ising model.</summary>
public interface IProblem : ILandscape
{
    /// <summary>Name of the instance.</summary>
    string Name { get; }

    /// <summary>What the score measures ("cut", "tour length", "overlap").</summary>
    string ScoreName { get; }

    /// <summary>Whether larger or smaller scores are better; the only place with maximisation, since energies are always
    /// minimised.</summary>
    ScoreSense Sense { get; }

    /// <summary>Number of spins of the encoded model.</summary>
    int SpinCount { get; }

    /// <summary>Name of each spin's variable in the user's file; null where they are numbered.</summary>
    IReadOnlyList<string>? Labels => null;

    /// <summary>The best score published for this instance, or null where none is known.</summary>
    BestKnown? BestKnown { get; }

    /// <summary>The Ising model whose low-energy states are good solutions.</summary>
    IsingModel Encode();

    /// <summary>The solution that a spin vector stands for, scored from the instance itself, never from the energy. Nothing is
    /// repaired.</summary>
    /// <param name="spins">SpinCount spins ±1.</param>
    /// <exception cref="ArgumentException">Another number of spins.</exception>
    Solution Decode(ReadOnlySpan<sbyte> spins);

    /// <summary>The least energy of the states that decode to a feasible answer of that score; null where it does not follow from the
    /// score.</summary>
    double? EnergyOf(double score);
}
