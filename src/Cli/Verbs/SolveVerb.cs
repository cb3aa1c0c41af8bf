using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Solvers.Heuristics;
using Studies.Comparing;
using Studies.Machines;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>What the verbs that solve a problem share: the options of the experiment, and how its answer is shown.</summary>
internal abstract class SolveVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly OpponentOptions _opponents = new();
    private readonly OutputOptions _output = new();

    private readonly Option<bool> _crossCheck = new("--cross-check")
    {
        Description = "Also run the best run's circuit through every SPICE engine that is here, at default and at tight tolerance.",
    };

    private readonly Option<double?> _target =
        new("--target") { Description = "Score to reach; exit code 1 if no run does.", HelpName = "SCORE" };

    /// <inheritdoc/>
    public sealed override void Define(Command command)
    {
        DefineProblem(command);
        _common.AddAllTo(command);
        command.Options.Add(_crossCheck);
        command.Options.Add(_target);
        _opponents.AddTo(command);
        _output.AddTo(command);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var machine = Machine(parsed);
        using var outputs = Reserve(parsed);
        var problem = Problem(parsed, machine);
        if (_opponents.Heuristics(parsed) is { } solvers) return Compare(parsed, problem, machine, solvers, outputs, cancellation);
        var record = Progress.Run(new SolveStudy
        {
            Problem = problem,
            Machine = machine,
            Runs = Runs(parsed),
            Seed = Seed(parsed),
            Target = parsed.GetValue(_target),
            WithSpice = parsed.GetValue(_crossCheck),
        }, outputs.IsQuiet, cancellation);
        if (record.Main.Runs.Count > 0)
        {
            outputs.WriteJson(record);
            if (outputs.Folder is { } folder) ReportFolder.Write(folder, record.Problem, [record], outputs.Formats);
        }
        if (!outputs.IsQuiet) SolveOutput.Print([record], outputs.Folder);
        return SolveOutput.Code(record);
    }

    /// <summary>Adds the verb's own arguments and options.</summary>
    protected abstract void DefineProblem(Command command);

    /// <summary>The instance that was named.</summary>
    protected abstract IProblemSource Problem(ParseResult parsed, MachineSetting machine);

    /// <summary>The machine that was asked for.</summary>
    protected MachineSetting Machine(ParseResult parsed, string unlessGiven = "continuous") => _common.ReadMachine(parsed, unlessGiven);

    /// <summary>Reserves the outputs.</summary>
    protected Outputs Reserve(ParseResult parsed) => _output.Reserve(parsed);

    /// <summary>Number of runs.</summary>
    protected int Runs(ParseResult parsed) => parsed.GetValue(_common.Runs);

    /// <summary>The seed.</summary>
    protected ulong Seed(ParseResult parsed) => parsed.GetValue(_common.Seed);

    /// <summary>The limit that --time gives, s.</summary>
    protected double TimeSeconds(ParseResult parsed) => parsed.GetValue(_opponents.Time);

    private int Compare(
        ParseResult parsed, IProblemSource problem, MachineSetting machine, IReadOnlyList<IHeuristic> solvers, Outputs outputs,
        CancellationToken cancellation)
    {
        bool asked = CommonOptions.IsGiven(parsed, _common.Machine);
        var study = new ComparisonStudy
        {
            Problem = problem,
            Machine = machine,
            MachinesAsked = asked,
            Solvers = solvers,
            SecondsPerSolver = TimeSeconds(parsed),
            Runs = Runs(parsed),
            Seed = Seed(parsed),
            Target = parsed.GetValue(_target),
        };
        var record = Progress.Run(asked ? study with { Machines = [machine.Name] } : study, outputs.IsQuiet, cancellation);
        outputs.Write(record, OpponentOutput.Of(record));
        return record.Cancelled ? ExitCode.Cancelled
            : study.Target is not null && !record.TargetReached ? ExitCode.NotReached : ExitCode.Done;
    }
}
