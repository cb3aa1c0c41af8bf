using Solvers.Problems.MaxCut;
using Studies.Records;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>A graph to cut: rudy or G-set.</summary>
public sealed record CutFile : IProblemSource
{
    public string Name => "cut";
    public string Summary => "a graph to cut, rudy or G-set";

    /// <summary>The file.</summary>
    public required DataFile File { get; init; }

    public SolveJob Job(ulong seed) => SolveJob.Of(RudyFile.Read(File.Checked()));
}
