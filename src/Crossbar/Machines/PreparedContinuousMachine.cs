using Crossbar.Circuits;
using Crossbar.Noise;
using Crossbar.Planning;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Machines;

/// <summary>A compiled Hopfield circuit in an engine, ready to settle from any start.</summary>
public sealed class PreparedContinuousMachine : IPreparedMachine, INoisyMachine
{
    /// <summary>Outputs within this fraction of the supply from their final value count as settled (1 %: our choice).</summary>
    public const double SettleFraction = 0.01;

    private readonly ILoadedCircuit _circuit;
    private readonly IsingModel _decoded;

    /// <summary>Joins a compiled circuit and the engine's view of it.</summary>
    public PreparedContinuousMachine(CompiledHopfield compiled, ILoadedCircuit circuit)
    {
        (Compiled, _circuit) = (compiled, circuit);
        _decoded = compiled.Weights.Decode();
    }

    /// <summary>The circuit.</summary>
    public CompiledHopfield Compiled { get; }

    /// <summary>Dynamic noise of every settling; its key is that of the run. Null for none.</summary>
    public NoiseSettings? Noise { get; init; }

    /// <summary>The circuit in its engine.</summary>
    public ILoadedCircuit Circuit => _circuit;

    public ReadNoiseBudget? DecisionNoise => Noise is null ? null : Machines.DecisionNoise.OfNodes(Compiled, Noise);

    /// <summary>The same circuit with all waveforms kept in its traces.</summary>
    public PreparedContinuousMachine WithWaveforms()
    {
        var kept = Compiled with { Parameters = Compiled.Parameters with { KeepWaveforms = true } };
        return new(kept, _circuit) { Noise = Noise };
    }

    public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default) =>
        Settle(Compiled.Request(start), key, cancellation).Trace;

    /// <summary>One settling with a request of one's own; also returns the circuit solution behind the record.</summary>
    public (SettlingTrace Trace, CircuitSolution Solution) Settle(TransientRequest request, RandomKey key,
        CancellationToken cancellation = default)
    {
        if (Noise is not null && request.Noise is null) request = Noisy(request, Noise, key);
        var solution = _circuit.Transient(request, cancellation);
        return (ToTrace(solution, key), solution);
    }

    /// <summary>With noise there is no rest to stop at: the run ends a hundred time constants after the ramp, as a written deck does. The
    /// step is that of the circuit, so that a replay over another time sees the same noise.</summary>
    internal TransientRequest Noisy(TransientRequest request, NoiseSettings noise, RandomKey key)
    {
        var parameters = Compiled.Parameters;
        double tau = Compiled.TimeConstantSeconds, end = Math.Min(parameters.StopTimeConstants, parameters.AnnealTimeConstants + 100) * tau;
        double fastest = parameters.AmplifierLagSeconds > 0 ? Math.Min(tau, parameters.AmplifierLagSeconds) : tau;
        return request with
        {
            Noise = noise with { StepSeconds = noise.StepIn(fastest), Key = key.Fold("noise") },
            StopSeconds = Math.Min(request.StopSeconds, end),
            RestVoltsPerSecond = null,
        };
    }

    private SettlingTrace ToTrace(CircuitSolution solution, RandomKey key)
    {
        var model = Compiled.Model;
        int n = model.Size, samples = solution.Volts.Seconds.Length;
        double supply = Compiled.Parameters.SupplyVolts;
        var probes = Compiled.Probes(solution.Volts);
        var activation = new double[n];
        var spins = new sbyte[n];
        var energies = new double[samples];
        sbyte[]? previous = null;
        for (int k = 0; k < samples; k++)
        {
            for (int i = 0; i < n; i++) activation[i] = probes.Outputs[i][k] / supply;
            spins = Spins.FromActivations(activation, key.Fold("undecided neuron"));
            energies[k] = previous is not null && previous.AsSpan().SequenceEqual(spins) ? energies[k - 1] : model.Energy(spins);
            previous = spins;
        }
        double settle = SettleTime.Seconds(solution.Volts.Seconds, probes.Outputs, SettleFraction * supply);
        bool settled = SettleTime.HasSettled(solution, settle);
        int weak = activation.Count(v => Math.Abs(v) < 0.9);
        string status = !solution.Converged ? "the transient did not converge"
            : !settled ? "still moving at the end of the run"
            : weak == 0 ? "settled" : $"settled with {weak} outputs below 90 % of the supply";
        return new()
        {
            Machine = "continuous",
            Engine = solution.Engine,
            Key = key.Value,
            Spins = spins,
            Energy = energies[^1],
            EngineEnergy = AnalogueEnergy(activation),
            Settled = settled,
            Status = status,
            SettleSeconds = settled ? settle : null,
            EnergyJoules = settled ? solution.DeliveredJoulesUntil(settle) : solution.DeliveredJoules,
            ResidualAmperes = solution.ResidualAmperes,
            TraceTimes = solution.Volts.Seconds,
            TraceEnergies = energies,
            Waveforms = Compiled.Parameters.KeepWaveforms ? solution.Volts : null,
            Warnings = solution.Warnings,
            Cells = Compiled.Parameters.Cells is { } cells && solution.FinalStates is { } states ? cells.Motion(Compiled.Netlist, states)
                : null,
        };
    }

    /// <summary>−½ vᵀJv − hᵀv + offset with the couplings that the conductances stand for and the outputs as they are, not their
    /// signs.</summary>
    private double AnalogueEnergy(double[] activation)
    {
        var product = new double[activation.Length];
        _decoded.Couplings.Multiply(activation, product);
        double sum = 0;
        for (int i = 0; i < activation.Length; i++) sum += activation[i] * (0.5 * product[i] + _decoded.Fields[i]);
        return _decoded.Offset - sum;
    }
}
