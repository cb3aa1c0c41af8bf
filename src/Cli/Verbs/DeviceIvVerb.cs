using System.CommandLine;
using Cli.Devices;
using Cli.Options;
using Cli.Output;
using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Engines;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Drives one device and shows its loop, beside its twin on every simulator that is here.</summary>
internal sealed class DeviceIvVerb : Verb
{
    private const double EdgeShift = 1e-4;
    private readonly CommonOptions _common = new();
    private readonly DeviceOptions _device = new();

    private readonly Option<string> _waveform = new("--waveform")
    {
        Description = "Shape of the voltage.",
        HelpName = "sine|triangle|pulses",
        DefaultValueFactory = _ => "sine",
    };

    private readonly Option<double?> _volts = new("--volts")
    {
        Description = "Amplitude in volts; the device's own without it.",
        HelpName = "V",
    };

    private readonly Option<double?> _period = new("--period-seconds")
    {
        Description = "Period in seconds; the device's own without it.",
        HelpName = "T",
    };

    private readonly Option<int> _periods = new("--periods")
    {
        Description = "How many periods.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<bool> _alone = new("--alone") { Description = "Do not run the SPICE twin beside it." };

    /// <inheritdoc/>
    public override string Name => "device iv";

    /// <inheritdoc/>
    public override string Summary => "Drives a memristor with a voltage: pinched loop as table and figure, compared with its SPICE twin.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield device iv linear-ion-drift",
        "hopfield device iv stanford-pku --waveform triangle --volts 1.5 --out out/stanford",
        "hopfield device iv vteam --parameters mine.json --waveform pulses --period-seconds 1e-7 --json out.json",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _waveform.AcceptOnlyFromAmong("sine", "triangle", "pulses");
        command.Arguments.Add(_device.Name);
        foreach (var option in (Option[])[_device.Parameters, _waveform, _volts, _period, _periods, _alone, _common.Json, _common.Out,
            _common.Quiet])
            command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var device = _device.Read(parsed);
        double volts = parsed.GetValue(_volts) ?? device.Sweep.Volts, period = parsed.GetValue(_period) ?? device.Sweep.PeriodSeconds;
        int periods = parsed.GetValue(_periods);
        if (!(double.IsFinite(volts)
            && volts > 0)) throw new ArgumentException($"--volts must be a finite number greater than 0 V, not {volts}");
        if (!(double.IsFinite(period)
            && period > 0)) throw new ArgumentException($"--period-seconds must be a finite number greater than 0 s, not {period}");
        if (periods is < 1 or > 1000) throw new ArgumentException($"--periods must be from 1 to 1000, not {periods}");
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;

        string shape = parsed.GetValue(_waveform) ?? "sine";
        var drive = shape switch
        {
            "triangle" => DeviceBench.Triangle(volts, period, periods),
            "pulses" => DeviceBench.Pulses(volts, period, periods),
            _ => DeviceBench.Sine(volts, period, periods),
        };
        double stop = period * periods;
        var trace = DeviceBench.Drive(device, drive, stop);
        var traces = new List<(string Name, DeviceTrace Trace)> { ("hopfield", trace) };
        if (!parsed.GetValue(_alone)) traces.AddRange(Twins(device, drive, stop, cancellation));
        var comparisons = traces.Skip(1)
            .Select(t => new Comparison(t.Name, DeviceTwin.WorstAmperes(t.Trace, trace,
                EdgeShift * period) / trace.Amperes.Max(Math.Abs))).ToList();

        if (folder is not null) Write(folder, device, traces);
        json?.Write(RecordJson.Of(Record(device, shape, volts, period, periods, trace, comparisons)));
        if (!parsed.GetValue(_common.Quiet)) Print(device, trace, comparisons, folder);
        return comparisons.All(c => c.WorstOfLargestCurrent <= DeviceTwin.AgreementOfLargestCurrent) ? ExitCode.Done : ExitCode.NotReached;
    }

    /// <summary>The device's twin on the simulators that are here; the reduced engine takes linear cells only.</summary>
    private static IEnumerable<(string Name, DeviceTrace Trace)> Twins(
        IDeviceModel device, SourceWaveform drive, double stop, CancellationToken cancellation) =>
        CircuitEngines.All.Where(item => item.Availability.Present && item.Engine is not Crossbar.Engines.Reduced.ReducedEngine)
            .Select(item => (item.Engine.Name, DeviceTwin.Drive(item.Engine, device, drive, stop, cancellation: cancellation)));

    private static void Write(string folder, IDeviceModel device, List<(string Name, DeviceTrace Trace)> traces)
    {
        foreach (var (name, trace) in traces) DeviceFiles.WriteTrace(Path.Combine(folder, $"{name}.csv"), device, trace);
        DeviceFiles.WriteFigure(folder, "loop", DeviceFiles.Loop(device, traces));
        for (int k = 0; k < device.States.Count; k++) DeviceFiles.WriteFigure(folder, $"state{k + 1}", DeviceFiles.State(device, k,
            traces));
        File.WriteAllLines(Path.Combine(folder, device.Subcircuit.Name + ".lib"), device.Subcircuit.Lines);
    }

    private static object Record(
        IDeviceModel device, string shape, double volts, double period, int periods, DeviceTrace trace, IReadOnlyList<Comparison> twins) =>
            new
            {
                Device = device.Name,
                device.Source,
                Parameters = DeviceSubcircuit.Properties(device).ToDictionary(p => DeviceOptions.JsonName(p.Name), p => p.GetValue(device)),
                Waveform = shape,
                Volts = volts,
                PeriodSeconds = period,
                Periods = periods,
                LargestAmperes = trace.Amperes.Max(Math.Abs),
                LoopAreaVoltAmperes = trace.LoopArea(),
                FinalStates = device.States.Select((state, k) => new { state.Name, state.Unit, Value = trace.State(k)[^1] }),
                Twins = twins,
                Version = ProgramVersion.Text,
            };

    private static void Print(IDeviceModel device, DeviceTrace trace, IReadOnlyList<Comparison> comparisons, string? folder)
    {
        var table = new ResultTable("quantity", "least", "largest", "end");
        for (int k = 0; k < trace.Waves.Names.Length; k++)
        {
            string unit = k == 0 ? "V" : k == 1 ? "A" : device.States[k - 2].Unit;
            double[] values = trace.Waves.Values[k];
            table.Add(trace.Waves.Names[k], Quantity.Text(values.Min(), unit), Quantity.Text(values.Max(), unit),
                Quantity.Text(values[^1], unit));
        }
        table.Print();
        Console.Out.WriteLine($"loop area {Quantity.Text(trace.LoopArea(), "W")}, {trace.Seconds.Length - 1} steps to "
            + $"{Quantity.Text(trace.Seconds[^1], "s")}");
        foreach (var comparison in comparisons)
            Console.Out.WriteLine($"{comparison.Engine}: largest difference {comparison.WorstOfLargestCurrent:e1} of the largest "
                + $"current (edges within {EdgeShift:e0} of the period)");
        if (folder is not null) Console.Out.WriteLine($"waveforms, figures and library: {folder}");
    }

    private sealed record Comparison(string Engine, double WorstOfLargestCurrent);
}
