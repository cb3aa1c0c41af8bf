using Solvers.Problems.Graphs;
using Solvers.Problems.Independence;
using Studies.Records;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>A graph of which a set of vertices is sought: DIMACS.</summary>
public sealed record VertexSetFile : IProblemSource
{
    public string Name => "vertex-set";
    public string Summary => "a graph of which a set of vertices is sought, DIMACS";

    /// <summary>The file.</summary>
    public required DataFile File { get; init; }

    /// <summary>Which set.</summary>
    public VertexSetGoal Goal { get; init; }

    public SolveJob Job(ulong seed) => SolveJob.Of(new VertexSetProblem(DimacsFile.Read(File.Checked()), Goal));
}
