using Solvers.Problems;
using Studies.Records;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>An instance in whatever known format the file has.</summary>
public sealed record AnyFile : IProblemSource
{
    public string Name => "any";
    public string Summary => "an instance in any known format";

    /// <summary>The file.</summary>
    public required DataFile File { get; init; }

    public SolveJob Job(ulong seed) => SolveJob.Of(ProblemFile.Read(File.Checked()));
}
