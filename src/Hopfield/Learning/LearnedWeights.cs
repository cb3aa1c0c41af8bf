using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Learning;

/// <summary>What a learning rule made of its patterns.</summary>
public sealed record LearnedWeights
{
    /// <summary>J = W without its diagonal; no external fields, offset 0.</summary>
    public required IsingModel Model { get; init; }

    /// <summary>The diagonal W_ii that the rule itself has, N numbers, and that an Ising model leaves out. Dynamics that keep it (as much
    /// published code does) hold pixels longer and stop earlier, so it is kept here for the comparison.</summary>
    public required double[] Diagonal { get; init; }

    /// <summary>Number of linearly independent patterns; below the number of patterns some are combinations of others.</summary>
    public required int Rank { get; init; }

    /// <summary>What a user should know about these weights, each a sentence; empty when nothing is out of the ordinary.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>W as N × N numbers, row-major, with its diagonal or with zeros there.</summary>
    public double[] ToMatrix(bool withDiagonal)
    {
        double[] weights = Model.Couplings.ToDense();
        if (withDiagonal) for (int i = 0; i < Diagonal.Length; i++) weights[i * Diagonal.Length + i] = Diagonal[i];
        return weights;
    }

    /// <summary>Takes W apart into couplings and diagonal.</summary>
    /// <param name="weights">N × N numbers, exactly symmetric; its diagonal is set to zero.</param>
    /// <param name="rank">Number of independent patterns.</param>
    /// <param name="notes">What a user should know.</param>
    internal static LearnedWeights Of(double[] weights, int rank, IEnumerable<string> notes)
    {
        int size = (int)Math.Sqrt(weights.Length);
        Check.Length(weights.Length, size * size, nameof(weights));
        var diagonal = new double[size];
        for (int i = 0; i < size; i++) (diagonal[i], weights[i * size + i]) = (weights[i * size + i], 0);
        return new() { Model = new IsingModel(Couplings.Dense(weights, size)), Diagonal = diagonal, Rank = rank, Notes = [.. notes] };
    }

    /// <summary>The sentence on dependent patterns, where there are any.</summary>
    internal static IEnumerable<string> RankNote(int rank, int count) => rank < count
        ? [$"Only {rank} of the {count} patterns are independent; the others are combinations of them."] : [];
}
