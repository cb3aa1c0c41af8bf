namespace Solvers.Problems.Partitioning;

/// <summary>Reads METIS graphs.</summary>
public sealed class MetisReader : IProblemReader
{
    public string Name => "partition-graph";
    public string Summary => "a graph to be cut into equal parts (METIS)";
    public IReadOnlyList<string> Extensions { get; } = [".graph"];
    public string Example => "% a ladder of six vertices with a heavy rung\n6 7 001\n2 1 4 5\n1 1 3 1 5 1\n2 1 6 1\n1 5 5 1\n2 1 4 1 6 1\n3 1 5 1\n";

    /// <summary>Never: the header alone could be that of a cut graph.</summary>
    public bool Claims(string firstLine) => false;

    public IProblem Read(string path) => new PartitionProblem(MetisFile.Read(path));
    public void Write(string path, IProblem problem) => MetisFile.Write(path, problem.As<PartitionProblem>(this).Netlist);
}

/// <summary>Reads hMETIS netlists.</summary>
public sealed class HmetisReader : IProblemReader
{
    public string Name => "partition";
    public string Summary => "a netlist to be cut into equal parts (hMETIS)";
    public IReadOnlyList<string> Extensions { get; } = [".hgr"];
    public string Example => "% seven cells, five nets\n5 7 1\n2 1 2 3\n1 3 4\n1 4 5 6\n3 6 7\n1 2 5\n";

    /// <summary>Never: the header alone could be that of a cut graph.</summary>
    public bool Claims(string firstLine) => false;

    public IProblem Read(string path) => new PartitionProblem(HmetisFile.Read(path));
    public void Write(string path, IProblem problem) => HmetisFile.Write(path, problem.As<PartitionProblem>(this).Netlist);
}
