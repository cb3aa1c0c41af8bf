using Crossbar.Engines;
using Crossbar.Layout;
using Crossbar.Machines;
using Hopfield.Dynamics;
using Hopfield.Model;
using Solvers.Problems;
using Solvers.Problems.Recall;
using Solvers.Problems.Tsp;

namespace Cli.Solving;

/// <summary>The machine that a command asked for, with the schedule that suits the kind of problem.</summary>
internal static class MachineSettings
{
    /// <summary>The circuit's parameters for a problem; wires as given. Why they differ: docs/guide/machines.md.</summary>
    internal static ContinuousMachineParameters Parameters(IProblem problem, double segmentOhms)
    {
        var wires = ArrayWires.Uniform(segmentOhms);
        return problem switch
        {
            // Constraint couplings dwarf the differences between tours: only a high loop gain saturates every neuron, and a large start spread keeps runs apart.
            TspProblem => new() { Wires = wires, LoopGain = 32, StartLoopGain = 0.2, AnnealTimeConstants = 60, StartVolts = 0.02, StopTimeConstants = 2000 },
            // The cue, not a search, decides: a constant gain ends in a few time constants, and a ramp recalls no better.
            RecallProblem => new() { Wires = wires, LoopGain = 8, AnnealTimeConstants = 0, StartVolts = 0.05 },
            _ => new() { Wires = wires },
        };
    }

    /// <summary>The machine.</summary>
    /// <exception cref="ArgumentException">There is no such machine, or its engine is not here.</exception>
    internal static IMachine Make(IProblem problem, RunSettings settings) => settings.Machine switch
    {
        "digital" => Digital,
        "continuous" => Continuous(problem, settings),
        var other => throw new ArgumentException($"--machine {other}: there is no such machine; expected digital or continuous"),
    };

    /// <summary>The digital engine that every circuit result is compared with.</summary>
    internal static IMachine Digital { get; } = new AsynchronousDynamics();

    /// <summary>The circuit machine.</summary>
    internal static ContinuousMachine Continuous(IProblem problem, RunSettings settings) =>
        new(Engine(settings), Parameters(problem, settings.SegmentOhms), settings.Mapping);

    /// <summary>The circuit engine asked for.</summary>
    internal static ICircuitEngine Engine(RunSettings settings) => Engines.Find(settings.Engine);
}
