using System.CommandLine;
using Cli.Noise;
using Cli.Options;
using Cli.Output;
using Studies;
using Studies.Noise;

namespace Cli.Verbs;

/// <summary>What each noise adds to one read of a column: which can anneal.</summary>
internal sealed class NoiseBudgetVerb : StudyVerb<NoiseBudgetRecord>
{
    private readonly CommonOptions _common = new();
    private readonly NoiseKindOptions _kinds = new("all");

    private readonly RecordOptions<NoiseBudgetStudy> _read = new RecordOptions<NoiseBudgetStudy>()
        .Add(study => study.Rows, "N", "Cells in the column, half of them on and half off.")
        .Add(study => study.Volts, "V", "Voltage across each cell, in volts.")
        .Add(study => study.BandwidthHertz, "B", "Noise bandwidth of the read, in hertz.")
        .Add(study => study.Kelvin, "T", "Temperature, in kelvin.", "--temperature")
        .Add(study => study.SenseOhms, "R", "Volts at the decision node per ampere of column current, in ohms.");

    public override string Name => "noise budget";
    public override string Summary => "Adds up the noise of one read of a column, in amperes, volts and units of weight.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield noise budget",
        "hopfield noise budget --kinds thermal --on-siemens 1e-6 --off-siemens 1e-8 --volts 0.026",
    ];

    protected override void DefineOptions(Command command)
    {
        _read.AddTo(command);
        foreach (var option in (Option[])[_common.OnSiemens, _common.OffSiemens]) command.Options.Add(option);
        _kinds.AddTo(command, hasParameters: false);
        Output.HasFolder = false;
    }

    protected override Study<NoiseBudgetRecord> Ask(ParseResult parsed)
    {
        var mapping = _common.ReadMapping(parsed);
        return _read.Over(new()
        {
            OnSiemens = mapping.OnSiemens,
            OffSiemens = mapping.OffSiemens,
            Noise = _kinds.Read(parsed),
        }, parsed);
    }

    protected override string Title(NoiseBudgetRecord record) => "Noise of one read";

    protected override void Show(NoiseBudgetRecord record, Presentation page) =>
        page.Table(NoiseTable.Of(record.Budget), NoiseTable.Heading(record.Budget));
}
