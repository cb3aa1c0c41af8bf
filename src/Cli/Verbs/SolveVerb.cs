using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Studies;
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

    public sealed override void Define(Command command)
    {
        DefineProblem(command);
        _common.AddAllTo(command);
        command.Options.Add(_crossCheck);
        command.Options.Add(_target);
        _opponents.AddTo(command);
        _output.AddTo(command);
    }

    public sealed override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var study = Ask(parsed);
        using var outputs = _output.Reserve(parsed);
        var record = Progress.Run(study, outputs.IsQuiet, cancellation);
        if (record is SolveRecord solved)
        {
            outputs.WriteJson(record);
            string? folder = solved.Main.Runs.Count > 0 ? outputs.Folder : null; // of no run there is nothing to draw
            if (folder is not null) ReportFolder.Write(folder, solved.Problem, [solved], outputs.Formats);
            if (!outputs.IsQuiet) SolveOutput.Print([solved], folder);
            return SolveOutput.Code(solved);
        }
        if (Page(record) is { } page) outputs.Write(record, page);
        else outputs.WriteJson(record);
        return record.Cancelled ? ExitCode.Cancelled
            : record is ComparisonRecord { TargetReached: false } && parsed.GetValue(_target) is not null ? ExitCode.NotReached
            : ExitCode.Done;
    }

    /// <summary>Options become the study: runs on a machine, or with --solver a comparison.</summary>
    protected virtual Study Ask(ParseResult parsed)
    {
        var machine = Machine(parsed);
        var solvers = _opponents.Heuristics(parsed);
        if (parsed.GetValue(_crossCheck) && (solvers is not null || !machine.IsCircuit))
            throw new ArgumentException("--cross-check compares circuit engines; expected --machine continuous without --solver and --array");
        if (solvers is null && CommonOptions.IsGiven(parsed, _opponents.Time))
            throw new ArgumentException("--time is what --solver may spend; expected --solver with it");
        if (solvers is null)
            return new SolveStudy
            {
                Problem = Problem(parsed, machine),
                Machine = machine,
                Runs = Runs(parsed),
                Seed = Seed(parsed),
                Target = parsed.GetValue(_target),
                WithSpice = parsed.GetValue(_crossCheck),
            };
        bool asked = CommonOptions.IsGiven(parsed, _common.Machine);
        var study = new ComparisonStudy
        {
            Problem = Problem(parsed, machine),
            Machine = machine,
            MachinesAsked = asked,
            Solvers = solvers,
            SecondsPerSolver = TimeSeconds(parsed),
            Runs = Runs(parsed),
            Seed = Seed(parsed),
            Target = parsed.GetValue(_target),
        };
        return asked ? study with { Machines = [machine.Name] } : study;
    }

    /// <summary>What is shown of a record that is not of a solved problem; null for nothing.</summary>
    protected virtual Presentation? Page(StudyRecord record) => OpponentOutput.Of((ComparisonRecord)record);

    /// <summary>Adds the verb's own arguments and options.</summary>
    protected abstract void DefineProblem(Command command);

    /// <summary>The instance that was named.</summary>
    protected abstract IProblemSource Problem(ParseResult parsed, MachineSetting machine);

    /// <summary>The machine that was asked for.</summary>
    protected MachineSetting Machine(ParseResult parsed, string unlessGiven = "continuous") => _common.ReadMachine(parsed, unlessGiven);

    /// <summary>Number of runs.</summary>
    protected int Runs(ParseResult parsed) => parsed.GetValue(_common.Runs);

    /// <summary>The seed.</summary>
    protected ulong Seed(ParseResult parsed) => parsed.GetValue(_common.Seed);

    /// <summary>The limit that --time gives, s.</summary>
    protected double TimeSeconds(ParseResult parsed) => parsed.GetValue(_opponents.Time);
}
