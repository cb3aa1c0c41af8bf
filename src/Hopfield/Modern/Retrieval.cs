namespace Hopfield.Modern;

/// <summary>What a modern Hopfield network made of a query.</summary>
public sealed record Retrieval
{
    /// <summary>The final state v, d numbers.</summary>
    public required double[] State { get; init; }

    /// <summary>Weights of the stored patterns in the last step; they sum to 1.</summary>
    public required double[] Weights { get; init; }

    /// <summary>Steps taken.</summary>
    public required int Steps { get; init; }

    /// <summary>True when the last step moved no component by more than the tolerance; one step is never asked whether it did.</summary>
    public required bool Settled { get; init; }

    /// <summary>Energy of the query and after each step.</summary>
    public required double[] Energies { get; init; }

    /// <summary>Index of the pattern with the largest weight, the first of several.</summary>
    public int Nearest => Array.IndexOf(Weights, Weights.Max());

    /// <summary>Effective number of patterns, exp of the entropy of the weights: 1 for a single pattern, p for the average of all. Between
    /// them the state is metastable: an average over a group of patterns.</summary>
    public double EffectivePatternCount
    {
        get
        {
            double entropy = 0;
            foreach (double weight in Weights) if (weight > 0) entropy -= weight * Math.Log(weight);
            return Math.Exp(entropy);
        }
    }
}
