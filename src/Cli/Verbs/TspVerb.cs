using System.CommandLine;
using Cli.Output;
using Cli.Reports;
using Solvers.Problems.Tsp;
using Solvers.Problems.Tsp.Windows;
using Studies;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;
using Studies.Tours;

namespace Cli.Verbs;

/// <summary>Solves a travelling-salesman instance.</summary>
internal sealed class TspVerb : SolveVerb
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

    private readonly Option<string> _encoding = new("--encoding")
    {
        Description = "'talavan-yanez': every local minimum is a tour; 'hopfield-tank': the parameters of 1985, for cities in the unit square, whose minima often are none.",
        HelpName = "talavan-yanez|hopfield-tank",
        DefaultValueFactory = _ => "talavan-yanez",
    };

    private readonly Option<string> _method = new("--method")
    {
        Description = "'whole': one neuron per city and position, up to 100 cities; 'windows': the machine solves stretches of the tour inside a local search.",
        HelpName = "whole|windows",
        DefaultValueFactory = _ => "whole",
    };

    private readonly Option<int> _window = new("--window")
    {
        Description = "Cities of a window (3 to 12), one neuron per city and position.",
        HelpName = "N",
        DefaultValueFactory = _ => new WindowOptions().WindowCities,
    };

    private readonly Option<bool> _windowsOnly =
        new("--windows-only") { Description = "No 2-opt and Or-opt: the machine's windows are the only moves that shorten the tour." };

    public override string Name => "tsp";
    public override string Summary => "Finds a short tour through all cities; one neuron per city and position.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield tsp burma14.tsp --runs 100",
        "hopfield tsp square.tsp --real-distances --out out/square",
        "hopfield tsp kroA100.tsp --method windows --runs 2 --time 20",
    ];

    protected override void DefineProblem(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_realDistances);
        command.Options.Add(_globalWeight);
        foreach (var option in (Option[])[_encoding, _method, _window, _windowsOnly]) command.Options.Add(option);
        _encoding.AcceptOnlyFromAmong("talavan-yanez", "hopfield-tank");
        _method.AcceptOnlyFromAmong("whole", "windows");
    }

    protected override Study Ask(ParseResult parsed) => parsed.GetValue(_method) == "whole" ? base.Ask(parsed) : new WindowStudy
    {
        Problem = Cities(parsed),
        // A circuit takes a second for every few windows: a digital machine, unless one was asked for.
        Machine = Machine(parsed, WindowStudy.DefaultMachine),
        Windows = new()
        {
            WindowCities = parsed.GetValue(_window),
            LimitSeconds = TimeSeconds(parsed),
            LocalSearch = !parsed.GetValue(_windowsOnly),
        },
        Runs = Runs(parsed),
        Seed = Seed(parsed),
    };

    protected override Presentation? Page(StudyRecord record) =>
        record is WindowRecord windows ? WindowOutput.Of(windows) : base.Page(record);

    protected override IProblemSource Problem(ParseResult parsed, MachineSetting machine) => Cities(parsed);

    private TourFile Cities(ParseResult parsed) => new()
    {
        File = DataFile.Of(parsed.GetRequiredValue(_file)),
        RealDistances = parsed.GetValue(_realDistances),
        HopfieldTank = parsed.GetValue(_encoding) == "hopfield-tank",
        GlobalWeight = parsed.GetValue(_globalWeight),
    };
}
