using System.Diagnostics;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Checking;

/// <summary>Runs one instance from one start through the reduced engine, every SPICE engine and the digital engine, and compares.</summary>
public sealed class CrossCheck
{
    private readonly IsingModel _model;
    private readonly CrossCheckOptions _options;
    private readonly CompiledHopfield _compiled;
    private readonly PreparedContinuousMachine? _prepared;
    private readonly RandomKey _key;
    private readonly CancellationToken _cancellation;

    private CrossCheck(
        IsingModel model, CompiledHopfield compiled, PreparedContinuousMachine? prepared, CrossCheckOptions options, RandomKey key,
        CancellationToken cancellation)
    {
        (_model, _compiled, _prepared, _options, _key, _cancellation) = (model, compiled, prepared, options, key, cancellation);
    }

    /// <summary>A finished run of the continuous machine, from the same start, through every engine: with the circuit that the run was made
    /// on, which is neither compiled nor reduced again.</summary>
    /// <param name="run">The run.</param>
    /// <param name="spice">The SPICE engines to run beside the reduced one (<c>CircuitEngines.Present</c>).</param>
    /// <param name="options">How exactly; parameters, mapping and noise are those of the run.</param>
    /// <param name="progress">Told which engine runs next.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    /// <exception cref="ArgumentException">The run is of a machine without a circuit.</exception>
    public static CrossCheckReport Of(
        MachineRun run, IReadOnlyList<ICircuitEngine> spice, CrossCheckOptions? options = null, IProgress<string>? progress = null,
        CancellationToken cancellation = default)
    {
        if (run.Prepared is not PreparedContinuousMachine prepared)
            throw new ArgumentException($"A run of machine '{run.Trace.Machine}' has no circuit to check.", nameof(run));
        var machine = prepared.WithWaveforms();
        var checkedRun = (options ?? new()) with
        {
            Parameters = machine.Compiled.Parameters,
            Noise = machine.Noise,
            SpiceEngines = [.. spice.Where(engine => engine.Name != ReducedEngine.EngineName)],
        };
        return new CrossCheck(run.Model, machine.Compiled, run.Trace.Engine == ReducedEngine.EngineName ? machine : null, checkedRun, run.Key,
            cancellation).Run(run.Start, progress);
    }

    /// <summary>The whole comparison.</summary>
    /// <param name="model">The instance.</param>
    /// <param name="start">N start activations, for every engine the same.</param>
    /// <param name="key">Random key of the run.</param>
    /// <param name="options">What to compare.</param>
    /// <param name="progress">Told which engine runs next.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public static CrossCheckReport Run(
        IsingModel model, ReadOnlySpan<double> start, RandomKey key, CrossCheckOptions options,
        IProgress<string>? progress = null, CancellationToken cancellation = default) =>
        new CrossCheck(model, CompiledHopfield.Compile(model, options.Mapping, options.Parameters with { KeepWaveforms = true }), null, options,
            key, cancellation).Run(start, progress);

    private CrossCheckReport Run(ReadOnlySpan<double> start, IProgress<string>? progress)
    {
        var request = _compiled.Request(start);
        progress?.Report(ReducedEngine.EngineName);
        var clock = Stopwatch.StartNew();
        var machine = _prepared
            ?? new PreparedContinuousMachine(_compiled, new ReducedEngine().Load(_compiled.Netlist, _cancellation)) { Noise = _options.Noise };
        var reduced = machine.Settle(request, _key, _cancellation).Trace;
        var rows = new List<CrossCheckRow>
        {
            new() { Engine = ReducedEngine.EngineName, Trace = reduced, WorstVoltsDifference = 0, SpinDifferences = 0, Decides = true,
                Explanation = "reference", WallSeconds = clock.Elapsed.TotalSeconds },
        };
        if (_options.Noise is { } noise)
            rows.AddRange(new NoisyReplay(machine, machine.Noisy(request, noise, _key), _key, _options, _cancellation).Rows(progress));
        else AddSpiceRows(rows, request, machine.Circuit, reduced, progress);
        progress?.Report("digital");
        clock.Restart();
        var digital = _options.Digital.Prepare(_model, _cancellation);
        var trace = digital.Settle(start, _key, _cancellation);
        rows.Add(new()
        {
            Engine = $"digital ({trace.Engine})",
            Trace = trace,
            SpinDifferences = Spins.HammingDistance(reduced.Spins, trace.Spins),
            Explanation = SpinComparison.Explain(_model, reduced.Spins, trace.Spins),
            WallSeconds = clock.Elapsed.TotalSeconds,
        });
        var descent = digital.Settle(Spins.ToActivations(reduced.Spins), _key, _cancellation);
        return Conclude(rows, descent.Operations?.Flips ?? 0, _options.Noise is not null);
    }

    private void AddSpiceRows(
        List<CrossCheckRow> rows, TransientRequest request, ILoadedCircuit circuit, SettlingTrace reduced, IProgress<string>? progress)
    {
        // SPICE engines cannot stop at rest: they get the time the reduced engine needed and a fifth more.
        double end = Math.Min(request.StopSeconds, Math.Max(1.2 * reduced.TraceTimes[^1],
            1.2 * _options.Parameters.AnnealTimeConstants * _compiled.TimeConstantSeconds));
        foreach (var engine in _options.SpiceEngines)
        {
            if (NotRunnable(engine) is { } reason)
            {
                rows.Add(new() { Engine = engine.Name, NotRun = reason, Explanation = reason });
                continue;
            }
            var loaded = new Lazy<ILoadedCircuit>(() => engine.Load(_compiled.Netlist, _cancellation));
            var window = request with { StopSeconds = end, RestVoltsPerSecond = null };
            progress?.Report($"{engine.Name} at its defaults");
            rows.Add(RunSpice(loaded, $"{engine.Name} (defaults)", window with { WithSpiceDefaults = true }, circuit, reduced));
            double tight = _options.SpiceTolerance;
            progress?.Report($"{engine.Name} at {tight:g1}");
            rows.Add(RunSpice(loaded, $"{engine.Name} (reltol {tight:g1})",
                window with { RelativeTolerance = tight, AbsoluteVolts = Math.Min(1e-6, 1e-3 * tight) }, circuit, reduced));
        }
    }

    private string? NotRunnable(ICircuitEngine engine)
    {
        if (!engine.Availability.Present) return $"not here: {engine.Availability.HowToGet}";
        var cells = _compiled.Weights.Cells.Siemens.Length;
        var wires = _options.Parameters.Wires;
        bool isPlain = _options.Parameters.Cells is null && (wires.IsIdeal || engine.ReducesWires);
        int limit = isPlain ? _options.LargestIdealCells : _options.LargestWiredCells;
        return cells <= limit ? null : $"skipped: {cells} cells{(_options.Parameters.Cells is not null ? " that move" : wires.IsIdeal ? "" : " with wires")} are more than its limit here, {limit}";
    }

    private CrossCheckRow RunSpice(Lazy<ILoadedCircuit> loaded, string name, TransientRequest request, ILoadedCircuit reference,
        SettlingTrace reduced)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var machine = new PreparedContinuousMachine(_compiled, loaded.Value);
            var (trace, solution) = machine.Settle(request, _key, _cancellation);
            double wall = clock.Elapsed.TotalSeconds;
            double[] activations = _compiled.Probes(solution.Volts).FinalActivations(_compiled.Parameters.SupplyVolts);
            return new()
            {
                Engine = name,
                Trace = trace,
                WorstVoltsDifference = WorstDifference(solution.Volts, reference, request),
                SpinDifferences = Spins.HammingDistance(reduced.Spins, trace.Spins),
                Decides = !request.WithSpiceDefaults,
                Explanation = SpinComparison.Explain(_model, reduced.Spins, trace.Spins, activations),
                WallSeconds = wall,
            };
        }
        catch (CircuitException failure)
        {
            return new() { Engine = name, NotRun = failure.Message, Failed = true, Explanation = failure.Message, WallSeconds = clock.Elapsed.TotalSeconds };
        }
    }

    /// <summary>Largest |Δu| over all neurons at the other engine's own time points, where its waveform is not interpolated.</summary>
    private double WorstDifference(Waveforms theirs, ILoadedCircuit reference, TransientRequest request)
    {
        var ours = reference.Transient(request with
        {
            RelativeTolerance = 1e-9,
            AbsoluteVolts = 1e-12,
            OutputSeconds = theirs.Seconds,
            StopSeconds = Math.Max(request.StopSeconds, theirs.Seconds[^1]),
        }, _cancellation).Volts;
        double[][] a = _compiled.Probes(theirs).Inputs, b = _compiled.Probes(ours).Inputs;
        double worst = 0;
        for (int i = 0; i < a.Length; i++)
            for (int k = 0; k < theirs.Seconds.Length; k++) worst = Math.Max(worst, Math.Abs(a[i][k] - b[i][k]));
        return worst;
    }

    /// <summary>Strong noise can keep a circuit from resting; then the spins alone decide.</summary>
    private static CrossCheckReport Conclude(List<CrossCheckRow> rows, long descentFlips, bool noisy)
    {
        var findings = new List<string>();
        bool agrees = !rows.Exists(row => row.Failed);
        foreach (var row in rows.Where(row => row.Trace?.Machine == "continuous"))
        {
            if (!row.Trace!.Settled) findings.Add($"{row.Engine}: {row.Trace.Status}");
            if (row.SpinDifferences > 0) findings.Add($"{row.Engine}: {row.Explanation}");
            if (row.Decides && !((noisy || row.Trace.Settled) && row.SpinDifferences == 0)) agrees = false;
        }
        findings.Add(descentFlips == 0
            ? "the circuit's answer is a fixed point of the digital dynamics"
            : $"a digital descent still flips {descentFlips} spins of the circuit's answer: the amplifiers' gain is finite");
        return new() { Rows = rows, DescentFlips = descentFlips, Agrees = agrees, Findings = findings };
    }
}
