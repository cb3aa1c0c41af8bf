using Solvers.Problems.Partitioning;
using Studies.Records;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>A netlist (hMETIS, .hgr) or graph (METIS, any other name) to split in halves.</summary>
public sealed record PartitionFile : IProblemSource
{
    public string Name => "partition";
    public string Summary => "a netlist (hMETIS) or graph (METIS) to split in halves";

    /// <summary>The file.</summary>
    public required DataFile File { get; init; }

    /// <summary>How much heavier than half the larger part may be: 0.05 for 5 %. Default 0.</summary>
    public double Imbalance { get; init; }

    /// <summary>How nets of four pins or more become couplings.</summary>
    public NetModel NetModel { get; init; }

    public SolveJob Job(ulong seed) => SolveJob.Of(new PartitionProblem(
        Path.GetExtension(File.Path).Equals(".hgr", StringComparison.OrdinalIgnoreCase) ? HmetisFile.Read(File.Checked())
            : MetisFile.Read(File.Checked()), Imbalance, NetModel));
}
