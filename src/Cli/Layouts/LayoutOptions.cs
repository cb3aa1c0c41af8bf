using System.CommandLine;
using Cli.Arrays;
using Cli.Options;
using Crossbar.Devices;
using Crossbar.Planning.Errors;
using Crossbar.Planning.Tiling;

namespace Cli.Layouts;

/// <summary>The options of <c>hopfield layout</c> that say what is stored, how it is read and what is drawn.</summary>
internal sealed class LayoutOptions
{
    private static readonly ErrorStudyParameters s_defaults = new();
    private readonly CommonOptions _common = new();

    private readonly Option<string?> _device = new("--device")
    {
        Description = "Device ('hopfield device list') whose range at --read-volts sets on and off, in place of --on-siemens and --off-siemens.",
        HelpName = "NAME",
    };

    private readonly Option<double> _readVolts = new("--read-volts")
    {
        Description = "Voltage of an input of 1, in volts.",
        HelpName = "V",
        DefaultValueFactory = _ => s_defaults.ReadVolts,
    };

    private readonly Option<double> _readSeconds = new("--read-seconds")
    {
        Description = "Shortest time for which a read drives the lines, in seconds; 0 counts the settling alone.",
        HelpName = "T",
        DefaultValueFactory = _ => new ArrayDrive().ReadSeconds,
    };

    private readonly Option<string> _placement = new("--placement")
    {
        Description = "Cells of a weight: one, one with a reference column, or a pair of columns or rows (signed weights).",
        HelpName = "single|reference|column-pair|row-pair",
        DefaultValueFactory = _ => "row-pair",
    };

    private readonly Option<string> _calibration = new("--calibration")
    {
        Description = "Scaling of the outputs before they are compared: none, one least-squares gain, or one for each output.",
        HelpName = "none|gain|column-gain",
        DefaultValueFactory = _ => "gain",
    };

    private readonly Option<string> _inputs = new("--inputs")
    {
        Description = "Random inputs: +1 and -1, or 0 and 1.",
        HelpName = "signed|binary",
        DefaultValueFactory = _ => "signed",
    };

    private readonly Option<double> _density = new("--density")
    {
        Description = "Share of random weights that are not zero.",
        HelpName = "P",
        DefaultValueFactory = _ => s_defaults.Density,
    };

    private readonly Option<int> _draws = new("--draws")
    {
        Description = "Random weight matrices.",
        HelpName = "N",
        DefaultValueFactory = _ => s_defaults.WeightDraws,
    };

    private readonly Option<int> _inputDraws = new("--input-draws")
    {
        Description = "Random input vectors for each matrix.",
        HelpName = "N",
        DefaultValueFactory = _ => s_defaults.InputDraws,
    };

    internal LayoutOptions()
    {
        _placement.AcceptOnlyFromAmong("single", "reference", "column-pair", "row-pair");
        _calibration.AcceptOnlyFromAmong("none", "gain", "column-gain");
        _inputs.AcceptOnlyFromAmong("signed", "binary");
    }

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_device, _common.OnSiemens, _common.OffSiemens, _readVolts, _readSeconds, _placement,
            _calibration, _inputs, _density, _draws, _inputDraws])
            command.Options.Add(option);
    }

    internal ErrorStudyParameters Read(ParseResult parsed)
    {
        double readVolts = parsed.GetValue(_readVolts);
        var (off, on) = parsed.GetValue(_device) is { } name
            ? DeviceRange.Of(DeviceCatalog.Find(name), readVolts)
            : (_common.ReadMapping(parsed).OffSiemens, _common.ReadMapping(parsed).OnSiemens);
        return new()
        {
            OnSiemens = on,
            OffSiemens = off,
            ReadVolts = readVolts,
            Placement = parsed.GetValue(_placement) switch
            {
                "single" => WeightPlacement.Single,
                "reference" => WeightPlacement.ReferenceColumn,
                "column-pair" => WeightPlacement.ColumnPair,
                _ => WeightPlacement.RowPair,
            },
            Calibration = parsed.GetValue(_calibration) switch
            {
                "none" => OutputCalibration.None,
                "column-gain" => OutputCalibration.ColumnGain,
                _ => OutputCalibration.Gain,
            },
            SignedInputs = parsed.GetValue(_inputs) == "signed",
            Density = parsed.GetValue(_density),
            WeightDraws = parsed.GetValue(_draws),
            InputDraws = parsed.GetValue(_inputDraws),
        };
    }

    /// <summary>Drivers and sense nodes of every tile.</summary>
    internal ArrayDrive Drive(ArrayOptions array, ParseResult parsed) => new()
    {
        DriverOhms = array.DriverOhms(parsed),
        SenseOhms = array.SenseOhms(parsed),
        FromBothEnds = array.DrivenFromBothEnds(parsed),
        ReadSeconds = parsed.GetValue(_readSeconds),
    };
}
