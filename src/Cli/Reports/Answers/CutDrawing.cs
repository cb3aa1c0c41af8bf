using Cli.Output;
using Plots;
using Solvers.Problems;
using Solvers.Problems.MaxCut;
using Studies.Solving;

namespace Cli.Reports.Answers;

/// <summary>Draws cuts.</summary>
internal sealed class CutDrawing : AnswerDrawing
{
    public override string Name => "maxcut";
    public override string Summary => "a graph with its vertices on two sides";

    internal override bool Draws(IProblem problem) => problem is MaxCutProblem;

    internal override string Describe(IProblem problem)
    {
        var graph = (MaxCutProblem)problem;
        return $"MAX-CUT: split {graph.SpinCount} vertices in two so that the edges between the parts weigh most "
            + $"({graph.Edges.Count} edges, total weight {Quantity.Score(graph.TotalWeight)}). One neuron per vertex; E = −cut.";
    }

    internal override IEnumerable<ReportFigure> Draw(SolveRecord outcome)
    {
        var graph = (MaxCutProblem)outcome.Main.Problem;
        foreach (var (_, best, maker, suffix) in Makers(outcome))
        {
            var cut = (CutSolution)best.Solution;
            yield return new($"cut-{suffix}", new GraphCutFigure
            {
                Title = $"Cut of weight {Quantity.Score(cut.Score)}, {maker}",
                Sides = cut.Sides,
                Edges = [.. graph.Edges.Select(edge => (edge.From, edge.To))],
                FirstNumber = 1,
            }, "Vertices by side, numbered as in the file; edges that are cut stand out.");
        }
    }
}
