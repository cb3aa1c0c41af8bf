namespace Solvers.Problems.MaxCut;

/// <summary>Reads rudy and G-set graphs.</summary>
public sealed class MaxCutReader : IProblemReader
{
    public string Name => "maxcut";
    public string Summary => "a MAX-CUT graph (rudy, G-set)";
    public IReadOnlyList<string> Extensions { get; } = [".rud", ".rudy", ".mc"];
    public string Example => "# a weighted pentagon with a chord\n5 6\n1 2 3\n2 3 1\n3 4 2\n4 5 -1\n5 1 2\n1 3 1.5\n";

    /// <summary>Two whole numbers or more, as in the header of Biq Mac's and the G-set's files, which have no common extension.</summary>
    public bool Claims(string firstLine) =>
        firstLine.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var vertices, _, ..]
            && int.TryParse(vertices, out int count) && count > 0;

    public IProblem Read(string path) => RudyFile.Read(path);
    public void Write(string path, IProblem problem) => RudyFile.Write(path, problem.As<MaxCutProblem>(this));
}
