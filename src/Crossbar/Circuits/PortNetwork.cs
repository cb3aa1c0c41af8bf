using Hopfield.Numerics;

namespace Crossbar.Circuits;

/// <summary>A linear memoryless network known only at its ports: currents into it are i = Y v, with the port voltages against ground. What
/// an array becomes when its wire nodes are eliminated exactly (Schur complement).</summary>
public sealed record PortNetwork
{
    /// <summary>Takes ports and their admittance matrix.</summary>
    /// <param name="name">Name of the network, that of the array it stands for.</param>
    /// <param name="nodes">Nodes at the ports; one node may serve several.</param>
    /// <param name="siemens">Y, ports × ports, row-major, S; symmetric for a reciprocal network.</param>
    /// <exception cref="ArgumentException">The length does not fit, an entry is not finite, or Y is not symmetric to 1e-9 of its
    /// largest entry.</exception>
    public PortNetwork(string name, IReadOnlyList<string> nodes, double[] siemens)
    {
        int n = Check.AtLeast(nodes.Count, 1, "number of ports");
        Check.Length(siemens.Length, checked(n * n), nameof(siemens));
        double tolerance = 0;
        foreach (double y in siemens) tolerance = Math.Max(tolerance, 1e-9 * Math.Abs(Check.Finite(y, nameof(siemens), "S")));
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++)
                if (Math.Abs(siemens[i * n + j] - siemens[j * n + i]) > tolerance)
                    throw new ArgumentException(
                        $"Y must be symmetric; Y[{i},{j}] is {siemens[i * n + j]} S and Y[{j},{i}] is {siemens[j * n + i]} S.",
                            nameof(siemens));
        (Name, Nodes, Siemens) = (name, nodes, siemens);
    }

    /// <summary>Name of the network.</summary>
    public string Name { get; }

    /// <summary>Nodes at the ports.</summary>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>Admittance matrix Y, row-major, S.</summary>
    public double[] Siemens { get; }
}
