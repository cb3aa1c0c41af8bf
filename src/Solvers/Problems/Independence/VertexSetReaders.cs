using Solvers.Problems.Graphs;

namespace Solvers.Problems.Independence;

/// <summary>Reads DIMACS graphs whose largest independent set is wanted.</summary>
public sealed class IndependentSetReader : IProblemReader
{
    public string Name => "independent-set";
    public string Summary => "a graph whose largest independent set is wanted (DIMACS)";
    public IReadOnlyList<string> Extensions { get; } = [".mis"];
    public string Example => "c a pentagon with weights\np edge 5 5\nn 1 3\nn 3 2.5\ne 1 2\ne 2 3\ne 3 4\ne 4 5\ne 1 5\n";

    public bool Claims(string firstLine) => firstLine.StartsWith("p edge", StringComparison.Ordinal)
        || firstLine.StartsWith("p mis", StringComparison.Ordinal);

    public IProblem Read(string path) => new VertexSetProblem(DimacsFile.Read(path));
    public void Write(string path, IProblem problem) => DimacsFile.Write(path, problem.As<VertexSetProblem>(this).Graph);
}

/// <summary>Reads DIMACS graphs whose largest clique is wanted.</summary>
public sealed class CliqueReader : IProblemReader
{
    public string Name => "clique";
    public string Summary => "a graph whose largest clique is wanted (DIMACS)";
    public IReadOnlyList<string> Extensions { get; } = [".clq"];
    public string Example => "c two triangles with a common edge\np edge 5 6\ne 1 2\ne 2 3\ne 1 3\ne 2 4\ne 3 4\ne 4 5\n";

    /// <summary>Never: without the extension a graph is read for its independent set.</summary>
    public bool Claims(string firstLine) => false;

    public IProblem Read(string path) => new VertexSetProblem(DimacsFile.Read(path), VertexSetGoal.Clique);
    public void Write(string path, IProblem problem) => DimacsFile.Write(path, problem.As<VertexSetProblem>(this).Graph);
}
