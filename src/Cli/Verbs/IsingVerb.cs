using System.CommandLine;
using Solvers.Problems.Ising;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>Finds low states of an Ising model.</summary>
internal sealed class IsingVerb : SolveVerb
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A list 'n entries', then 'i j J' ('i i h' for fields), spins from 1; a symmetric matrix J (.npy, .csv); or a dimod BQM of spins (.json).",
    };

    private readonly Option<string> _sign = new("--sign")
    {
        Description = "Sign of a list's numbers in the energy: 'minus' (E = -sum J s s, Hopfield) or 'plus' (E = sum w s s, as for a graph's cut).",
        HelpName = "minus|plus",
        DefaultValueFactory = _ => "minus",
    };

    public override string Name => "ising";
    public override string Summary => "Finds low-energy states of spins with couplings and fields.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield ising glass.ising --runs 100",
        "hopfield ising t2g10_5555 --sign plus --machine digital --runs 1000",
        "hopfield ising J.npy",
    ];

    protected override void DefineProblem(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_sign);
        _sign.AcceptOnlyFromAmong("minus", "plus");
    }

    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine) => new IsingFile
    {
        File = DataFile.Of(parsed.GetRequiredValue(_file)),
        Sign = parsed.GetValue(_sign) == "plus" ? CouplingSign.Plus : CouplingSign.Minus,
    };
}
