using System.CommandLine;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>Colours a graph.</summary>
internal sealed class ColourVerb : SolveVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "A DIMACS graph: 'p edge n m', then 'e u v'." };

    private readonly Option<int?> _colours = new("--colours")
    {
        Description = "Number of colours; the default is the published chromatic number, or what a greedy colouring needs.",
        HelpName = "K",
    };

    public override string Name => "colour";
    public override string Summary => "Colours a graph so that few edges have both ends in one colour; one neuron per vertex and colour.";

    public override IReadOnlyList<string> Examples =>
        ["hopfield colour myciel3.col --runs 100", "hopfield colour map.col --colours 4 --out out/map"];

    protected override void DefineProblem(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_colours);
    }

    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine) => new ColouringFile
    {
        File = DataFile.Of(parsed.GetRequiredValue(_file)),
        Colours = parsed.GetValue(_colours),
    };
}
