using System.CommandLine;
using Cli.Output;
using Solvers.Heuristics;

namespace Cli.Verbs;

/// <summary>Lists the digital solvers that the solving verbs can put beside the analogue machines.
/// Old name of <c>hopfield list solvers</c>.</summary>
internal sealed class SolversVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "solvers";

    /// <inheritdoc/>
    public override string Summary => "Lists the digital solvers that --solver puts beside the analogue machines.";

    /// <inheritdoc/>
    public override bool IsHidden => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["hopfield solvers"];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        // No options: the list is the answer.
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var table = new ResultTable("solver", "what it does");
        foreach (var heuristic in HeuristicCatalog.All) table.Add(heuristic.Name, heuristic.Summary);
        table.Print();
        return ExitCode.Done;
    }
}
