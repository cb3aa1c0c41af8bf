using Solvers.Problems.Numbers;
using Studies.Records;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>Numbers to split into two equal sums.</summary>
public sealed record NumbersFile : IProblemSource
{
    public string Name => "numbers";
    public string Summary => "numbers to split in two equal sums";

    /// <summary>The file.</summary>
    public required DataFile File { get; init; }

    public SolveJob Job(ulong seed) => SolveJob.Of(NumberReader.ReadNumbers(File.Checked()));
}
