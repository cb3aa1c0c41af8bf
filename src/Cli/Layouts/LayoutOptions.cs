using System.CommandLine;
using Cli.Arrays;
using Cli.Options;
using Crossbar.Devices;
using Crossbar.Planning.Errors;
using Crossbar.Planning.Tiling;
using Crossbar.Programming;
using Hopfield.Numerics;

namespace Cli.Layouts;

/// <summary>The options of <c>hopfield layout</c> that say what is stored, how it is read and what is drawn.</summary>
internal sealed class LayoutOptions
{
    private readonly CommonOptions _common = new();

    private readonly Option<string?> _device = new("--device")
    {
        Description = "Device ('hopfield list devices') whose range at --read-volts sets on and off, in place of --on-siemens and --off-siemens.",
        HelpName = "NAME",
    };

    private readonly RecordOptions<ErrorStudyParameters> _stored = new RecordOptions<ErrorStudyParameters>()
        .Add(p => p.ReadVolts, "V", "Voltage of an input of 1, in volts.")
        .AddChoice(p => p.Placement,
            "Cells of a weight: one, one with a reference column, or a pair of columns or rows (signed weights).", null,
            [("single", WeightPlacement.Single), ("reference", WeightPlacement.ReferenceColumn),
            ("column-pair", WeightPlacement.ColumnPair), ("row-pair", WeightPlacement.RowPair)])
        .AddChoice(p => p.Calibration,
            "Scaling of the outputs before they are compared: none, one least-squares gain, or one for each output.", null,
            [("none", OutputCalibration.None), ("gain", OutputCalibration.Gain), ("column-gain", OutputCalibration.ColumnGain)])
        .AddChoice(p => p.SignedInputs, "Random inputs: +1 and -1, or 0 and 1.", "--inputs", [("signed", true), ("binary", false)])
        .Add(p => p.Density, "P", "Share of random weights that are not zero.")
        .Add(p => p.WeightDraws, "N", "Random weight matrices.", "--draws")
        .Add(p => p.InputDraws, "N", "Random input vectors for each matrix.");

    private readonly RecordOptions<ArrayDrive> _drive = new RecordOptions<ArrayDrive>()
        .Add(p => p.ReadSeconds, "T", "Shortest time for which a read drives the lines, in seconds; 0 counts the settling alone.");

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_device, _common.OnSiemens, _common.OffSiemens]) command.Options.Add(option);
        _stored.AddTo(command);
        _drive.AddTo(command);
    }

    internal ErrorStudyParameters Read(ParseResult parsed)
    {
        var stored = _stored.Read(parsed);
        var (off, on) = parsed.GetValue(_device) is { } name ? Range(Catalog.Find<IDeviceModel>(name, "device"), stored.ReadVolts)
            : (_common.ReadMapping(parsed).OffSiemens, _common.ReadMapping(parsed).OnSiemens);
        return stored with { OnSiemens = on, OffSiemens = off };
    }

    /// <summary>Drivers and sense nodes of every tile.</summary>
    internal ArrayDrive Drive(ArrayOptions array, ParseResult parsed) => _drive.Read(parsed) with
    {
        DriverOhms = array.DriverOhms(parsed),
        SenseOhms = array.SenseOhms(parsed),
        FromBothEnds = array.DrivenFromBothEnds(parsed),
    };

    private static (double Off, double On) Range(IDeviceModel device, double readVolts) => readVolts <= device.LargestVolts
        ? ConductanceRange.OfAllStates(device, readVolts)
        : throw new ArgumentException($"--read-volts {readVolts}: the device '{device.Name}' is modelled up to {device.LargestVolts} V");
}
