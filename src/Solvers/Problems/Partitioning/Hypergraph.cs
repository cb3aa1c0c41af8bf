using Hopfield.Numerics;

namespace Solvers.Problems.Partitioning;

/// <summary>A net: vertices that are joined by one wire; an edge is a net of two pins.</summary>
/// <param name="Pins">Different vertices, from 0.</param>
/// <param name="Weight">What cutting it costs, greater than 0.</param>
public sealed record Net(int[] Pins, double Weight);

/// <summary>A graph or netlist: weighted vertices (cells) and weighted nets.</summary>
public sealed class Hypergraph
{
    private readonly long[] _weights;
    private readonly Net[] _nets;

    /// <summary>Takes a netlist.</summary>
    /// <param name="name">Name of the instance.</param>
    /// <param name="vertexWeights">One whole number greater than 0 per vertex.</param>
    /// <param name="nets">The nets.</param>
    /// <exception cref="ArgumentException">A net names a vertex that is not there or one twice, or a weight is not greater than
    /// 0.</exception>
    public Hypergraph(string name, long[] vertexWeights, IEnumerable<Net> nets)
    {
        Check.AtLeast(vertexWeights.Length, 1, nameof(vertexWeights));
        (Name, _weights, _nets) = (name, (long[])vertexWeights.Clone(), [.. nets]);
        for (int v = 0; v < _weights.Length; v++)
            if (_weights[v] < 1) throw new ArgumentException($"Vertex {v} weighs {_weights[v]}; the least weight is 1.",
                nameof(vertexWeights));
        var seen = new int[_weights.Length];
        for (int e = 0; e < _nets.Length; e++)
        {
            Check.Positive(_nets[e].Weight, $"weight of net {e}");
            foreach (int pin in _nets[e].Pins)
            {
                if ((uint)pin >= (uint)_weights.Length || seen[pin] == e + 1)
                    throw new ArgumentException($"Net {e} names vertex {pin}, which is not there or is named twice.", nameof(nets));
                seen[pin] = e + 1;
            }
        }
    }

    /// <summary>Name of the instance.</summary>
    public string Name { get; }

    /// <summary>Number of vertices.</summary>
    public int VertexCount => _weights.Length;

    /// <summary>Weights of the vertices (areas of cells).</summary>
    public IReadOnlyList<long> VertexWeights => _weights;

    /// <summary>The nets in file order.</summary>
    public IReadOnlyList<Net> Nets => _nets;

    /// <summary>Sum of the vertex weights.</summary>
    public long TotalWeight => _weights.Sum();

    /// <summary>True when every net is an edge.</summary>
    public bool IsGraph => _nets.All(net => net.Pins.Length == 2);

    /// <summary>Largest sum of the weights of the nets at one vertex: the most that moving a vertex can add to any cut.</summary>
    public double LargestDegree()
    {
        var degrees = new double[VertexCount];
        foreach (var net in _nets)
            if (net.Pins.Length > 1)
                foreach (int pin in net.Pins) degrees[pin] += net.Weight;
        return degrees.Max();
    }
}
