using Cli.Noise;
using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Machines;
using Crossbar.Machines.Clocked;
using Hopfield.Dynamics;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Decomposition;
using Solvers.Problems;
using Solvers.Problems.Numbers;
using Solvers.Problems.Recall;
using Solvers.Problems.Tsp;

namespace Cli.Solving;

/// <summary>The machine that a command asked for, with the schedule that suits the kind of problem.</summary>
internal static class MachineSettings
{
    /// <summary>Neurons of the largest array that is simulated whole: its 2N² cells take half a gigabyte (our choice).</summary>
    private const int MostArraySpins = 5000;

    /// <summary>The circuit's parameters for a problem: its kind's schedule, then the user's file, then the wires if given.</summary>
    internal static ContinuousMachineParameters Parameters(IProblem problem, double segmentOhms, ParametersFile? file)
    {
        var parameters = file?.Over(Defaults(problem)) ?? Defaults(problem);
        return segmentOhms > 0 ? parameters with { Wires = ArrayWires.Uniform(segmentOhms) } : parameters;
    }

    /// <summary>The same for the settings of a command, and its tiles.</summary>
    internal static ContinuousMachineParameters Parameters(IProblem problem, RunSettings settings)
    {
        var parameters = Parameters(problem, settings.SegmentOhms, settings.Parameters);
        if (settings.Cells is { } cells) parameters = parameters with { Cells = cells.ToArray() };
        return settings.TileLines is { } lines ? parameters with { TileLines = lines } : parameters;
    }

    /// <summary>The schedule for a kind of problem. Why they differ: docs/guide/machines.md.</summary>
    private static ContinuousMachineParameters Defaults(IProblem problem) =>
        problem switch
        {
            // Constraint couplings dwarf the differences between tours: only a high loop gain saturates every neuron, and a large start
            // spread keeps runs apart.
            TspProblem => new() { LoopGain = 32, StartLoopGain = 0.2, AnnealTimeConstants = 60, StartVolts = 0.02, StopTimeConstants = 2000 },
            // Squares of sums leave small differences of large fields: at a low gain neurons rest half way.
            NumberPartitionProblem => new() { LoopGain = 32, StartLoopGain = 0.5, AnnealTimeConstants = 120, StartVolts = 0.02, StopTimeConstants = 2000 },
            // The cue, not a search, decides: a constant gain ends in a few time constants, and a ramp recalls no better.
            RecallProblem => new() { LoopGain = 8, AnnealTimeConstants = 0, StartVolts = 0.05 },
            _ => new(),
        };

    /// <summary>The machine.</summary>
    /// <exception cref="ArgumentException">There is no such machine, or its engine is not here.</exception>
    internal static IMachine Make(IProblem problem, RunSettings settings)
    {
        if (settings.Array is not { } array)
            return !settings.IsAnalogue || problem.SpinCount <= MostArraySpins ? MakeWhole(problem, settings)
                : throw new ArgumentException($"{problem.Name} needs {problem.SpinCount} neurons, more than the {MostArraySpins} that one simulated array "
                    + "holds; expected --array 64x64 (block by block on that array), or --machine digital");
        var inner = MakeWhole(problem, settings with { Mapping = settings.Mapping with { BiasLines = array.BiasPairs } });
        return new SubproblemSearch(inner, new() { BlockSpins = array.Neurons });
    }

    private static IMachine MakeWhole(IProblem problem, RunSettings settings) => settings.Machine switch
    {
        _ when settings.Noise is not null && !settings.IsAnalogue => throw new ArgumentException(
            $"--device-noise needs a machine with an array (continuous, clocked), not {settings.Machine}"),
        "digital" => Digital,
        "continuous" => Continuous(problem, settings),
        "clocked" => Clocked(problem, settings),
        "glauber" => new GlauberDynamics { Temperature = settings.Temperature },
        var name => Catalog.Of<IMachine>(typeof(IMachine).Assembly).FirstOrDefault(machine => machine.Name == name)
            ?? throw new ArgumentException($"--machine {name}: there is no such machine; expected {string.Join(", ", Names)}"),
    };

    /// <summary>What --machine takes: digital (asynchronous updates), continuous, and every digital dynamics by its own name.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        ["continuous", "clocked", "digital", .. Catalog.Of<IMachine>(typeof(IMachine).Assembly).Select(machine => machine.Name)];

    /// <summary>The digital engine that every circuit result is compared with.</summary>
    internal static IMachine Digital { get; } = new AsynchronousDynamics();

    /// <summary>The circuit machine.</summary>
    internal static ContinuousMachine Continuous(IProblem problem, RunSettings settings) =>
        new(Engine(settings), Parameters(problem, settings), settings.Programmed) { Noise = settings.Noise };

    /// <summary>The clocked machine.</summary>
    internal static ClockedMachine Clocked(IProblem problem, RunSettings settings) =>
        new(MachineNoise.AddTo(ClockedParameters(problem, settings), problem, settings), settings.Programmed);

    /// <summary>The clocked machine's parameters: its kind's schedule, then the user's file, then what the options say.</summary>
    internal static ClockedMachineParameters ClockedParameters(IProblem problem, RunSettings settings)
    {
        // A cue is to be completed, not to be searched from.
        ClockedMachineParameters defaults = problem is RecallProblem ? new() { NoiseUnits = Ramp.Constant(0), Cycles = 20 } : new();
        var parameters = settings.Parameters?.Over(defaults) ?? defaults;
        if (settings.SegmentOhms > 0) parameters = parameters with { Wires = ArrayWires.Uniform(settings.SegmentOhms) };
        if (settings.Cycles is { } cycles) parameters = parameters with { Cycles = cycles };
        if (settings.TileLines is { } lines) parameters = parameters with { TileLines = lines };
        return settings.Batch is { } batch ? parameters with { BatchColumns = batch } : parameters;
    }

    /// <summary>The circuit engine asked for.</summary>
    internal static ICircuitEngine Engine(RunSettings settings) => Engines.Find(settings.Engine);
}
