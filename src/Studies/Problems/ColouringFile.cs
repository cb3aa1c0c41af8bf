using Solvers.Problems.Colouring;
using Solvers.Problems.Graphs;
using Studies.Records;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>A graph to colour: DIMACS.</summary>
public sealed record ColouringFile : IProblemSource
{
    public string Name => "colouring";
    public string Summary => "a graph to colour, DIMACS";

    /// <summary>The file.</summary>
    public required DataFile File { get; init; }

    /// <summary>Number of colours; null for the published or a greedy number.</summary>
    public int? Colours { get; init; }

    public SolveJob Job(ulong seed) => SolveJob.Of(new ColouringProblem(DimacsFile.Read(File.Checked()), Colours));
}
