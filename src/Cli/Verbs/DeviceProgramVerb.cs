using System.CommandLine;
using Cli.Devices;
using Cli.Options;
using Cli.Output;
using Crossbar.Arrays;
using Crossbar.Programming;
using Hopfield.Files;
using Hopfield.Numerics;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Writes a matrix of conductances onto an array of simulated devices.</summary>
internal sealed class DeviceProgramVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly DeviceOptions _device = new();
    private readonly AgingOptions _aging = new();
    private readonly Option<string> _targets = new("--targets")
    {
        Description = "Matrix of conductances in siemens (.csv or .npy).",
        HelpName = "FILE",
        Required = true,
    };
    private readonly Option<double> _tolerance = Number("--tolerance-percent", "P",
        "Accept a cell within this many percent of its target.", 100 * new WriteVerifyOptions().Tolerance);
    private readonly Option<int> _budget = new("--pulses")
    {
        Description = "Most pulses per cell.",
        HelpName = "N",
        DefaultValueFactory = _ => new WriteVerifyOptions().PulseBudget,
    };
    private readonly Option<string> _scheme = new("--scheme")
    {
        Description = "'cell': a transistor in every cell; 'v2', 'v3': passive array, other lines at V/2 or at V/3 and 2V/3, one cell "
            + "at a time.",
        HelpName = "cell|v2|v3",
        DefaultValueFactory = _ => "cell",
    };

    private readonly Option<int> _passes = new("--passes")
    {
        Description = "How often a passive array is gone through.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<double> _readVolts = Number("--read-volts", "V", "Read voltage in volts.", new WriteVerifyOptions().ReadVolts);
    private readonly Option<double> _readNoise = Number("--read-noise-percent", "P",
        "Standard deviation of a read, in percent of what is read.", 0);
    private readonly Option<double> _deviceSpread = Number("--device-spread-percent", "P",
        "Device-to-device spread of conductance and threshold, in percent.", 0);
    private readonly Option<double> _cycleSpread = Number("--cycle-spread-percent", "P",
        "Cycle-to-cycle spread of the speed, in percent.", 0);
    private readonly Option<double> _stuckOn = Number("--stuck-on-percent", "P", "Cells that are stuck on.", 0);
    private readonly Option<double> _stuckOff = Number("--stuck-off-percent", "P", "Cells that are stuck off.", 0);
    private readonly Option<double> _open = Number("--open-percent", "P", "Cells that are open.", 0);
    private readonly Option<double> _broken = Number("--broken-lines-percent", "P", "Word lines and bit lines that are cut.", 0);

    /// <inheritdoc/>
    public override string Name => "device program";

    /// <inheritdoc/>
    public override string Summary =>
        "Writes a matrix onto an array by pulses and reads on the devices' own dynamics: errors, failed cells, pulses, joules.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield device program stanford-pku --targets conductances.csv --out out/programmed",
        "hopfield device program vteam --targets g.npy --scheme v3 --segment-ohms 1 --passes 2",
        "hopfield device program phase-change --targets g.csv --levels aihwkit-pcm --after 86400",
        "hopfield device program yakopcic --targets g.csv --device-spread-percent 10 --stuck-on-percent 9 --stuck-off-percent 2 --seed 4",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _scheme.AcceptOnlyFromAmong("cell", "v2", "v3");
        command.Arguments.Add(_device.Name);
        foreach (var option in (Option[])[_targets, _device.Parameters, _tolerance, _budget, _scheme, _common.SegmentOhms, _passes,
            _readVolts, _readNoise,
            _deviceSpread, _cycleSpread, _stuckOn, _stuckOff, _open, _broken, _common.Seed, _common.Json, _common.Out,
                _common.Quiet]) command.Options.Add(option);
        _aging.AddTo(command);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var device = _device.Read(parsed);
        string path = parsed.GetRequiredValue(_targets), scheme = parsed.GetValue(_scheme) ?? "cell";
        var matrix = MatrixFile.Read(path);
        if (Array.FindIndex(matrix.Values, value => value < 0) is >= 0 and var at)
            throw new InvalidDataException($"{path}: entry [{at / matrix.Columns},{at % matrix.Columns}] is {matrix.Values[at]}; "
                + "expected conductances in siemens, at least 0");
        double ohms = parsed.GetValue(_common.SegmentOhms);
        if (ohms > 0 && scheme == "cell")
            throw new ArgumentException("--segment-ohms needs --scheme v2 or v3: with a transistor in every cell only the selected "
                + "cell conducts");
        var aging = _aging.Read(parsed);
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        var options = Options(parsed, scheme, ohms);
        bool isQuiet = parsed.GetValue(_common.Quiet);
        var targets = new ConductanceMatrix(matrix.Rows, matrix.Columns, matrix.Values);
        var programmer = new ArrayProgrammer(device, targets, options, RandomKey.FromSeed(parsed.GetValue(_common.Seed)));
        var result = Progress.Run("programming", matrix.Values.Length, isQuiet, advance =>
        {
            int done = 0;
            return programmer.Run(now =>
            {
                for (; done < now; done++) advance();
            }, cancellation);
        });
        var stages = aging.Stages(result, device, options.ReadVolts, RandomKey.FromSeed(parsed.GetValue(_common.Seed)));
        if (folder is not null) ProgrammingFiles.Write(folder, device, result, stages);
        json?.Write(RecordJson.Of(ProgrammingFiles.Record(device, options, parsed.GetValue(_common.Seed), result, stages)));
        if (!isQuiet) ProgrammingFiles.Print(device, result, stages, folder);
        return !result.IsComplete ? ExitCode.Cancelled : result.Count(CellStatus.Verified) == result.Siemens.Length ? ExitCode.Done
            : ExitCode.NotReached;
    }

    private WriteVerifyOptions Options(ParseResult parsed, string scheme, double ohms) => new()
    {
        Tolerance = parsed.GetValue(_tolerance) / 100,
        PulseBudget = parsed.GetValue(_budget),
        ReadVolts = parsed.GetValue(_readVolts),
        ReadNoise = parsed.GetValue(_readNoise) / 100,
        Scheme = BiasScheme.All.FirstOrDefault(s => s.Name == scheme),
        Passes = parsed.GetValue(_passes),
        Wires = ArrayWires.Uniform(ohms),
        Variation = new()
        {
            ConductanceSpread = parsed.GetValue(_deviceSpread) / 100,
            ThresholdSpread = parsed.GetValue(_deviceSpread) / 100,
            CycleSpread = parsed.GetValue(_cycleSpread) / 100,
        },
        Faults = new()
        {
            StuckOnRate = parsed.GetValue(_stuckOn) / 100,
            StuckOffRate = parsed.GetValue(_stuckOff) / 100,
            OpenRate = parsed.GetValue(_open) / 100,
            BrokenWordRate = parsed.GetValue(_broken) / 100,
            BrokenBitRate = parsed.GetValue(_broken) / 100,
        },
    };

    private static Option<double> Number(string name, string unit, string description, double value) =>
        new(name) { Description = description, HelpName = unit, DefaultValueFactory = _ => value };
}
