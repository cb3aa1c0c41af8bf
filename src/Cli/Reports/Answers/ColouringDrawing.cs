using Cli.Output;
using Plots;
using Solvers.Problems;
using Solvers.Problems.Colouring;
using Studies.Solving;

namespace Cli.Reports.Answers;

/// <summary>Draws colourings.</summary>
internal sealed class ColouringDrawing : AnswerDrawing
{
    public override string Name => "colour";
    public override string Summary => "a graph with coloured vertices";

    internal override bool Draws(IProblem problem) => problem is ColouringProblem;

    internal override string Describe(IProblem problem)
    {
        var colouring = (ColouringProblem)problem;
        return $"Colouring: {colouring.Graph.VertexCount} vertices, {colouring.Graph.Edges.Count} edges, {colouring.ColourCount} colours. One neuron per vertex and "
            + "colour; where every vertex has one colour, E is the number of edges whose ends share it.";
    }

    internal override IEnumerable<ReportFigure> Draw(SolveRecord outcome)
    {
        var graph = ((ColouringProblem)outcome.Main.Problem).Graph;
        foreach (var (_, best, maker, suffix) in Makers(outcome))
            if (best.Solution is Colours { VertexColours: { } colours } answer)
                yield return new($"colours-{suffix}", new VertexClassesFigure
                {
                    Title = $"{answer.Score:f0} conflicts, {maker}",
                    Classes = colours,
                    Edges = graph.Edges,
                    Marks = (one, other) => one == other,
                    Note = $"{graph.VertexCount} vertices, {answer.ColourCount} colours",
                }, "Vertices colour by colour, numbered as in the file; edges within a colour stand out. More than seven colours repeat the palette.");
    }
}
