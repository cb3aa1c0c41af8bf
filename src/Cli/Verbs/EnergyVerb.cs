using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Crossbar.Costs;
using Studies.Energy;
using Studies.Problems;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Compares the energy of an analogue machine with digital ones at equal solution quality.</summary>
internal sealed class EnergyVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly OutputOptions _output = new();

    private readonly Argument<string> _file = new("FILE") { Description = "An instance of any format that is read here." };

    private readonly Option<string[]> _presets = new("--preset")
    {
        Description = "Unit costs of the analogue machine: names ('hopfield list presets'), or .json files of your own; the first is what the comparison is about.",
        HelpName = "NAME|FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _opponents = new("--opponents")
    {
        Description = "Unit costs of the digital machines beside it.",
        HelpName = "NAME|FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["digital-45nm", "digital-28nm", "digital-7nm", "digital-7nm-flipflops", "cpu-operations-45nm",
            "fpga-sbm", "cpu-20w", "gpu-gtx1080ti"],
    };

    private readonly Option<string> _success = new("--success")
    {
        Description = "Which state of a run counts: 'final', or 'best-seen' on the way.",
        HelpName = "final|best-seen",
        DefaultValueFactory = _ => "final",
    };

    private readonly Option<double?> _target =
        new("--target") { Description = "Score that counts as solved; default: the best known one.", HelpName = "SCORE" };

    private readonly Option<double> _programming = new("--runs-per-programming")
    {
        Description = "Runs that share one programming of the array.",
        HelpName = "N",
        DefaultValueFactory = _ => 1e6,
    };

    private readonly Option<double> _bias = new("--bias-amperes")
    {
        Description = "Bias current of an amplifier output of the continuous machine, in amperes.",
        HelpName = "I",
        DefaultValueFactory = _ => new AmplifierModel().QuiescentAmperes,
    };

    private readonly Option<string?> _explain = new("--explain") { Description = "Print the formula of the rows whose component contains this, with the numbers in it.", HelpName = "ROW" };

    private readonly Option<string?> _csv =
        new("--csv") { Description = "Write every row of every ledger to this file.", HelpName = "FILE" };

    public override string Name => "energy";

    public override string Summary =>
        "Itemised energy, time and area of an analogue machine to 99 % success, beside digital machines that do the same.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield energy g05_60.0 --runs 1000 --cycles 50 --batch 10",
        "hopfield energy g05_60.0 --preset components-32nm cai-2020-table1 --explain comparator --out out/energy",
        "hopfield energy graph.rud --machine continuous --opponents digital-7nm cpu-20w",
    ];

    public override void Define(Command command)
    {
        _file.Arity = ArgumentArity.ZeroOrOne;
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_presets, _opponents, _success, _target, _programming, _bias, _explain, _csv])
            command.Options.Add(option);
        _common.AddAllTo(command);
        _output.AddTo(command);
    }

    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var study = Study(parsed);
        using var outputs = _output.Reserve(parsed);
        using var csv = parsed.GetValue(_csv) is { } csvPath ? new OutputFile(csvPath) : null;
        var record = Progress.Run(study, outputs.IsQuiet, cancellation);
        csv?.Write(EnergyOutput.Csv(record));
        outputs.Write(record, EnergyOutput.Of(record, study.Engines, parsed.GetValue(_explain)));
        return record.Cancelled ? ExitCode.Cancelled : record.Successes == 0 ? ExitCode.NotReached : ExitCode.Done;
    }

    private EnergyStudy Study(ParseResult parsed)
    {
        string path = parsed.GetValue(_file) ?? throw new ArgumentException("FILE is missing; expected an instance");
        if (CommonOptions.IsGiven(parsed, _common.Machine) && parsed.GetValue(_common.Machine) is not ("clocked" or "continuous"))
            throw new ArgumentException($"--machine {parsed.GetValue(_common.Machine)}: digital machines are opponents here; expected clocked or continuous");
        // The default of the other verbs is a transient; energy is first of all a question about the clocked machine.
        var machine = _common.ReadMachine(parsed, "clocked");
        bool isClocked = machine.Name == "clocked";
        string[] names = parsed.GetValue(_presets) is { Length: > 0 } given ? given
            : isClocked ? ["components-32nm", "components-isaac-adc", "cai-2020-table1", "fahimi-2021"] : ["continuous-ab"];
        return new()
        {
            Problem = new AnyFile { File = DataFile.Of(path) },
            Machine = machine,
            Runs = CommonOptions.IsGiven(parsed, _common.Runs) ? parsed.GetValue(_common.Runs) : isClocked ? 640 : 20,
            Seed = parsed.GetValue(_common.Seed),
            Target = parsed.GetValue(_target),
            Presets = [.. names.Select(CostPresetFile.Find)],
            Opponents = [.. (parsed.GetValue(_opponents) ?? []).Select(CostPresetFile.Find)],
            Success = parsed.GetValue(_success) switch
            {
                "final" => SuccessState.Final,
                "best-seen" => SuccessState.BestSeen,
                var other => throw new ArgumentException($"--success {other}: expected final or best-seen"),
            },
            RunsPerProgramming = parsed.GetValue(_programming),
            Amplifiers = new() { QuiescentAmperes = parsed.GetValue(_bias) },
        };
    }
}
