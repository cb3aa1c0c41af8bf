namespace Solvers.Problems.Tsp;

/// <summary>Reads TSPLIB instances with the distances their rules give.</summary>
public sealed class TspReader : IProblemReader
{
    /// <inheritdoc/>
    public string Name => "tsp";

    /// <inheritdoc/>
    public string Summary => "a travelling-salesman instance (TSPLIB)";

    /// <inheritdoc/>
    public bool Claims(string path, string firstLine) =>
        Path.GetExtension(path).Equals(".tsp", StringComparison.OrdinalIgnoreCase)
        || (firstLine.Split(':') is [var keyword, _, ..] && keyword.Trim() is "NAME" or "TYPE" or "COMMENT" or "DIMENSION");

    /// <inheritdoc/>
    public IProblem Read(string path) => new TspProblem(TspLibFile.Read(path));
}
