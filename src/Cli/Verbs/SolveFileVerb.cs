using System.CommandLine;
using Solvers.Problems;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>Solves an instance of any kind.</summary>
internal sealed class SolveFileVerb : SolveVerb
{
    private readonly Argument<string> _file =
        new("FILE") { Description = "An instance of any format that is read here; docs/guide/files.md lists them." };

    public override string Name => "solve";
    public override string Summary => "Solves an instance of any known format, and says what it took it for.";

    public override IReadOnlyList<string> Examples =>
        ["hopfield solve graph.rud", "hopfield solve cells.hgr --machine digital --runs 1000"];

    protected override void DefineProblem(Command command) => command.Arguments.Add(_file);

    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine)
    {
        string path = parsed.GetRequiredValue(_file);
        var format = ProblemFile.Recognise(path);
        if (!parsed.GetValue<bool>("--quiet")) Console.Out.WriteLine($"{path}: read as {format.Reader.Summary}, because {format.Reason}");
        return new AnyFile { File = DataFile.Of(path) };
    }
}
