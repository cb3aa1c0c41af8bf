using System.CommandLine;
using Cli.Solving;
using Solvers.Problems.Tsp;

namespace Cli.Verbs;

/// <summary>Solves a travelling-salesman instance.</summary>
public sealed class TspVerb : SolveVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "A TSPLIB file (symmetric)." };

    private readonly Option<bool> _realDistances = new("--real-distances")
    {
        Description = "Do not round distances, as for Hopfield and Tank's cities in the unit square.",
    };

    private readonly Option<double> _globalWeight = new("--global-weight")
    {
        Description = "C of the Talavan-Yanez parameters: the weight of the number of neurons that are on.",
        HelpName = "C",
        DefaultValueFactory = _ => TalavanYanez.DefaultGlobalWeight,
    };

    /// <inheritdoc/>
    public override string Name => "tsp";

    /// <inheritdoc/>
    public override string Summary => "Finds a short tour through all cities; one neuron per city and position.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield tsp burma14.tsp --runs 100",
        "hopfield tsp square.tsp --real-distances --out out/square",
    ];

    /// <inheritdoc/>
    protected override void DefineProblem(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_realDistances);
        command.Options.Add(_globalWeight);
    }

    internal override SolveJob Job(ParseResult parsed, RunSettings settings)
    {
        var instance = TspLibFile.Read(parsed.GetRequiredValue(_file), parsed.GetValue(_realDistances));
        return SolveJob.Of(new TspProblem(instance, new TalavanYanez { GlobalWeight = parsed.GetValue(_globalWeight) }));
    }
}
