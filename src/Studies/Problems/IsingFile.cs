using Solvers.Problems;
using Solvers.Problems.Ising;
using Solvers.Problems.Qubo;
using Studies.Records;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>A model of spins: list of couplings, dimod BQM (.json) or weights (.npy, .csv).</summary>
public sealed record IsingFile : IProblemSource
{
    public string Name => "ising";
    public string Summary => "a model of spins: couplings, dimod BQM or weights";

    /// <summary>The file.</summary>
    public required DataFile File { get; init; }

    /// <summary>The sign of the numbers in a list of couplings.</summary>
    public CouplingSign Sign { get; init; }

    public SolveJob Job(ulong seed) => SolveJob.Of(Read(File.Checked()));

    private IProblem Read(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => BqmFile.Read(path),
        ".npy" or ".csv" => new WeightMatrixReader().Read(path),
        _ => CouplingListFile.Read(path, Sign),
    };
}
