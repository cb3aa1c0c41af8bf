using Solvers.Problems.Graphs;

namespace Solvers.Problems.Colouring;

/// <summary>Reads DIMACS graphs to be coloured.</summary>
public sealed class ColouringReader : IProblemReader
{
    public string Name => "colour";
    public string Summary => "a graph to be coloured (DIMACS)";
    public IReadOnlyList<string> Extensions { get; } = [".col"];
    public string Example => "c a triangle with a tail\np edge 4 4\ne 1 2\ne 2 3\ne 1 3\ne 3 4\n";
    public bool Claims(string firstLine) => firstLine.StartsWith("p col", StringComparison.Ordinal);
    public IProblem Read(string path) => new ColouringProblem(DimacsFile.Read(path));
    public void Write(string path, IProblem problem) => DimacsFile.Write(path, problem.As<ColouringProblem>(this).Graph);
}
