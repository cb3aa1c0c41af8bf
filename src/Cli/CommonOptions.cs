using System.CommandLine;
using Cli.Devices;
using Cli.Noise;
using Cli.Output;
using Cli.Solving;
using Crossbar.Mapping;
using Crossbar.Noise;
using Hopfield.Dynamics;
using Hopfield.Numerics;
using Plots.Export;

namespace Cli;

/// <summary>The options that all verbs share; a verb adds those that mean something for it.</summary>
internal sealed class CommonOptions
{
    internal Option<string> Machine { get; } = new("--machine")
    {
        Description = "What settles the network: 'continuous' (neurons round a crossbar), 'clocked' (mem-HNN: one column read per clock, annealed by noise), "
            + "'digital' (asynchronous updates), or another digital dynamics.",
        HelpName = "continuous|clocked|digital|synchronous|glauber",
        DefaultValueFactory = _ => "continuous",
    };

    internal Option<string> Engine { get; } = new("--engine")
    {
        Description = "What simulates the circuit; 'hopfield engines' lists those that are here.",
        HelpName = "auto|reduced|ngspice|spicesharp",
        DefaultValueFactory = _ => "auto",
    };

    internal Option<int> Runs { get; } = new("--runs")
    {
        Description = "Number of runs, each from its own random start.",
        HelpName = "N",
        DefaultValueFactory = _ => 10,
    };

    internal Option<ulong> Seed { get; } = new("--seed")
    {
        Description = "Seed of every random choice; the same seed gives the same results, bit for bit.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    internal Option<double> SegmentOhms { get; } = new("--segment-ohms")
    {
        Description = "Resistance of the wire between neighbouring cells, in ohms; 0 means ideal wires.",
        HelpName = "R",
        DefaultValueFactory = _ => 0,
    };

    internal Option<string?> Array { get; } = new("--array")
    {
        Description = "Size of the array at hand, word lines x bit lines: a problem that needs more is settled block by block, the rest held as fields. "
            + "A neuron takes a bit line and two word lines; one pair of each sixteen word lines is kept for fields.",
        HelpName = "64x64",
    };

    internal Option<double> OnSiemens { get; } = new("--on-siemens")
    {
        Description = "Largest conductance of a cell, in siemens.",
        HelpName = "G",
        DefaultValueFactory = _ => new DifferentialPairMapping().OnSiemens,
    };

    internal Option<double> OffSiemens { get; } = new("--off-siemens")
    {
        Description = "Conductance of a cell that is off, in siemens.",
        HelpName = "G",
        DefaultValueFactory = _ => new DifferentialPairMapping().OffSiemens,
    };

    internal Option<string?> Parameters { get; } = new("--parameters")
    {
        Description = "JSON file with machine parameters that replace the defaults, such as { \"loopGain\": 8 }.",
        HelpName = "FILE",
    };

    internal Option<double?> Temperature { get; } = new("--temperature")
    {
        Description = "Temperature of --machine glauber, in units of the energy (default 1); with noise, of the array, in kelvin (default 300).",
        HelpName = "T",
    };

    internal NoiseOptions Noise { get; } = new();

    internal Option<int?> Cycles { get; } = new("--cycles")
    {
        Description = "Cycles of a run of --machine clocked; each reads every column once.",
        HelpName = "N",
    };

    internal Option<int?> Batch { get; } = new("--batch")
    {
        Description = "Columns that --machine clocked reads and updates per clock.",
        HelpName = "K",
    };

    internal Option<int?> TileLines { get; } = new("--tile-lines")
    {
        Description = "Word and bit lines of a tile; the outputs of tiles are added, as numbers by --machine clocked, as currents by continuous. 0: one array.",
        HelpName = "N",
    };

    internal Option<double> ProgrammingError { get; } = new("--programming-error")
    {
        Description = "Standard deviation of the cells' programmed conductance, in per cent of on minus off; drawn once, from the seed.",
        HelpName = "PERCENT",
        DefaultValueFactory = _ => 0,
    };

    internal CellOptions Cells { get; } = new();

    internal Option<string?> Json { get; } =
        new("--json") { Description = "Write the full record of the command to this file.", HelpName = "FILE" };

    internal Option<string?> Out { get; } = new("--out")
    {
        Description = "Write decks, tables, figures and a report page into this folder (made if missing).",
        HelpName = "DIR",
    };

    internal Option<string[]> Figures { get; } = FigureFiles.Option();

    internal Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no tables; errors are still shown." };

    internal CommonOptions()
    {
        Machine.CompletionSources.Add([.. MachineSettings.Names]);
        Engine.CompletionSources.Add("auto", "reduced", "ngspice", "spicesharp");
        Runs.Validators.Add(result =>
        {
            // Text that is no number is the parser's to refuse; asking it for the value here would throw.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out int runs) && runs < 1)
                result.AddError($"--runs must be at least 1, not {runs}");
        });
        SegmentOhms.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && double.TryParse(text, out double ohms) && !(double.IsFinite(ohms) && ohms >= 0))
                result.AddError($"--segment-ohms must be a finite number of at least 0 ohms, not {ohms}");
        });
    }

    /// <summary>Adds the options of a verb that settles networks.</summary>
    internal void AddAllTo(Command command)
    {
        foreach (var option in (Option[])[Machine, Engine, Runs, Seed, SegmentOhms, Array, OnSiemens, OffSiemens, ProgrammingError, Cycles,
            Batch, TileLines, Parameters, Temperature, Json, Out, Figures, Quiet]) command.Options.Add(option);
        Cells.AddTo(command);
        Noise.AddTo(command);
    }

    /// <summary>What was given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="machine">The verb's own default machine, unless one is given.</param>
    internal RunSettings Read(ParseResult parsed, string machine = "continuous") => new(
        MachineOf(parsed, machine), parsed.GetValue(Engine) ?? "auto", parsed.GetValue(Runs), parsed.GetValue(Seed),
        parsed.GetValue(SegmentOhms), parsed.GetValue(Json), parsed.GetValue(Out), parsed.GetValue(Quiet))
    {
        Cells = Cells.Read(parsed, MachineOf(parsed, machine)),
        Mapping = ReadMapping(parsed),
        Parameters = ReadParameters(parsed),
        Array = parsed.GetValue(Array) is { } size ? ArrayLimit.Parse(size) : null,
        Temperature = parsed.GetValue(Temperature) ?? new GlauberDynamics().Temperature,
        Noise = Noise.Read(parsed, parsed.GetValue(Temperature), MachineOf(parsed, machine)),
        Cycles = parsed.GetValue(Cycles),
        Batch = parsed.GetValue(Batch),
        TileLines = parsed.GetValue(TileLines),
        FigureFormats = FigureFiles.Read(parsed, Figures),
        ProgrammingErrorPercent = parsed.GetValue(ProgrammingError),
    };

    /// <summary>The machine that was asked for; an option that it has no use for is refused, since the user expects it to count.</summary>
    private string MachineOf(ParseResult parsed, string unlessGiven)
    {
        string machine = parsed.GetResult(Machine) is { Implicit: false } ? parsed.GetRequiredValue(Machine) : unlessGiven;
        if (machine != "clocked") Refuse("is of --machine clocked", Cycles, Batch);
        if (machine != "continuous" && parsed.GetValue(Engine) != "auto") Refuse("is of --machine continuous", Engine);
        if (machine is not ("clocked" or "continuous"))
            Refuse("needs a machine with an array (continuous, clocked)", SegmentOhms, TileLines, OnSiemens, OffSiemens, ProgrammingError);
        return machine;

        void Refuse(string why, params Option[] options)
        {
            foreach (var option in options)
                if (parsed.GetResult(option) is { Implicit: false }) throw new ArgumentException($"{option.Name} {why}, not {machine}");
        }
    }

    /// <summary>The user's machine parameters; null without a file.</summary>
    internal ParametersFile? ReadParameters(ParseResult parsed) => parsed.GetValue(Parameters) is { } path ? new(path) : null;

    /// <summary>How weights become conductances.</summary>
    internal DifferentialPairMapping ReadMapping(ParseResult parsed)
    {
        var mapping = new DifferentialPairMapping { OnSiemens = parsed.GetValue(OnSiemens), OffSiemens = parsed.GetValue(OffSiemens) };
        if (Cells.Read(parsed, "continuous") is { } cells)
            mapping = cells.Over(mapping, parsed.GetResult(OnSiemens) is { Implicit: false },
                parsed.GetResult(OffSiemens) is { Implicit: false });
        return mapping.OnSiemens > mapping.OffSiemens ? mapping : throw new ArgumentException(
            $"--on-siemens ({mapping.OnSiemens}) must be larger than --off-siemens ({mapping.OffSiemens})");
    }
}

/// <summary>The values of <see cref="CommonOptions"/> for one command.</summary>
internal sealed record RunSettings(
    string Machine, string Engine, int Runs, ulong Seed, double SegmentOhms, string? Json, string? Out, bool IsQuiet)
{
    /// <summary>How weights become conductances.</summary>
    internal DifferentialPairMapping Mapping { get; init; } = new();

    /// <summary>The device at every cross point; null for fixed conductances.</summary>
    internal CellDevice? Cells { get; init; }

    /// <summary>True when one circuit transient settles the whole problem; false block by block, for the clocked machine and the digital
    /// dynamics.</summary>
    internal bool IsCircuit => Machine == "continuous" && Array is null;

    /// <summary>True when a crossbar computes, in a transient or clock by clock.</summary>
    internal bool IsAnalogue => Machine is "continuous" or "clocked";

    /// <summary>The array that blocks of the problem must fit into; null where one array holds it all.</summary>
    internal ArrayLimit? Array { get; init; }

    /// <summary>Cycles of the clocked machine; null for its default.</summary>
    internal int? Cycles { get; init; }

    /// <summary>Columns per clock of the clocked machine; null for its default.</summary>
    internal int? Batch { get; init; }

    /// <summary>Lines of a tile; null for the default of the machine.</summary>
    internal int? TileLines { get; init; }

    /// <summary>Static error of programmed cells, per cent of on minus off.</summary>
    internal double ProgrammingErrorPercent { get; init; }

    /// <summary>How weights become the conductances that are really there: the mapping, and the errors of programming.</summary>
    internal IWeightMapping Programmed => ProgrammingErrorPercent == 0 ? Mapping
        : new ProgrammingErrorMapping(Mapping, ProgrammingErrorPercent / 100, ErrorReference.Range, RandomKey.FromSeed(Seed)
            .Fold("programming"));

    /// <summary>The machine in the titles of figures.</summary>
    internal string MakerName => Array is not null ? $"{Machine} machine by blocks" : IsCircuit ? "circuit" : IsAnalogue ? "clocked machine"
        : "digital engine";

    /// <summary>The machine in the names of files and in legends.</summary>
    internal string MakerWord => Array is not null ? "blocks" : IsCircuit ? "circuit" : IsAnalogue ? "clocked" : "digital";

    /// <summary>The name of the machine in sentences.</summary>
    internal string MachineTitle => Array is not null && IsAnalogue ? $"The {Machine} machine, block by block" : IsCircuit ? "The circuit"
        : IsAnalogue ? "The clocked machine" : "The digital engine";

    /// <summary>The user's machine parameters; null without a file.</summary>
    internal ParametersFile? Parameters { get; init; }

    /// <summary>Dynamic noise of the array and its neurons; null for none.</summary>
    internal NoiseSettings? Noise { get; init; }

    /// <summary>Formats of the figures in the folder of results.</summary>
    internal IReadOnlyList<FigureFormat> FigureFormats { get; init; } = [FigureFormat.Svg];

    /// <summary>Temperature of Glauber dynamics.</summary>
    internal double Temperature { get; init; } = 1;
}
