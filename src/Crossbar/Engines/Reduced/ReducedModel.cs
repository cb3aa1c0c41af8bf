using System.Collections.Concurrent;
using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Circuits;

namespace Crossbar.Engines.Reduced;

/// <summary>A circuit with everything linear and memoryless eliminated: capacitor nodes u and driven signals x obey C du/dt = −A u + B x +
/// I, and the drivers deliver the power xᵀQx − xᵀBᵀu. Exact; nothing is approximated on the way here.</summary>
internal sealed record ReducedModel
{
    /// <summary>Capacitor nodes, in state order.</summary>
    public required string[] StateNodes { get; init; }

    /// <summary>Capacitance of each state node to ground, F.</summary>
    public required double[] Farads { get; init; }

    /// <summary>Admittance between state nodes, n × n, S; with <see cref="AIsDiagonal"/> only the n diagonal entries.</summary>
    public required double[] A { get; init; }

    /// <summary>True when no two state nodes are connected to each other.</summary>
    public required bool AIsDiagonal { get; init; }

    /// <summary>Transfer from signals to state nodes, n × signals, S.</summary>
    public required double[] B { get; init; }

    /// <summary><see cref="B"/> in the form in which it multiplies.</summary>
    public required TransferMatrix Transfer { get; init; }

    /// <summary>Admittance at the signals, signals × signals, S.</summary>
    public required double[] Q { get; init; }

    /// <summary>True when <see cref="Q"/> is diagonal.</summary>
    public required bool QIsDiagonal { get; init; }

    /// <summary>Capacitance of wires between the ports; null without any.</summary>
    public required WireCharge? WireCharge { get; init; }

    /// <summary>Constant current into each state node, A.</summary>
    public required double[] Amperes { get; init; }

    /// <summary>Currents that vary in time, into state nodes: sign · waveform, A.</summary>
    public required (int State, int Sign, SourceWaveform Amperes)[] Injections { get; init; }

    /// <summary>Independent sources among the signals, by signal number.</summary>
    public required (int Signal, SourceWaveform Volts)[] Sources { get; init; }

    /// <summary>Amplifiers, each after those whose outputs it senses.</summary>
    public required AmplifierPlace[] Amplifiers { get; init; }

    /// <summary>Heat that the constant current sources cause by themselves, all ports at 0 V, W.</summary>
    public required double InjectionWatts { get; init; }

    public required int SignalCount { get; init; }

    /// <summary>For every node name: where its voltage comes from.</summary>
    public required IReadOnlyDictionary<string, NodePlace> Places { get; init; }

    /// <summary>Arrays that were reduced whole, for the independent check of the result.</summary>
    public required IReadOnlyList<ReducedArray> Arrays { get; init; }

    /// <summary>The star–mesh network of everything else; node numbers as in <see cref="Places"/>.</summary>
    public required StarMesh Network { get; init; }

    /// <summary>The resistors of that network, for the check of its residual.</summary>
    public required IReadOnlyList<(int A, int B, double Siemens)> Resistors { get; init; }

    /// <summary>Nodes in all, ground included as number 0.</summary>
    public required int NodeCount { get; init; }

    /// <summary>Devices whose states move; null without any.</summary>
    public CellModel? Cells { get; init; }

    /// <summary>Shortest time constant of a node, by its own conductance, and of an amplifier's lag, s; infinite without any.</summary>
    public double ShortestTimeConstant()
    {
        int n = Farads.Length;
        double shortest = double.PositiveInfinity;
        for (int i = 0; i < n; i++)
        {
            double siemens = AIsDiagonal ? A[i] : A[i * n + i];
            if (siemens > 0) shortest = Math.Min(shortest, Farads[i] / siemens);
        }
        foreach (var place in Amplifiers)
            if (place.Amplifier.LagSeconds > 0) shortest = Math.Min(shortest, place.Amplifier.LagSeconds);
        return shortest;
    }
}

/// <summary>Where the voltage of a node comes from.</summary>
/// <param name="Node">Number of the node in the network; 0 is ground.</param>
/// <param name="State">State number, or −1.</param>
/// <param name="Signal">Signal number, or −1.</param>
/// <param name="Sign">+1 or −1: the node is at sign · signal.</param>
internal readonly record struct NodePlace(int Node, int State, int Signal, int Sign);

/// <summary>An array that was reduced whole, with the numbers of its ports.</summary>
internal sealed record ReducedArray(CrossbarArray Array, int[] WordSignal, int[] WordSign, int[] BitState)
{
    /// <summary>The signals that drive it, each once: a tile of many sees only its own.</summary>
    public int[] Signals { get; } = [.. WordSignal.Distinct().Order()];

    /// <summary>For every word line, which of <see cref="Signals"/> drives it.</summary>
    public int[] WordPort => [.. WordSignal.Select(signal => System.Array.BinarySearch(Signals, signal))];

    // A hundredth of what the check accepts; large arrays use all cores.
    private readonly ArraySolverOptions _options = new()
    {
        OutputTolerance = 0.01 * ResidualCheck.Acceptable,
        Threads = Array.Cells.Siemens.Length > 400_000 ? Environment.ProcessorCount : 1,
    };
    private readonly ConcurrentBag<ArraySolver> _idle = [];
    private readonly Lock _gate = new();
    private CellTransfer? _transfer;

    /// <summary>What the cells see of the ports and the ports of the cells' noise; made at the first call, then kept.</summary>
    public CellTransfer Transfer(CancellationToken cancellation)
    {
        lock (_gate) return _transfer ??= CellTransfer.Of(this, cancellation);
    }

    /// <summary>The current out of each bit line by a solution of the whole array, and its residual, A.</summary>
    public (double[] OutputAmperes, double Residual) Solve(double[] wordVolts, double[] bitVolts, CancellationToken cancellation)
    {
        if (Array.Wires.IsIdeal) return (Product(wordVolts, bitVolts), 0);
        // Kept, since preparing a solver costs as much as a solution.
        if (!_idle.TryTake(out var solver)) solver = new(new(Array.Cells, Array.Wires), _options);
        var solution = solver.SolveMany(wordVolts, bitVolts, cancellation);
        _idle.Add(solver);
        return (solution.OutputAmperes, solution.ResidualAmperes);
    }

    private double[] Product(double[] wordVolts, double[] bitVolts)
    {
        var outputs = new double[bitVolts.Length];
        for (int i = 0; i < wordVolts.Length; i++)
        {
            var cells = Array.Cells.Row(i);
            for (int j = 0; j < outputs.Length; j++) outputs[j] += cells[j] * (wordVolts[i] - bitVolts[j]);
        }
        return outputs;
    }
}

/// <summary>An amplifier with the numbers of what it senses and drives.</summary>
/// <param name="Signal">Signal it drives.</param>
/// <param name="InputState">State it senses, or −1.</param>
/// <param name="InputSignal">Signal it senses, or −1.</param>
/// <param name="InputSign">+1 or −1: it senses sign · signal.</param>
/// <param name="Amplifier">The element.</param>
internal sealed record AmplifierPlace(int Signal, int InputState, int InputSignal, int InputSign, TanhAmplifier Amplifier);
