using System.CommandLine;
using Cli.Demo;
using Cli.Output;
using Cli.Reports;
using Cli.Solving;

namespace Cli.Verbs;

/// <summary>Shows the whole machine on three small problems that need no file.</summary>
internal sealed class DemoVerb : Verb
{
    private const string DefaultFolder = "hopfield-demo";
    private readonly CommonOptions _common = new();

    /// <inheritdoc/>
    public override string Name => "demo";

    /// <inheritdoc/>
    public override string Summary =>
        "Solves a cut, a tour and a recall on the circuit and digitally, and writes a page with everything there is to see.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["hopfield demo", "hopfield demo --out out/demo --seed 7 --json demo.json"];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _common.Out.DefaultValueFactory = _ => DefaultFolder;
        foreach (var option in (Option[])[_common.Seed, _common.Json, _common.Out, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        ulong seed = parsed.GetValue(_common.Seed);
        bool quiet = parsed.GetValue(_common.Quiet);
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        string folder = OutputFile.Folder(parsed.GetValue(_common.Out)!);
        var outcomes = new List<SolveOutcome>();
        foreach (var (job, runs) in DemoProblems.In(folder, seed, cancellation))
        {
            outcomes.Add(SolveFlow.Run(job, new("continuous", "auto", runs, seed, 0, null, null, quiet), cancellation));
            if (outcomes[^1].Cancelled) break;
        }
        json?.Write(new DemoReport { Seed = seed, Problems = [.. outcomes.Select(outcome => outcome.ToReport())] }.ToJson());
        ReportFolder.Write(folder, "Hopfield networks on a memristor crossbar", outcomes);
        if (!quiet) SolveOutput.Print(outcomes, folder);
        return outcomes.Max(outcome => outcome.ExitCode);
    }
}
