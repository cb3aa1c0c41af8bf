using Hopfield.Model;

namespace Solvers.Problems.Partitioning;

/// <summary>The energy of a bisection: nets by their model, and the square of the imbalance less its slack.</summary>
internal sealed class PartitionEnergy
{
    /// <summary>Nets of so many pins are exact as cliques: every cut parts one pin from the others.</summary>
    private const int MostExactPins = 3;

    private readonly Hypergraph _netlist;
    private readonly NetModel _model;
    private readonly double[] _slack;
    private readonly int _netSpins;

    public PartitionEnergy(Hypergraph netlist, NetModel model, double[] slack)
    {
        (_netlist, _model, _slack) = (netlist, model, slack);
        int large = netlist.Nets.Count(net => net.Pins.Length > MostExactPins);
        _netSpins = model switch
        {
            NetModel.Star => large,
            NetModel.Exact => 2 * large,
            _ => 0,
        };
    }

    public int SpinCount => _netlist.VertexCount + _netSpins + _slack.Length;

    /// <summary>P · D² for the unavoidable D of 0 or 1 where there is no slack.</summary>
    public double LeastPenalty(double penalty) => _slack.Length == 0 && _netlist.TotalWeight % 2 == 1 ? penalty : 0;

    public IsingModel Encode(double penalty)
    {
        var energy = new EnergySum(SpinCount);
        int next = _netlist.VertexCount;
        foreach (var net in _netlist.Nets)
        {
            if (net.Pins.Length < 2) continue;
            if (net.Pins.Length <= MostExactPins || _model == NetModel.Clique) AddClique(energy, net);
            else if (_model == NetModel.Star) AddStar(energy, net, next++);
            else
            {
                AddExact(energy, net, next, next + 1);
                next += 2;
            }
        }
        var vector = new double[SpinCount];
        for (int v = 0; v < _netlist.VertexCount; v++) vector[v] = _netlist.VertexWeights[v];
        _slack.CopyTo(vector, SpinCount - _slack.Length);
        return energy.ToModelWithSquare(vector, penalty);
    }

    private static void AddClique(EnergySum energy, Net net)
    {
        double weight = net.Weight / (net.Pins.Length - 1);
        for (int i = 0; i < net.Pins.Length; i++)
            for (int j = 0; j < i; j++) AddCut(energy, net.Pins[i], net.Pins[j], weight);
    }

    private static void AddStar(EnergySum energy, Net net, int centre)
    {
        foreach (int pin in net.Pins) AddCut(energy, pin, centre, net.Weight);
    }

    /// <summary>a + Σ x(1 − a) − b + Σ b(1 − x), times the weight.</summary>
    private static void AddExact(EnergySum energy, Net net, int any, int every)
    {
        energy.Bit(any, net.Weight);
        energy.Bit(every, net.Weight * (net.Pins.Length - 1));
        foreach (int pin in net.Pins)
        {
            energy.Bit(pin, net.Weight);
            energy.BitPair(pin, any, -net.Weight);
            energy.BitPair(pin, every, -net.Weight);
        }
    }

    /// <summary>weight where the two differ: weight (1 − s s')/2.</summary>
    private static void AddCut(EnergySum energy, int i, int j, double weight)
    {
        energy.SpinPair(i, j, -weight / 2);
        energy.Constant(weight / 2);
    }
}
