using System.CommandLine;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>Splits numbers into two equal sums.</summary>
internal sealed class NumbersVerb : SolveVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "Whole numbers greater than 0, separated by blanks or lines." };

    public override string Name => "numbers";
    public override string Summary => "Splits numbers into two groups whose sums differ least.";

    public override IReadOnlyList<string> Examples =>
        ["hopfield numbers list.numbers --runs 100", "hopfield numbers list.txt --machine digital --runs 1000"];

    protected override void DefineProblem(Command command) => command.Arguments.Add(_file);
    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine) => new NumbersFile { File = DataFile.Of(parsed.GetRequiredValue(_file)) };
}
