using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Problems.Partitioning;

/// <summary>
/// Bisection of a graph or netlist: two parts, neither heavier than the balance allows, and as few nets as possible with pins in both.
/// One spin per vertex, P the penalty of imbalance, t spins ±1 of slack:
/// <code>
/// E = cut(s) + P (Σ_v a_v s_v + Σ_k c_k t_k)²,    Σ c_k = D = 2 · largest part − Σ a
/// </code>
/// The sums of ±c_k (1, 2, 4 … and a rest) are all numbers from −D to D of D's parity, so that a partition within the tolerance, and no
/// other, has a slack that takes its penalty to 0. Without tolerance (D ≤ 1) there is no slack. Source of the form: Lucas 2014, Front.
/// Physics 2:5, section 2.2; slack and penalties are ours.
/// </summary>
/// <remarks>
/// Guarantee, with the cut as the net model has it: states of least energy are balanced. Let r = the smallest |Σ a s + Σ c t| of an
/// unbalanced partition over all slacks; it has the parity of 0 or of D, and r ≥ 2. With vertices of weight 1 and P &gt; Δ/4, Δ the largest
/// degree: moving any vertex out of the heavier part lowers the penalty by P(r² − (r − 2)²) = 4P(r − 1) &gt; Δ, which is more than it can
/// add to the cut (r ≥ 3 where D = 1, with more to spare). With other weights and P &gt; Σw/4: an unbalanced state has at least the energy
/// 4P above Σw, and every balanced one has at most Σw.
/// </remarks>
public sealed class PartitionProblem : IProblem
{
    /// <summary>How far the penalty lies above the bound of the guarantee: an eighth (our choice; larger ones drown the cut).</summary>
    public const double Margin = 1.125;

    private static readonly BestKnownTable Table = new("Solvers.Problems.Partitioning.best-known.csv");
    private readonly PartitionEnergy _energy;

    /// <summary>Takes a netlist.</summary>
    /// <param name="netlist">The graph or netlist.</param>
    /// <param name="imbalance">ε ≥ 0: the larger part may weigh ⌊(1 + ε)⌈Σa/2⌉⌋, as in Walshaw's archive. Default 0: perfect
    /// balance.</param>
    /// <param name="model">How nets of four pins or more become couplings.</param>
    /// <exception cref="ArgumentException">ε is negative, not finite, or lets everything lie in one part.</exception>
    public PartitionProblem(Hypergraph netlist, double imbalance = 0, NetModel model = NetModel.Clique)
    {
        (Netlist, Imbalance, Model) = (netlist, Check.NotNegative(imbalance, nameof(imbalance)), model);
        long total = netlist.TotalWeight;
        LargestPart = (long)Math.Floor((1 + imbalance) * ((total + 1) / 2) + 1e-9);
        if (LargestPart >= total && netlist.VertexCount > 1)
            throw new ArgumentException($"imbalance {imbalance} lets one part hold all {total} of {netlist.Name}; expected less.",
                nameof(imbalance));
        _energy = new(netlist, model, Slack());
    }

    /// <summary>What is partitioned.</summary>
    public Hypergraph Netlist { get; }

    /// <summary>ε.</summary>
    public double Imbalance { get; }

    /// <summary>How nets became couplings.</summary>
    public NetModel Model { get; }

    /// <summary>The most that a part may weigh.</summary>
    public long LargestPart { get; }

    /// <summary>P: by the guarantee with its <see cref="Margin"/>.</summary>
    public double BalancePenalty => Margin / 4 * (Netlist.VertexWeights.All(weight => weight == 1) ? Math.Max(1, Netlist.LargestDegree())
        : Math.Max(1, Netlist.Nets.Sum(net => net.Weight) * (Model == NetModel.Exact ? 1 : WorstModelFactor())));

    public string Name => Imbalance == 0 ? Netlist.Name : $"{Netlist.Name} ({100 * Imbalance:g3} %)";
    public string ScoreName => "cut";
    public ScoreSense Sense => ScoreSense.Minimise;

    /// <summary>Vertices, spins of the nets and slack, in this order.</summary>
    public int SpinCount => _energy.SpinCount;

    /// <summary>Walshaw's archive for perfect balance and 5 %.</summary>
    public BestKnown? BestKnown => Table.Find(Name, Netlist.VertexCount, Netlist.Nets.Count);

    public IsingModel Encode() => _energy.Encode(BalancePenalty);

    /// <summary>The score itself where the model of the nets is exact, else null: the energy is then an upper bound of the cut.</summary>
    public double? EnergyOf(double score) => (Model == NetModel.Exact || Netlist.Nets.All(net => net.Pins.Length <= 3))
        ? score + _energy.LeastPenalty(BalancePenalty) : null;

    /// <summary>Reads the sides of the vertices; the spins of nets and slack say nothing about the answer.</summary>
    /// <inheritdoc/>
    public Solution Decode(ReadOnlySpan<sbyte> spins)
    {
        Check.Length(spins.Length, SpinCount, nameof(spins));
        return Score(spins[..Netlist.VertexCount]);
    }

    /// <summary>The partition with these sides, scored from the nets.</summary>
    /// <param name="sides">One value ±1 per vertex.</param>
    public Partition Score(ReadOnlySpan<sbyte> sides)
    {
        long up = 0;
        for (int v = 0; v < sides.Length; v++) if (sides[v] > 0) up += Netlist.VertexWeights[v];
        long heavier = Math.Max(up, Netlist.TotalWeight - up);
        double cut = 0;
        int nets = 0;
        long edges = 0;
        foreach (var net in Netlist.Nets)
        {
            int on = 0;
            foreach (int pin in net.Pins) if (sides[pin] > 0) on++;
            if (on == 0 || on == net.Pins.Length) continue;
            cut += net.Weight;
            nets++;
            edges += (long)on * (net.Pins.Length - on);
        }
        string? violation = heavier > LargestPart ? $"one part weighs {heavier}, more than {LargestPart}" : null;
        return new Partition
        {
            Score = violation is null ? cut : null,
            Violation = violation,
            Sides = sides.ToArray(),
            CutNets = nets,
            CutWeight = cut,
            CutEdges = edges,
            PartWeights = (up, Netlist.TotalWeight - up),
        };
    }

    /// <summary>1, 2, 4 … and a rest that sum to D; none for D ≤ 1.</summary>
    private double[] Slack()
    {
        long left = 2 * LargestPart - Netlist.TotalWeight;
        if (left <= 1) return [];
        var parts = new List<double>();
        for (long step = 1; left > 0; step *= 2)
        {
            parts.Add(Math.Min(step, left));
            left -= Math.Min(step, left);
        }
        return [.. parts];
    }

    /// <summary>The most that a cut net can cost in its model, in units of its weight.</summary>
    private double WorstModelFactor()
    {
        int pins = Netlist.Nets.Count == 0 ? 2 : Math.Max(2, Netlist.Nets.Max(net => net.Pins.Length));
        return Model == NetModel.Star ? Math.Max(1, pins / 2) : Math.Max(1, (pins / 2) * (double)((pins + 1) / 2) / (pins - 1));
    }
}
