namespace Solvers.Problems.Partitioning;

/// <summary>Two parts of a graph or netlist.</summary>
public sealed record Partition : Solution
{
    /// <summary>The part of each vertex, +1 or −1.</summary>
    public required sbyte[] Sides { get; init; }

    /// <summary>Number of nets with pins in both parts.</summary>
    public required int CutNets { get; init; }

    /// <summary>Their weight: the score of a balanced partition.</summary>
    public required double CutWeight { get; init; }

    /// <summary>Pairs of pins of one net in different parts: the cut edges where every net is an edge.</summary>
    public required long CutEdges { get; init; }

    /// <summary>Weights of the parts +1 and −1.</summary>
    public required (long Up, long Down) PartWeights { get; init; }

    /// <summary>Weight of the heavier part over half the whole, less 1.</summary>
    public double Imbalance => 2.0 * Math.Max(PartWeights.Up, PartWeights.Down) / (PartWeights.Up + PartWeights.Down) - 1;

    public override IReadOnlyList<int> Answer => [.. Sides.Select(side => (int)side)];

    public override string Note => $"{CutNets} nets ({CutEdges} pairs of pins) are cut, of weight {CutWeight:g6}; the parts weigh {PartWeights.Up} and "
        + $"{PartWeights.Down} (imbalance {100 * Imbalance:0.##} %)";
}
