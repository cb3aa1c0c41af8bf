using System.CommandLine;
using Cli.Devices;
using Cli.Options;
using Cli.Output;
using Crossbar.Bench;
using Crossbar.Engines;
using Crossbar.Engines.Reduced;
using Studies;
using Studies.Devices;

namespace Cli.Verbs;

/// <summary>Drives one device and shows its loop, beside its twin on every simulator that is here.</summary>
internal sealed class DeviceIvVerb : StudyVerb<DeviceIvRecord>
{
    private readonly DeviceOptions _device = new();
    private readonly RecordOptions<DeviceIvStudy> _drive = new RecordOptions<DeviceIvStudy>()
        .AddChoice(study => study.Waveform, "Shape of the voltage.", null,
            [("sine", DriveShape.Sine), ("triangle", DriveShape.Triangle), ("pulses", DriveShape.Pulses)])
        .Add(study => study.Volts, "V", "Amplitude in volts; the device's own without it.")
        .Add(study => study.PeriodSeconds, "T", "Period in seconds; the device's own without it.")
        .Add(study => study.Periods, "N", "How many periods.");

    private readonly Option<bool> _alone = new("--alone") { Description = "Do not run the SPICE twin beside it." };

    public override string Name => "device iv";
    public override string Summary => "Drives a memristor with a voltage: pinched loop as table and figure, compared with its SPICE twin.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield device iv linear-ion-drift",
        "hopfield device iv stanford-pku --waveform triangle --volts 1.5 --out out/stanford",
        "hopfield device iv vteam --parameters mine.json --waveform pulses --period-seconds 1e-7 --json out.json",
    ];

    protected override void DefineOptions(Command command)
    {
        _device.AddTo(command);
        _drive.AddTo(command);
        command.Options.Add(_alone);
    }

    /// <inheritdoc/>
    /// <remarks>The twin runs on the simulators that are here; the reduced engine takes linear cells only.</remarks>
    protected override Study<DeviceIvRecord> Ask(ParseResult parsed) => _drive.Over(new()
    {
        Device = _device.Read(parsed),
        Engines = parsed.GetValue(_alone) ? []
            : [.. CircuitEngines.All.Where(item => item.Availability.Present && item.Engine is not ReducedEngine).Select(item => item.Engine)],
    }, parsed);

    protected override string Title(DeviceIvRecord record) => $"{record.Device} under a voltage";

    protected override void Show(DeviceIvRecord record, Presentation page)
    {
        var (device, trace) = (record.Model, record.Trace);
        var table = new ResultTable("quantity", "least", "largest", "end");
        for (int k = 0; k < trace.Waves.Names.Length; k++)
        {
            string unit = k == 0 ? "V" : k == 1 ? "A" : device.States[k - 2].Unit;
            double[] values = trace.Waves.Values[k];
            table.Add(trace.Waves.Names[k], Quantity.Text(values.Min(), unit), Quantity.Text(values.Max(), unit),
                Quantity.Text(values[^1], unit));
        }
        page.Table(table).Say($"loop area {Quantity.Text(record.LoopAreaVoltAmperes, "W")}, {trace.Seconds.Length - 1} steps to "
            + $"{Quantity.Text(trace.Seconds[^1], "s")}");
        foreach (var twin in record.Twins)
            page.Say($"{twin.Engine}: largest difference {twin.WorstOfLargestCurrent:g2} of the largest "
                + $"current (edges within {DeviceIvStudy.EdgeShift:g2} of the period)");
        NamedTrace[] traces = [new("hopfield", trace), .. record.TwinTraces];
        foreach (var (name, waves) in traces) page.File($"{name}.csv", path => DeviceFiles.WriteTrace(path, device, waves));
        page.Figure(new("loop", DeviceFiles.Loop(device, traces), "A memristor carries no current at 0 V."));
        for (int k = 0; k < device.States.Count; k++)
            page.Figure(new($"state{k + 1}", DeviceFiles.State(device, k, traces), "What the device remembers."));
        page.File(device.Subcircuit.Name + ".lib", path => File.WriteAllLines(path, device.Subcircuit.Lines));
    }

    protected override int Verdict(DeviceIvRecord record) => record.Agrees ? ExitCode.Done : ExitCode.NotReached;
}
