using Cli.Output;
using Plots;
using Solvers.Problems;
using Solvers.Problems.Partitioning;
using Studies.Solving;

namespace Cli.Reports.Answers;

/// <summary>Draws partitions of graphs and netlists.</summary>
internal sealed class PartitionDrawing : AnswerDrawing
{
    /// <summary>Largest graph that is laid out by its eigenvectors; a few hundred passes over its edges (our choice).</summary>
    private const int MostPlacedEdges = 200_000;

    public override string Name => "partition";
    public override string Summary => "a graph or netlist in two equal parts";

    internal override bool Draws(IProblem problem) => problem is PartitionProblem;

    internal override string Describe(IProblem problem)
    {
        var partition = (PartitionProblem)problem;
        var netlist = partition.Netlist;
        int large = netlist.Nets.Count(net => net.Pins.Length > 3);
        string model = large == 0 ? "Every net has at most three pins, so the energy of a balanced state is the cut."
            : $"{large} nets have more than three pins and enter by the {partition.Model.ToString().ToLowerInvariant()} model"
                + (partition.Model == NetModel.Exact ? ", exactly." : ", whose energy bounds the cut from above; scores count real nets.");
        return $"Partition: {netlist.VertexCount} vertices of total weight {netlist.TotalWeight} in two parts of at most {partition.LargestPart}, with few of the "
            + $"{netlist.Nets.Count} nets between them. {problem.SpinCount} neurons, balance penalty {Quantity.Score(partition.BalancePenalty)}. {model}";
    }

    internal override IEnumerable<ReportFigure> Draw(SolveRecord outcome)
    {
        var netlist = ((PartitionProblem)outcome.Main.Problem).Netlist;
        // A net is drawn as a star from its first pin.
        (int, int)[] edges = [.. netlist.Nets.SelectMany(net => net.Pins.Skip(1).Select(pin => (net.Pins[0], pin)))];
        var places = edges.Length <= MostPlacedEdges && netlist.VertexCount > 30 ? SpectralLayout.Places(netlist.VertexCount, edges) : null;
        foreach (var (_, best, maker, suffix) in Makers(outcome))
        {
            var parts = (Partition)best.Solution;
            yield return new($"partition-{suffix}", new GraphCutFigure
            {
                Title = parts.Feasible ? $"Cut of weight {Quantity.Score(parts.CutWeight)}, {maker}" : $"Not balanced: {maker}",
                Sides = parts.Sides,
                Edges = edges,
                Coordinates = places,
                FirstNumber = 1,
            }, (parts.Note ?? "") + (places is null ? "." : ". Vertices lie where the second and third eigenvector of the graph put them."));
        }
    }
}
