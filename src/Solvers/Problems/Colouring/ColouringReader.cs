using Solvers.Problems.Graphs;

namespace Solvers.Problems.Colouring;

/// <summary>Reads DIMACS graphs to be coloured.</summary>
public sealed class ColouringReader : IProblemReader
{
    /// <inheritdoc/>
    public string Name => "colour";

    /// <inheritdoc/>
    public string Summary => "a graph to be coloured (DIMACS)";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".col"];

    /// <inheritdoc/>
    public string Example => "c a triangle with a tail\np edge 4 4\ne 1 2\ne 2 3\ne 1 3\ne 3 4\n";

    /// <inheritdoc/>
    public bool Claims(string firstLine) => firstLine.StartsWith("p col", StringComparison.Ordinal);

    /// <inheritdoc/>
    public IProblem Read(string path) => new ColouringProblem(DimacsFile.Read(path));

    /// <inheritdoc/>
    public void Write(string path, IProblem problem) => DimacsFile.Write(path, problem.As<ColouringProblem>(this).Graph);
}
