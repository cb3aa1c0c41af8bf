using Hopfield.Files;

namespace Solvers.Problems.Ising;

/// <summary>Reads weight matrices.</summary>
public sealed class WeightMatrixReader : IProblemReader
{
    public string Name => "ising-matrix";
    public string Summary => "a symmetric weight matrix";
    public IReadOnlyList<string> Extensions { get; } = [".csv", ".npy"];
    public string Example => "0,1,-2\n1,0,0.5\n-2,0.5,0\n";

    /// <summary>Never: a matrix is known by its extension only.</summary>
    public bool Claims(string firstLine) => false;

    public IProblem Read(string path) => new IsingProblem(Path.GetFileNameWithoutExtension(path), IsingFile.Read(path));

    /// <summary>Writes couplings; a model with fields is refused, since a matrix has no place for them.</summary>
    public void Write(string path, IProblem problem) => IsingFile.Write(problem.As<IsingProblem>(this).Model, path);
}

/// <summary>Reads coupling lists.</summary>
public sealed class CouplingListReader : IProblemReader
{
    public string Name => "ising";
    public string Summary => "an Ising model (list of couplings and fields)";
    public IReadOnlyList<string> Extensions { get; } = [".ising"];
    public string Example => "# a frustrated square with one field\n4 5\n1 2 1\n2 3 1\n3 4 1\n1 4 -1\n2 2 0.5\n";

    /// <summary>Never: without the extension such a list is read as a graph, which it cannot be told from.</summary>
    public bool Claims(string firstLine) => false;

    public IProblem Read(string path) => CouplingListFile.Read(path);
    public void Write(string path, IProblem problem) => CouplingListFile.Write(path, problem.As<IsingProblem>(this));
}
