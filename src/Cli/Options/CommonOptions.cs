using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json.Nodes;
using Crossbar.Arrays;
using Crossbar.Machines;
using Crossbar.Mapping;
using Hopfield.Model;
using Hopfield.Numerics;
using Studies.Machines;
using Studies.Records;

namespace Cli.Options;

/// <summary>The options that all verbs share; a verb adds those that mean something for it.</summary>
internal sealed class CommonOptions
{
    internal Option<string> Machine { get; } = new("--machine")
    {
        Description = "What settles the network: 'continuous' (neurons round a crossbar), 'clocked' (mem-HNN: one column read per clock, annealed by noise), "
            + "'digital' (asynchronous updates), or any other of 'hopfield list machines' and 'hopfield list solvers'.",
        HelpName = "continuous|clocked|digital|glauber|tabu|...",
        DefaultValueFactory = _ => "continuous",
    };

    internal Option<string> Engine { get; } = new("--engine")
    {
        Description = "What simulates the circuit; 'hopfield list engines' says which are here.",
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

    internal CommonOptions()
    {
        Machine.CompletionSources.Add(_ => MachineSetting.Names.Select(name => new CompletionItem(name)));
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
            Batch, TileLines, Parameters, Temperature]) command.Options.Add(option);
        Cells.AddTo(command);
        Noise.AddTo(command);
    }

    /// <summary>The machine that was asked for; an option that it has no use for is refused, since the user expects it to count.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="unlessGiven">The verb's own default machine.</param>
    /// <exception cref="ArgumentException">There is no such machine, or an option is not for it.</exception>
    internal MachineSetting ReadMachine(ParseResult parsed, string unlessGiven = "continuous")
    {
        string name = IsGiven(parsed, Machine) ? parsed.GetRequiredValue(Machine) : unlessGiven;
        var machine = MachineSetting.Find(name);
        if (parsed.GetValue(Engine) is { } engine and not "auto") RequirePart(Engine, name, ArrayParts.Engine);
        else engine = "auto";
        if (machine is not IArrayMachine)
            foreach (var option in (Option[])[OnSiemens, OffSiemens, ProgrammingError])
                if (IsGiven(parsed, option)) throw new ArgumentException($"{option.Name} {NeedsArray()}, not {name}");
        var noise = Noise.Read(parsed, parsed.GetValue(Temperature), name);
        if (noise is null && IsGiven(parsed, Temperature) && !Studies.Records.Parameters.Of(machine.Parameters).ContainsKey("temperature"))
            throw new ArgumentException($"--temperature {Owners("temperature")}, or of noise (--noise), not {name}");
        return new()
        {
            Name = name,
            Engine = engine,
            Parameters = ReadParameters(parsed, name, machine),
            Origin = parsed.GetValue(Parameters) ?? "options",
            Mapping = ReadMapping(parsed, name),
            ProgrammingErrorPercent = parsed.GetValue(ProgrammingError),
            Cells = Cells.Read(parsed, name),
            Noise = noise,
            Array = parsed.GetValue(Array) is { } size ? ArrayLimit.Parse(size) : null,
        };
    }

    /// <summary>How weights become conductances.</summary>
    internal DifferentialPairMapping ReadMapping(ParseResult parsed, string machine = "continuous")
    {
        var mapping = new DifferentialPairMapping { OnSiemens = parsed.GetValue(OnSiemens), OffSiemens = parsed.GetValue(OffSiemens) };
        if (Cells.Read(parsed, machine) is { } cells) mapping = cells.Over(mapping, IsGiven(parsed, OnSiemens), IsGiven(parsed, OffSiemens));
        return mapping.OnSiemens > mapping.OffSiemens ? mapping : throw new ArgumentException(
            $"--on-siemens ({mapping.OnSiemens}) must be larger than --off-siemens ({mapping.OffSiemens})");
    }

    /// <summary>Whether the user typed an option.</summary>
    internal static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Refuses an option whose part a machine does not take.</summary>
    internal static void RequirePart(Option option, string machine, ArrayParts part)
    {
        if (MachineSetting.Find(machine) is IArrayMachine array && array.Takes.HasFlag(part)) return;
        string takers = string.Join("|", Arrays().Where(other => other.Takes.HasFlag(part)).Select(other => other.Name));
        throw new ArgumentException($"{option.Name} is of --machine {takers}, not {machine}");
    }

    /// <summary>The user's file, with what single options say put over it; null for neither.</summary>
    private JsonObject? ReadParameters(ParseResult parsed, string name, IMachine machine)
    {
        var given = parsed.GetValue(Parameters) is { } path ? ParametersFile.Read(path) : null;
        var known = new Lazy<JsonObject>(() => Studies.Records.Parameters.Of(machine.Parameters)); // seldom asked
        if (IsGiven(parsed, SegmentOhms))
            Set(SegmentOhms, "wires", Studies.Records.Parameters.Of(ArrayWires.Uniform(parsed.GetValue(SegmentOhms))));
        if (parsed.GetValue(TileLines) is { } lines) Set(TileLines, "tileLines", lines);
        if (parsed.GetValue(Cycles) is { } cycles) Set(Cycles, "cycles", cycles);
        if (parsed.GetValue(Batch) is { } batch) Set(Batch, "batchColumns", batch);
        if (parsed.GetValue(Temperature) is { } temperature && known.Value.ContainsKey("temperature")) Set(Temperature, "temperature", temperature);
        return given;

        void Set(Option option, string key, JsonNode value)
        {
            if (!known.Value.ContainsKey(key)) throw new ArgumentException($"{option.Name} {Owners(key)}, not {name}");
            (given ??= [])[key] = value;
        }
    }

    private static string Owners(string key)
    {
        var owners = Catalog.Of<IMachine>().Where(machine => Studies.Records.Parameters.Of(machine.Parameters).ContainsKey(key)).ToList();
        return owners.Count > 1 && owners.All(owner => owner is IArrayMachine) ? NeedsArray()
            : $"is of --machine {string.Join("|", owners.Select(owner => owner.Name))}";
    }

    private static string NeedsArray() => $"needs a machine with an array ({string.Join(", ", Arrays().Select(machine => machine.Name))})";

    // Those that take most first.
    private static IEnumerable<IArrayMachine> Arrays() =>
        Catalog.Of<IMachine>().OfType<IArrayMachine>().OrderByDescending(machine => machine.Takes);
}
