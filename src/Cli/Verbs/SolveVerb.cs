using System.CommandLine;
using Cli.Opponents;
using Cli.Output;
using Cli.Reports;
using Cli.Solving;

namespace Cli.Verbs;

/// <summary>What the verbs that solve a problem share: options, the runs, tables, JSON and the report folder.</summary>
public abstract class SolveVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly OpponentOptions _opponents = new();

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
    }

    /// <summary>What was given for the options that all such verbs have.</summary>
    internal RunSettings Settings(ParseResult parsed) => _common.Read(parsed);

    /// <summary>The limit that --time gives.</summary>
    internal double TimeSeconds(ParseResult parsed) => parsed.GetValue(_opponents.Time);

    /// <summary>Adds the verb's own arguments and options.</summary>
    protected abstract void DefineProblem(Command command);

    /// <summary>Reads the instance and says how to run it.</summary>
    internal abstract SolveJob Job(ParseResult parsed, RunSettings settings);

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var settings = _common.Read(parsed);
        using var json = settings.Json is { } path ? new OutputFile(path) : null;
        string? folder = settings.Out is { } wanted ? OutputFile.Folder(wanted) : null;
        var job = Job(parsed, settings) with { WithSpice = parsed.GetValue(_crossCheck), Target = parsed.GetValue(_target) };
        if (_opponents.Heuristics(parsed) is { } heuristics)
        {
            bool asked = parsed.GetResult(_common.Machine) is { Implicit: false };
            var report = new Comparison(job, settings, parsed.GetValue(_opponents.Time), cancellation)
                .Run(asked ? [settings.Machine] : ["continuous", "clocked"], asked, heuristics);
            json?.Write(JsonText.Of(report));
            if (folder is not null) OpponentOutput.Write(folder, report, settings.FigureFormats);
            if (!settings.IsQuiet) OpponentOutput.Print(report);
            return report.Cancelled ? ExitCode.Cancelled
                : job.Target is not null && report.Rows.All(row => row.Successes is null or 0) ? ExitCode.NotReached : ExitCode.Done;
        }
        var outcome = SolveFlow.Run(job, settings, cancellation);
        if (outcome.Main.Runs.Count > 0)
        {
            json?.Write(outcome.ToReport().ToJson());
            if (folder is not null) ReportFolder.Write(folder, job.Name, [outcome]);
        }
        if (!settings.IsQuiet) SolveOutput.Print([outcome], folder);
        return outcome.ExitCode;
    }
}
