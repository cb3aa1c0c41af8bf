using System.CommandLine;
using Cli.Solving;
using Solvers.Problems;
using Solvers.Problems.Qubo;

namespace Cli.Verbs;

/// <summary>Solves a quadratic problem over bits.</summary>
internal sealed class QuboVerb : SolveVerb
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "qbsolv (.qubo), Biq Mac or Beasley list (.sparse, bqp*.txt), dimod BQM (.json), or a dense matrix Q (.npy, .csv).",
    };

    private readonly Option<int?> _instance =
        new("--instance") { Description = "Which instance of a file with several, from 1.", HelpName = "K" };

    private readonly Option<bool> _maximise =
        new("--maximise") { Description = "Seek the largest value; OR-Library files with several instances are maximised anyway." };

    /// <inheritdoc/>
    public override string Name => "qubo";

    /// <inheritdoc/>
    public override string Summary => "Minimises a quadratic form over bits without constraints.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield qubo bqp50-1.sparse --runs 100",
        "hopfield qubo bqp50.txt --instance 3",
        "hopfield qubo Q.npy --maximise --machine digital",
    ];

    /// <inheritdoc/>
    protected override void DefineProblem(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_instance);
        command.Options.Add(_maximise);
    }

    internal override SolveJob Job(ParseResult parsed, RunSettings settings)
    {
        string path = parsed.GetRequiredValue(_file);
        int? instance = parsed.GetValue(_instance);
        var problem = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".qubo" => Only(QbsolvFile.Read(path), instance),
            ".json" => Only(BqmFile.Read(path), instance),
            ".npy" or ".csv" => Only(QuboMatrixFile.Read(path), instance),
            _ => Chosen(SparseMatrixFile.ReadAll(path), instance),
        };
        if (!parsed.GetValue(_maximise)) return SolveJob.Of(problem);
        return SolveJob.Of(problem is QuboProblem qubo ? qubo with { Sense = ScoreSense.Maximise }
            : throw new ArgumentException("--maximise: a model of spins has an energy, which is minimised"));
    }

    private static IProblem Only(IProblem problem, int? instance) =>
        instance is null or 1 ? problem : throw new ArgumentException($"--instance {instance}: the file holds one instance");

    private static QuboProblem Chosen(IReadOnlyList<QuboProblem> problems, int? instance) =>
        instance is null && problems.Count > 1
            ? throw new ArgumentException($"the file holds {problems.Count} instances; expected --instance 1 to {problems.Count}")
        : (instance ?? 1) is var k && k >= 1 && k <= problems.Count ? problems[k - 1]
        : throw new ArgumentException($"--instance {instance}: there is no such instance; expected 1 to {problems.Count}");
}
