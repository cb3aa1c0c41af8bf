using System.CommandLine;
using Solvers.Problems.Partitioning;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>Cuts a graph or netlist into two equal parts.</summary>
internal sealed class PartitionVerb : SolveVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "A netlist (hMETIS, .hgr) or a graph (METIS, any other name)." };

    private readonly Option<double> _imbalance = new("--imbalance")
    {
        Description = "How much heavier than half the larger part may be: 0.05 for 5 %; 0 (the default) for perfect balance.",
        HelpName = "EPS",
    };

    private readonly Option<NetModel> _model = new("--net-model")
    {
        Description = "How nets of four pins or more become couplings: clique and star bound the cut from above, exact takes two spins per net.",
        HelpName = "clique|star|exact",
    };

    public override string Name => "partition";
    public override string Summary => "Cuts a netlist or graph into two parts of equal weight with few nets between them.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield partition cells.hgr --net-model exact --runs 100",
        "hopfield partition add20.graph --imbalance 0.05 --machine digital",
    ];

    protected override void DefineProblem(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_imbalance);
        command.Options.Add(_model);
    }

    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine) => new PartitionFile
    {
        File = DataFile.Of(parsed.GetRequiredValue(_file)),
        Imbalance = parsed.GetValue(_imbalance),
        NetModel = parsed.GetValue(_model),
    };
}
