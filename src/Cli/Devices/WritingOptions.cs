using System.CommandLine;
using Cli.Options;
using Crossbar.Arrays;
using Crossbar.Programming;

namespace Cli.Devices;

/// <summary>The options that say how an array is written and how far its cells are from ideal.</summary>
internal sealed class WritingOptions
{
    private readonly CommonOptions _common = new();

    private readonly RecordOptions<WriteVerifyOptions> _writing = new RecordOptions<WriteVerifyOptions>()
        .AddPercent(p => p.Tolerance, "Accept a cell within this many percent of its target.")
        .Add(p => p.PulseBudget, "N", "Most pulses per cell.", "--pulses")
        .AddChoice(p => p.Scheme, "'cell': a transistor in every cell; 'v2', 'v3': passive array, other lines at V/2 or at V/3 and 2V/3, "
            + "one cell at a time.", null, [("cell", null), .. BiasScheme.All.Select(scheme => (scheme.Name, (BiasScheme?)scheme))])
        .Add(p => p.Passes, "N", "How often a passive array is gone through.")
        .Add(p => p.ReadVolts, "V", "Read voltage in volts.")
        .AddPercent(p => p.ReadNoise, "Standard deviation of a read, in percent of what is read.");

    private readonly RecordOptions<CellVariation> _variation = new RecordOptions<CellVariation>()
        .AddPercent(p => p.ConductanceSpread, "Device-to-device spread of conductance and threshold, in percent.",
            "--device-spread-percent")
        .AddPercent(p => p.CycleSpread, "Cycle-to-cycle spread of the speed, in percent.");

    private readonly RecordOptions<ArrayFaults> _faults = new RecordOptions<ArrayFaults>()
        .AddPercent(p => p.StuckOnRate, "Cells that are stuck on.", "--stuck-on-percent")
        .AddPercent(p => p.StuckOffRate, "Cells that are stuck off.", "--stuck-off-percent")
        .AddPercent(p => p.OpenRate, "Cells that are open.", "--open-percent")
        .AddPercent(p => p.BrokenWordRate, "Word lines and bit lines that are cut.", "--broken-lines-percent");

    internal void AddTo(Command command)
    {
        _writing.AddTo(command);
        command.Options.Add(_common.SegmentOhms);
        _variation.AddTo(command);
        _faults.AddTo(command);
    }

    internal WriteVerifyOptions Read(ParseResult parsed)
    {
        var variation = _variation.Read(parsed);
        var faults = _faults.Read(parsed);
        return _writing.Read(parsed) with
        {
            Wires = ArrayWires.Uniform(parsed.GetValue(_common.SegmentOhms)),
            Variation = variation with { ThresholdSpread = variation.ConductanceSpread },
            Faults = faults with { BrokenBitRate = faults.BrokenWordRate },
        };
    }
}
