using System.CommandLine;
using Cli.Demo;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Studies.Records;
using Studies.Solving;

namespace Cli.Verbs;

/// <summary>Shows the whole machine on three small problems that need no file.</summary>
internal sealed class DemoVerb : Verb
{
    private const string DefaultFolder = "hopfield-demo";
    private readonly CommonOptions _common = new();
    private readonly OutputOptions _output = new();

    public override string Name => "demo";

    public override string Summary =>
        "Solves a cut, a tour and a recall on the circuit and digitally, and writes a page with everything there is to see.";

    public override IReadOnlyList<string> Examples => ["hopfield demo", "hopfield demo --out out/demo --seed 7 --json demo.json"];

    public override void Define(Command command)
    {
        _output.Out.DefaultValueFactory = _ => DefaultFolder;
        command.Options.Add(_common.Seed);
        _output.AddTo(command);
    }

    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        ulong seed = parsed.GetValue(_common.Seed);
        using var outputs = _output.Reserve(parsed);
        string folder = outputs.Folder!;
        var records = new List<SolveRecord>();
        foreach (var study in DemoProblems.In(folder, seed))
        {
            records.Add(Progress.Run(study, outputs.IsQuiet, cancellation));
            if (records[^1].Cancelled) break;
        }
        outputs.WriteJson(RecordJson.Of(new DemoRecord(seed, records)));
        ReportFolder.Write(folder, "Hopfield networks on a memristor crossbar", records, outputs.Formats);
        if (!outputs.IsQuiet) SolveOutput.Print(records, folder);
        return records.Max(SolveOutput.Code);
    }
}
