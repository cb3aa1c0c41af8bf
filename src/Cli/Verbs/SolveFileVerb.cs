using System.CommandLine;
using Cli.Solving;
using Solvers.Problems;

namespace Cli.Verbs;

/// <summary>Solves an instance of any kind.</summary>
internal sealed class SolveFileVerb : SolveVerb
{
    private readonly Argument<string> _file =
        new("FILE") { Description = "An instance of any format that is read here; docs/guide/files.md lists them." };

    /// <inheritdoc/>
    public override string Name => "solve";

    /// <inheritdoc/>
    public override string Summary => "Solves an instance of any known format, and says what it took it for.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
        ["hopfield solve graph.rud", "hopfield solve cells.hgr --machine digital --runs 1000"];

    /// <inheritdoc/>
    protected override void DefineProblem(Command command) => command.Arguments.Add(_file);

    internal override SolveJob Job(ParseResult parsed, RunSettings settings)
    {
        string path = parsed.GetRequiredValue(_file);
        var format = ProblemFile.Recognise(path);
        if (!settings.IsQuiet) Console.Out.WriteLine($"{path}: read as {format.Reader.Summary}, because {format.Reason}");
        return SolveJob.Of(format.Reader.Read(path));
    }
}
