namespace Solvers.Problems.Tsp;

/// <summary>Reads TSPLIB instances with the distances their rules give.</summary>
public sealed class TspReader : IProblemReader
{
    public string Name => "tsp";
    public string Summary => "a travelling-salesman instance (TSPLIB)";
    public IReadOnlyList<string> Extensions { get; } = [".tsp"];

    public string Example =>
        "NAME: bent\nTYPE: TSP\nDIMENSION: 4\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 30 40\n3 5 60\n4 10 20\nEOF\n";

    public bool Claims(string firstLine) =>
        firstLine.Split(':') is [var keyword, _, ..] && keyword.Trim() is "NAME" or "TYPE" or "COMMENT" or "DIMENSION";

    public IProblem Read(string path) => new TspProblem(TspLibFile.Read(path));
    public void Write(string path, IProblem problem) => TspLibWriter.Write(path, problem.As<TspProblem>(this).Instance);
}
