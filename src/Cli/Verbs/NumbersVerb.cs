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

    /// <inheritdoc/>
    public override string Name => "numbers";

    /// <inheritdoc/>
    public override string Summary => "Splits numbers into two groups whose sums differ least.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
        ["hopfield numbers list.numbers --runs 100", "hopfield numbers list.txt --machine digital --runs 1000"];

    /// <inheritdoc/>
    protected override void DefineProblem(Command command) => command.Arguments.Add(_file);

    /// <inheritdoc/>
    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine) => new NumbersFile { File = DataFile.Of(parsed.GetRequiredValue(_file)) };
}
