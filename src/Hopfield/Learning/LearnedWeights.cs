using Hopfield.Model;

namespace Hopfield.Learning;

/// <summary>What a learning rule made of its patterns.</summary>
public sealed record LearnedWeights
{
    /// <summary>J = W without its diagonal; no external fields, offset 0.</summary>
    public required IsingModel Model { get; init; }

    /// <summary>
    /// The diagonal W_ii that the rule itself has, N numbers, and that an Ising model leaves out. Dynamics that keep it (as much
    /// published code does) hold pixels longer and stop earlier, so it is kept here for the comparison.
    /// </summary>
    public required double[] Diagonal { get; init; }

    /// <summary>Number of linearly independent patterns; below the number of patterns some are combinations of others.</summary>
    public required int Rank { get; init; }

    /// <summary>What a user should know about these weights, each a sentence; empty when nothing is out of the ordinary.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
