using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Cli.Noise;
using Cli.Options;
using Cli.Output;
using Crossbar.Devices;
using Hopfield.Numerics;
using Studies;
using Studies.Noise;

namespace Cli.Verbs;

/// <summary>Samples noise of a cell and holds its spectrum against what the models state.</summary>
internal sealed class NoisePsdVerb : StudyVerb<NoisePsdRecord>
{
    private readonly CommonOptions _common = new();
    private readonly NoiseKindOptions _kinds = new("thermal,shot,flicker,rtn");

    private readonly RecordOptions<NoisePsdStudy> _cell = new RecordOptions<NoisePsdStudy>()
        .Add(study => study.Siemens, "G", "Conductance of the cell in siemens; 20e-6 without a device.", "--conductance")
        .Add(study => study.Volts, "V", "Voltage across the cell.")
        .Add(study => study.Kelvin, "T", "Temperature in kelvin.", "--temperature")
        .Add(study => study.StepSeconds, "H", "Time between samples.")
        .Add(study => study.Samples, "N", "Samples in a record, a power of two: the spectrum reaches from 8/(N H) to 1/(2 H).");

    private readonly Option<string?> _device = new("--device")
    {
        Description = "A device from 'hopfield list devices': its conductance at --volts, in a fresh cell or, "
            + "with --conductance, in the state that has it.",
        HelpName = "NAME",
    };

    public override string Name => "noise psd";
    public override string Summary => "Samples the noise of a cell and compares its spectrum with theory: table, CSV and figure.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield noise psd --conductance 20e-6",
        "hopfield noise psd --device stanford-pku --conductance 1e-4 --volts 0.1 --kinds thermal,flicker --out out/noise",
        "hopfield noise psd --kinds rtn --parameters mine.json --step-seconds 1e-8",
    ];

    protected override void DefineOptions(Command command)
    {
        _device.CompletionSources.Add(_ => Catalog.Of<IDeviceModel>().Select(device => new CompletionItem(device.Name)));
        command.Options.Add(_device);
        _cell.AddTo(command);
        _kinds.AddTo(command, hasParameters: true);
        command.Options.Add(_common.Seed);
    }

    protected override Study<NoisePsdRecord> Ask(ParseResult parsed) => _cell.Over(new()
    {
        Device = parsed.GetValue(_device) is { } name ? Catalog.Find<IDeviceModel>(name, "device") : null,
        Noise = _kinds.Read(parsed),
        Seed = parsed.GetValue(_common.Seed),
    }, parsed);

    protected override string Title(NoisePsdRecord record) => "Noise of a cell";

    protected override void Show(NoisePsdRecord record, Presentation page)
    {
        var table = new ResultTable("noise", "density at the lowest band", "theory", "at the highest", "theory", "bands",
            "worst, standard errors", "verdict");
        foreach (var noise in record.Noise)
        {
            var bands = noise.Bands;
            table.Add(noise.Name, Number(bands[0].Sampled), Number(bands[0].Theory), Number(bands[^1].Sampled), Number(bands[^1].Theory),
                $"{bands.Count}", noise.Worst.ToString("f2", CultureInfo.InvariantCulture), noise.Agrees ? "as stated" : "not as stated");
            page.File(noise.Name + ".csv", path => SpectrumFigures.Write(path, noise));
        }
        page.Table(table, $"cell of {Quantity.Text(record.Siemens, "S")} at {Quantity.Text(record.Volts, "V")}, "
            + $"{record.Kelvin.ToString("g6", CultureInfo.InvariantCulture)} K; "
            + $"{NoisePsdStudy.Cells} cells, {NoisePsdStudy.SegmentsPerCell} records each");
        page.Figures(SpectrumFigures.Of(record));
    }

    protected override int Verdict(NoisePsdRecord record) => record.Agrees ? ExitCode.Done : ExitCode.NotReached;

    private static string Number(double value) => value.ToString("g4", CultureInfo.InvariantCulture);
}
