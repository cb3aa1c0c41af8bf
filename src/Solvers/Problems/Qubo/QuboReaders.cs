using Hopfield.Files;

namespace Solvers.Problems.Qubo;

/// <summary>Reads qbsolv's files.</summary>
public sealed class QbsolvReader : IProblemReader
{
    public string Name => "qubo";
    public string Summary => "a QUBO (qbsolv)";
    public IReadOnlyList<string> Extensions { get; } = [".qubo"];
    public string Example => "c three bits, at most one on\np qubo 0 3 3 3\n0 0 -1\n1 1 -2\n2 2 -1.5\n0 1 4\n0 2 4\n1 2 4\n";
    public bool Claims(string firstLine) => firstLine.StartsWith("p qubo", StringComparison.Ordinal);
    public IProblem Read(string path) => QbsolvFile.Read(path);
    public void Write(string path, IProblem problem) => QbsolvFile.Write(path, problem.As<QuboProblem>(this));
}

/// <summary>Reads sparse matrices of the Biq Mac and OR libraries.</summary>
public sealed class SparseMatrixReader : IProblemReader
{
    public string Name => "qubo-list";
    public string Summary => "a sparse QUBO matrix (Biq Mac, Beasley)";
    public IReadOnlyList<string> Extensions { get; } = [".sparse"];
    public string Example => "4 6\n1 1 -3\n2 2 2\n3 4 -1\n1 2 -2\n1 4 2\n4 4 -1\n";

    /// <summary>A single number, as at the top of the OR-Library's files.</summary>
    public bool Claims(string firstLine) => int.TryParse(firstLine.Trim(), out int count) && count > 0;

    /// <summary>Reads the only instance of a file; of several none is chosen silently.</summary>
    /// <inheritdoc/>
    public IProblem Read(string path) => SparseMatrixFile.ReadAll(path) is [var only] ? only
        : throw InputFile.Error(path, 1, "the file holds several instances", "one; 'hopfield qubo FILE --instance K' takes the K-th");

    public void Write(string path, IProblem problem) => SparseMatrixFile.Write(path, problem.As<QuboProblem>(this));
}

/// <summary>Reads dimod's models.</summary>
public sealed class BqmReader : IProblemReader
{
    public string Name => "bqm";
    public string Summary => "a binary quadratic model (dimod JSON)";
    public IReadOnlyList<string> Extensions { get; } = [".json"];

    public string Example => """
        {"type": "BinaryQuadraticModel", "version": {"bqm_schema": "3.0.0"}, "use_bytes": false, "variable_type": "BINARY", "offset": 1.5,
         "num_variables": 3, "num_interactions": 2, "variable_labels": ["a", "b", "c"], "linear_biases": [-1.0, 2.0, -0.5],
         "quadratic_biases": [-3.0, 1.0], "quadratic_head": [0, 1], "quadratic_tail": [1, 2]}

        """;

    public bool Claims(string firstLine) => firstLine.StartsWith('{');
    public IProblem Read(string path) => BqmFile.Read(path);
    public void Write(string path, IProblem problem) => BqmFile.Write(path, problem);
}
