using System.CommandLine;
using System.Globalization;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Planning;
using Crossbar.Planning.Cells;
using Hopfield.Numerics;
using Studies.Arrays;
using Studies.Records;

namespace Cli.Arrays;

/// <summary>The options by which users describe an array with wires; those of the cells and those of the wires apart.</summary>
internal sealed class ArrayOptions
{
    private readonly Option<string?> _resistance = new("--resistance")
    {
        Description = "Cell resistances in ohms, .csv or .npy, one line per word line; inf is an open cell.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _conductance = new("--conductance")
    {
        Description = "Cell conductances in siemens, .csv or .npy, in place of --resistance; 0 is an open cell.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _voltages = new("--voltages")
    {
        Description = "Input vectors in volts, .csv or .npy: one line per vector, one number per word line.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _technology = new("--technology")
    {
        Description = "Segment resistances of a technology ('hopfield list technologies' shows them) or of a .json file of your own.",
        HelpName = "NAME|FILE",
    };

    private readonly Option<string?> _cell =
        new("--cell") { Description = "Cell type, in place of the technology's: sets the pitch.", HelpName = "NAME" };

    private readonly Option<double?> _word = Ohms("--word-segment-ohms",
        "Resistance of a word-line segment, in ohms. Default 0, or the technology's.");

    private readonly Option<double?> _bit = Ohms("--bit-segment-ohms",
        "Resistance of a bit-line segment, in ohms. Default 0, or the technology's.");

    private readonly Option<double?> _driver = Ohms("--driver-ohms", "Resistance of each word line's driver, in ohms. Default 0.");

    private readonly Option<double?> _sense = Ohms("--sense-ohms",
        "Resistance between each bit line and its virtual ground, in ohms. Default 0.");

    private readonly Option<string> _drive = new("--drive")
    {
        Description = "Whether word lines are driven at column 0 only or from both ends.",
        HelpName = "one|both",
        DefaultValueFactory = _ => "one",
    };

    internal ArrayOptions() => _drive.AcceptOnlyFromAmong("one", "both");

    /// <summary>True when word lines are driven from both ends.</summary>
    internal bool DrivenFromBothEnds(ParseResult parsed) => parsed.GetValue(_drive) == "both";

    internal double DriverOhms(ParseResult parsed) => parsed.GetValue(_driver) ?? 0;

    internal double SenseOhms(ParseResult parsed) => parsed.GetValue(_sense) ?? 0;

    /// <summary>Adds the files of an array.</summary>
    /// <param name="command">The verb's command.</param>
    /// <param name="needsVoltages">Whether nothing can be done without input vectors.</param>
    internal void AddFilesTo(Command command, bool needsVoltages)
    {
        _voltages.Required = needsVoltages;
        foreach (var option in (Option[])[_resistance, _conductance, _voltages]) command.Options.Add(option);
    }

    /// <summary>The input vectors; null without any.</summary>
    internal DataFile? Voltages(ParseResult parsed) => parsed.GetValue(_voltages) is { } path ? DataFile.Of(path) : null;

    internal void AddWiresTo(Command command)
    {
        foreach (var option in (Option[])[_technology, _cell, _word, _bit, _driver, _sense, _drive]) command.Options.Add(option);
    }

    /// <summary>Cells in wires, with drivers and sense nodes.</summary>
    /// <exception cref="ArgumentException">No cells, or two files of them, were given.</exception>
    internal WiredArray Read(ParseResult parsed, ICellLawFactory? law)
    {
        var (path, unit) = (parsed.GetValue(_resistance), parsed.GetValue(_conductance)) switch
        {
            ({ } ohms, null) => (ohms, CellUnit.Ohms),
            (null, { } siemens) => (siemens, CellUnit.Siemens),
            (null, null) => throw new ArgumentException("no cells are given; expected --resistance FILE or --conductance FILE"),
            _ => throw new ArgumentException("--resistance and --conductance are both given; expected one of them"),
        };
        var technology = Technology(parsed);
        return new()
        {
            Cells = DataFile.Of(path),
            Unit = unit,
            Wires = new()
            {
                WordSegmentOhms = technology?.WordSegmentOhms ?? parsed.GetValue(_word) ?? 0,
                BitSegmentOhms = technology?.BitSegmentOhms ?? parsed.GetValue(_bit) ?? 0,
            },
            DriverOhms = DriverOhms(parsed),
            SenseOhms = SenseOhms(parsed),
            FromBothEnds = DrivenFromBothEnds(parsed),
            Law = law,
        };
    }

    /// <summary>The technology with what the other options set over it; without --technology that of the fallback, or null.</summary>
    internal Technology? Technology(ParseResult parsed, string? fallback = null)
    {
        if ((parsed.GetValue(_technology) ?? fallback) is not { } name)
            return parsed.GetValue(_cell) is null ? null
                : throw new ArgumentException("--cell needs --technology: the pitch is in its feature sizes");
        var technology = TechnologyFile.Find(name);
        if (parsed.GetValue(_cell) is { } cell) technology = technology with { Cell = Catalog.Find<ICellFootprint>(cell, "cell type") };
        if (parsed.GetValue(_word) is { } word) technology = technology with { WordSegmentOhms = word };
        if (parsed.GetValue(_bit) is { } bit) technology = technology with { BitSegmentOhms = bit };
        return technology;
    }

    /// <summary>An option for a resistance: finite and at least 0.</summary>
    internal static Option<double?> Ohms(string name, string description)
    {
        var option = new Option<double?>(name) { Description = description, HelpName = "R" };
        // Text that is no number is the parser's to refuse; asking it for the value here would throw.
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }]
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double ohms)
                && !(double.IsFinite(ohms) && ohms >= 0))
                result.AddError($"{name} must be a finite number of at least 0 ohms, not {text}");
        });
        return option;
    }
}
