using System.CommandLine;
using Cli.Devices;
using Cli.Options;
using Cli.Output;
using Hopfield.Files;
using Studies;
using Studies.Devices;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Writes a matrix of conductances onto an array of simulated devices.</summary>
internal sealed class DeviceProgramVerb : StudyVerb<DeviceProgramRecord>
{
    private readonly CommonOptions _common = new();
    private readonly DeviceOptions _device = new();
    private readonly WritingOptions _writing = new();
    private readonly AgingOptions _aging =
        new("Law by which the array ages for --after seconds; without it, the device's own dynamics at 0 V.");
    private readonly RecordOptions<DeviceProgramStudy> _after = new RecordOptions<DeviceProgramStudy>()
        .Add(study => study.AfterSeconds, "SECONDS", "Leave the array alone for so many seconds.", "--after");

    private readonly Option<string> _targets = new("--targets")
    {
        Description = "Matrix of conductances in siemens (.csv or .npy).",
        HelpName = "FILE",
        Required = true,
    };

    public override string Name => "device program";

    public override string Summary =>
        "Writes a matrix onto an array by pulses and reads on the devices' own dynamics: errors, failed cells, pulses, joules.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield device program stanford-pku --targets conductances.csv --out out/programmed",
        "hopfield device program vteam --targets g.npy --scheme v3 --segment-ohms 1 --passes 2",
        "hopfield device program phase-change --targets g.csv --levels aihwkit-pcm --after 86400",
        "hopfield device program yakopcic --targets g.csv --device-spread-percent 10 --stuck-on-percent 9 --stuck-off-percent 2 --seed 4",
    ];

    protected override void DefineOptions(Command command)
    {
        command.Options.Add(_targets);
        _device.AddTo(command);
        _writing.AddTo(command);
        foreach (var option in (Option[])[_common.Seed, _aging.Levels, _aging.Retention]) command.Options.Add(option);
        _after.AddTo(command);
    }

    protected override Study<DeviceProgramRecord> Ask(ParseResult parsed) => _after.Over(new()
    {
        Device = _device.Read(parsed),
        Targets = DataFile.Of(parsed.GetRequiredValue(_targets)),
        Writing = _writing.Read(parsed),
        Levels = _aging.ReadLevels(parsed),
        Retention = _aging.ReadRetention(parsed),
        Seed = parsed.GetValue(_common.Seed),
    }, parsed);

    protected override string Title(DeviceProgramRecord record) => $"An array of {record.Device} programmed";

    protected override void Show(DeviceProgramRecord record, Presentation page)
    {
        var result = record.Result;
        page.Table(ProgrammingFigures.Cells(result));
        if (ProgrammingFigures.Faults(result) is { } faults) page.Say(faults);
        page.Say($"{record.Device}: {Quantity.Text(result.CellJoules, "J")} in the cells; pulses take "
            + $"{Quantity.Text(result.SerialSeconds, "s")} one after the other, {Quantity.Text(result.RowParallelSeconds, "s")} by rows");
        if (record.Stages.Count > 0)
            page.Table(ErrorTable.Of(result.TargetSiemens, record.Stages.Select(stage => (stage.What, stage.Siemens))));
        page.Figures(ProgrammingFigures.Of(record.Device, result))
            .Matrices(result.Rows, result.Columns, record.Stages.Count > 0 ? record.Stages[^1].Siemens : result.Siemens)
            .File("pulses.csv", path => MatrixFile.Write(path,
                new Matrix(result.Rows, result.Columns, [.. result.Pulses.Select(p => (double)p)])));
    }

    protected override int Verdict(DeviceProgramRecord record) => record.Verified == record.Cells ? ExitCode.Done : ExitCode.NotReached;
}
