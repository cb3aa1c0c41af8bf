using System.CommandLine;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;

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

    public override string Name => "qubo";
    public override string Summary => "Minimises a quadratic form over bits without constraints.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield qubo bqp50-1.sparse --runs 100",
        "hopfield qubo bqp50.txt --instance 3",
        "hopfield qubo Q.npy --maximise --machine digital",
    ];

    protected override void DefineProblem(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_instance);
        command.Options.Add(_maximise);
    }

    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine) => new QuboFile
    {
        File = DataFile.Of(parsed.GetRequiredValue(_file)),
        Instance = parsed.GetValue(_instance),
        Maximise = parsed.GetValue(_maximise),
    };
}
