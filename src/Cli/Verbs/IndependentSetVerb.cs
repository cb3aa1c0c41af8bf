using System.CommandLine;
using Solvers.Problems.Independence;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>Finds a large independent set, a small vertex cover or a large clique.</summary>
internal sealed class IndependentSetVerb : SolveVerb
{
    private readonly Argument<string> _file =
        new("FILE") { Description = "A DIMACS graph: 'p edge n m', then 'e u v'; 'n v w' gives a vertex a weight." };

    private readonly Option<string> _goal = new("--goal")
    {
        Description = "What is wanted.",
        HelpName = "independent-set|vertex-cover|clique",
        DefaultValueFactory = _ => "independent-set",
    };

    public override string Name => "independent-set";

    public override string Summary =>
        "Finds the heaviest set of vertices without an edge inside, or the vertex cover or clique that mirrors it.";

    public override IReadOnlyList<string> Examples =>
        ["hopfield independent-set graph.mis --runs 100",
            "hopfield independent-set brock200_2.clq --goal clique --machine digital --runs 1000"];

    protected override void DefineProblem(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_goal);
        _goal.AcceptOnlyFromAmong("independent-set", "vertex-cover", "clique");
    }

    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine) => new VertexSetFile
    {
        File = DataFile.Of(parsed.GetRequiredValue(_file)),
        Goal = parsed.GetValue(_goal) switch
        {
            "vertex-cover" => VertexSetGoal.VertexCover,
            "clique" => VertexSetGoal.Clique,
            _ => VertexSetGoal.IndependentSet,
        },
    };
}
