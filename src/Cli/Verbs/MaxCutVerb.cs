using System.CommandLine;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>Solves a MAX-CUT instance.</summary>
internal sealed class MaxCutVerb : SolveVerb
{
    private readonly Argument<string> _file =
        new("FILE") { Description = "A rudy or G-set file: 'n m', then 'i j [w]' with vertices from 1." };

    public override string Name => "maxcut";
    public override string Summary => "Splits a graph so that the edges between the parts weigh most.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield maxcut graph.rud --runs 100",
        "hopfield maxcut graph.rud --segment-ohms 1 --cross-check --out out/graph",
        "hopfield maxcut graph.rud --machine digital --runs 1000 --json record.json",
    ];

    protected override void DefineProblem(Command command) => command.Arguments.Add(_file);
    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine) => new CutFile { File = DataFile.Of(parsed.GetRequiredValue(_file)) };
}
