using Cli.Output;
using Plots;
using Solvers.Problems;
using Solvers.Problems.Independence;
using Studies.Solving;

namespace Cli.Reports.Answers;

/// <summary>Draws independent sets, covers and cliques.</summary>
internal sealed class VertexSetDrawing : AnswerDrawing
{
    public override string Name => "independent-set";
    public override string Summary => "a graph with a set of its vertices";

    internal override bool Draws(IProblem problem) => problem is VertexSetProblem;

    internal override string Describe(IProblem problem)
    {
        var (graph, goal) = (((VertexSetProblem)problem).Graph, ((VertexSetProblem)problem).Goal);
        string wanted = goal switch
        {
            VertexSetGoal.VertexCover => "Vertex cover: the lightest set that touches every edge",
            VertexSetGoal.Clique => "Clique: the heaviest set whose vertices are all joined",
            _ => "Independent set: the heaviest set without an edge inside",
        };
        return $"{wanted}, of {graph.VertexCount} vertices and {graph.Edges.Count} edges. One neuron per vertex; E = {(problem.EnergyOf(1) > 0 ? "" : "−")}weight.";
    }

    internal override IEnumerable<ReportFigure> Draw(SolveRecord outcome)
    {
        var problem = (VertexSetProblem)outcome.Main.Problem;
        foreach (var (_, best, maker, suffix) in Makers(outcome))
        {
            var set = (VertexSet)best.Solution;
            var classes = new int[problem.Graph.VertexCount];
            Array.Fill(classes, -1);
            foreach (int member in set.Members) classes[member] = 0;
            yield return new($"set-{suffix}", new VertexClassesFigure
            {
                Title = set.Feasible ? $"{char.ToUpperInvariant(problem.ScoreName[0])}{problem.ScoreName[1..]} {Quantity.Score(set.Score)}, {maker}" : $"Not feasible: {maker}",
                Classes = classes,
                Edges = problem.Graph.Edges,
                Marks = problem.Goal == VertexSetGoal.VertexCover ? (one, other) => one < 0 && other < 0 : (one, other) => one == 0
                    && other == 0,
                Note = $"{set.Members.Length} of {classes.Length} vertices",
            }, problem.Goal switch
            {
                VertexSetGoal.Clique => "The set, numbered as in the file; edges inside it stand out and must join all its pairs.",
                VertexSetGoal.VertexCover => "The cover, numbered as in the file; an edge that it misses would stand out.",
                _ => "The set, numbered as in the file; an edge inside it would stand out.",
            });
        }
    }
}
