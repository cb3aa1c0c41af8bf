using Solvers.Problems;
using Solvers.Problems.Qubo;
using Studies.Records;
using Studies.Solving;

namespace Studies.Problems;

/// <summary>A quadratic form over bits: qbsolv, Biq Mac or Beasley lists, dimod BQM, or a dense matrix.</summary>
public sealed record QuboFile : IProblemSource
{
    public string Name => "qubo";
    public string Summary => "a quadratic form over bits";

    /// <summary>The file.</summary>
    public required DataFile File { get; init; }

    /// <summary>Which instance of a file with several, from 1; null where it holds one.</summary>
    public int? Instance { get; init; }

    /// <summary>The largest value is sought.</summary>
    public bool Maximise { get; init; }

    public SolveJob Job(ulong seed) => SolveJob.Of(!Maximise ? Read(File.Checked())
        : Read(File.Checked()) is QuboProblem qubo ? qubo with { Sense = ScoreSense.Maximise }
        : throw new ArgumentException("Maximise: a model of spins has an energy, which is minimised"));

    private IProblem Read(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".qubo" => Only(QbsolvFile.Read(path)),
        ".json" => Only(BqmFile.Read(path)),
        ".npy" or ".csv" => Only(QuboMatrixFile.Read(path)),
        _ => Chosen(SparseMatrixFile.ReadAll(path)),
    };

    private IProblem Only(IProblem problem) =>
        Instance is null or 1 ? problem : throw new ArgumentException($"Instance {Instance}: the file holds one instance");

    private QuboProblem Chosen(IReadOnlyList<QuboProblem> problems) =>
        Instance is null && problems.Count > 1
            ? throw new ArgumentException($"the file holds {problems.Count} instances; expected Instance 1 to {problems.Count}")
        : (Instance ?? 1) is var k && k >= 1 && k <= problems.Count ? problems[k - 1]
        : throw new ArgumentException($"Instance {Instance}: there is no such instance; expected 1 to {problems.Count}");
}
