using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Crossbar.Engines;
using Crossbar.Machines;
using Crossbar.Mapping;
using Crossbar.Noise;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Decomposition;
using Solvers.Heuristics;
using Solvers.Problems;

namespace Studies.Machines;

/// <summary>A machine as asked for: its name, the parameters that differ from what suits the problem, and its array.</summary>
public sealed record MachineSetting
{
    /// <summary>Neurons of the largest array that is simulated whole: its 2N² cells take half a gigabyte (our choice).</summary>
    private const int MostArraySpins = 5000;

    /// <summary>Name in the catalogue of machines or solvers, or "digital" for asynchronous updates. Default: the continuous machine.</summary>
    public string Name { get; init; } = "continuous";

    /// <summary>Parameters that replace those of the problem's schedule; null for none.</summary>
    public JsonObject? Parameters { get; init; }

    /// <summary>What simulates a circuit; "auto" takes the reduced engine.</summary>
    public string Engine { get; init; } = "auto";

    /// <summary>How weights become conductances.</summary>
    public DifferentialPairMapping Mapping { get; init; } = new();

    /// <summary>Static error of programmed cells, per cent of on minus off, drawn once from the seed. Default 0. Range: ≥ 0.</summary>
    public double ProgrammingErrorPercent
    {
        get;
        init => field = Check.NotNegative(value, nameof(ProgrammingErrorPercent), "%");
    }

    /// <summary>The device at every cross point; null for fixed conductances.</summary>
    public CellSetting? Cells { get; init; }

    /// <summary>Dynamic noise; null for none.</summary>
    public NoiseSettings? Noise { get; init; }

    /// <summary>The array that blocks of the problem must fit into; null where one array holds it all.</summary>
    public ArrayLimit? Array { get; init; }

    /// <summary>Where <see cref="Parameters"/> came from, for messages.</summary>
    [JsonIgnore]
    public string Origin { get; init; } = "parameters";

    /// <summary>What can be named: the digital engine, every machine of the catalogue, and every digital solver.</summary>
    public static IReadOnlyList<string> Names =>
        ["digital", .. Catalog.Of<IMachine>().Select(machine => machine.Name), .. Catalog.Of<IHeuristic>().Select(solver => solver.Name)];

    /// <summary>The digital engine that every circuit result is compared with.</summary>
    public static IMachine Digital { get; } = new Hopfield.Dynamics.AsynchronousDynamics();

    /// <summary>True when the machine's weights are conductances.</summary>
    [JsonIgnore]
    public bool HasArray => Find(Name) is IArrayMachine;

    /// <summary>True when one circuit transient settles the whole problem.</summary>
    [JsonIgnore]
    public bool IsCircuit => Array is null && Find(Name) is IArrayMachine machine && machine.Takes.HasFlag(ArrayParts.Engine);

    /// <summary>The machine of a name, as it comes.</summary>
    /// <exception cref="ArgumentException">There is no such machine.</exception>
    public static IMachine Find(string name) => name == "digital" ? Digital
        : Catalog.Of<IMachine>().FirstOrDefault(machine => machine.Name == name)
        ?? (Catalog.Of<IHeuristic>().FirstOrDefault(known => known.Name == name) is { } solver ? new SolverMachine(solver)
            : throw new ArgumentException($"Machine {name}: there is no such machine; expected {string.Join(", ", Names)}"));

    /// <summary>The machine for a problem; with an array limit, block by block.</summary>
    /// <param name="problem">Decides the schedule.</param>
    /// <param name="seed">Draws the errors of programming.</param>
    /// <exception cref="ArgumentException">There is no such machine or engine, or the problem is too large for one array.</exception>
    /// <exception cref="InvalidDataException">A parameter is unknown or out of range.</exception>
    public IMachine Make(IProblem problem, ulong seed)
    {
        if (Array is not { } array)
            return !HasArray || problem.SpinCount <= MostArraySpins ? Whole(problem, seed) : throw new ArgumentException(
                $"{problem.Name} needs {problem.SpinCount} neurons, more than the {MostArraySpins} that one simulated array "
                + "holds; expected Array 64x64 (block by block on that array), or Machine digital");
        var inner = (this with { Mapping = Mapping with { BiasLines = array.BiasPairs } }).Whole(problem, seed);
        return new SubproblemSearch(inner, new() { BlockSpins = array.Neurons });
    }

    /// <summary>The machine that settles the whole problem, or a block of it.</summary>
    /// <inheritdoc cref="Make"/>
    public IMachine Whole(ILandscape problem, ulong seed)
    {
        var machine = Find(Name).For(problem.Landscape);
        if (Parameters is { } given) machine = machine.With(Records.Parameters.Over(machine.Parameters, given, Origin));
        var takes = (machine as IArrayMachine)?.Takes ?? 0;
        if (Engine != "auto" && !takes.HasFlag(ArrayParts.Engine)) throw Foreign("Engine");
        if (Cells is not null && !takes.HasFlag(ArrayParts.Cells)) throw Foreign("Cells");
        if (ProgrammingErrorPercent > 0 && machine is not IArrayMachine) throw Foreign("ProgrammingErrorPercent");
        if (machine is IArrayMachine analogue)
            return analogue.On(new()
            {
                Mapping = Programmed(seed),
                Cells = Cells?.ToArray(),
                Noise = Noise,
                Engine = analogue.Takes.HasFlag(ArrayParts.Engine) ? CircuitEngines.Find(Engine) : null,
            });
        return Noise is null ? machine : throw new ArgumentException(
            $"noise needs a machine with an array ({string.Join(", ", Catalog.Of<IMachine>().OfType<IArrayMachine>().Select(m => m.Name))}), not {Name}");
    }

    private ArgumentException Foreign(string property) => new($"{property} is set, of which machine {Name} has no use");

    /// <summary>How weights become the conductances that are really there: the mapping, and the errors of programming.</summary>
    public IWeightMapping Programmed(ulong seed) => ProgrammingErrorPercent == 0 ? Mapping
        : new ProgrammingErrorMapping(Mapping, ProgrammingErrorPercent / 100, ErrorReference.Range,
            RandomKey.FromSeed(seed).Fold("programming"));
}
