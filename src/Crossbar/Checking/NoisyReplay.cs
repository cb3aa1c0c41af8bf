using System.Diagnostics;
using System.Globalization;
using Crossbar.Circuits;
using Crossbar.Engines;
using Crossbar.Machines;
using Crossbar.Noise;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Checking;

/// <summary>A noisy run once more, with the same samples joined by straight lines, on the reduced engine and on every SPICE engine:
/// compared at the samples. The run itself holds its samples; what the lines change is the first row.</summary>
internal sealed class NoisyReplay
{
    // Fewer samples than this in a deck show nothing (our choice: five time constants at the default step).
    private const int FewestSteps = 500;

    // As many points as figures can show (our choice).
    private const int MostPoints = 2000;

    private readonly CompiledHopfield _compiled;
    private readonly PreparedContinuousMachine _reduced;
    private readonly CrossCheckOptions _options;
    private readonly RandomKey _key;
    private readonly TransientRequest _run, _window;
    private readonly string _part;
    private readonly long _steps;
    private readonly CancellationToken _cancellation;

    /// <summary>Lays out the window: the whole run, or as much of it as a deck's samples allow.</summary>
    /// <param name="reduced">The circuit in the reduced engine.</param>
    /// <param name="run">The run's own request, noise included.</param>
    /// <param name="key">Its key.</param>
    /// <param name="options">What to compare.</param>
    /// <param name="cancellation">Ends it.</param>
    public NoisyReplay(
        PreparedContinuousMachine reduced, TransientRequest run, RandomKey key, CrossCheckOptions options, CancellationToken cancellation)
    {
        var compiled = reduced.Compiled;
        (_reduced, _compiled, _run, _key, _options, _cancellation) = (reduced, compiled, run, key, options, cancellation);
        double step = run.Noise!.StepSeconds!.Value;
        long all = (long)Math.Ceiling(run.StopSeconds / step * (1 - 1e-12));
        _steps = Math.Min(all, NoiseNetlist.MostDeckSamples / Math.Max(1, NoiseNetlist.SamplesPerPoint(compiled.Netlist, run.Noise)) - 2);
        _part = _steps == all ? "" : string.Create(CultureInfo.InvariantCulture,
            $"; compared over the first {100.0 * _steps / all:f0} % of the run");
        int every = (int)Math.Max(1, _steps / MostPoints);
        _window = run with
        {
            Noise = run.Noise with { Form = NoiseForm.StraightLines },
            StopSeconds = _steps == all ? run.StopSeconds : Math.Max(1, _steps) * step,
            OutputSeconds = [.. Enumerable.Range(1, (int)Math.Max(1, _steps / every))
                .Select(k => Math.Min(k * every * step, run.StopSeconds))],
            RelativeTolerance = options.SpiceTolerance,
            AbsoluteVolts = Math.Min(1e-6, 1e-3 * options.SpiceTolerance),
        };
    }

    /// <summary>The rows of the reduced engine's replay and of every SPICE engine.</summary>
    public IEnumerable<CrossCheckRow> Rows(IProgress<string>? progress)
    {
        var clock = Stopwatch.StartNew();
        var held = _reduced.Settle(_window with { Noise = _run.Noise }, _key, _cancellation);
        var lines = _reduced.Settle(_window, _key, _cancellation);
        yield return Row("reduced (noise in straight lines)", held, lines, clock, decides: false);
        foreach (var engine in _options.SpiceEngines)
        {
            if (NotRunnable(engine) is { } reason)
            {
                yield return new() { Engine = engine.Name, NotRun = reason, Explanation = reason };
                continue;
            }
            progress?.Report($"{engine.Name} with the same noise");
            yield return Spice(engine, lines);
        }
    }

    private string? NotRunnable(ICircuitEngine engine) => !engine.Availability.Present ? $"not here: {engine.Availability.HowToGet}"
        : _steps >= FewestSteps ? null
        : $"skipped: a deck holds {NoiseNetlist.MostDeckSamples:n0} samples of noise, of this circuit {Math.Max(0, _steps)} steps";

    private CrossCheckRow Spice(ICircuitEngine engine, (SettlingTrace Trace, CircuitSolution Solution) lines)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var machine = new PreparedContinuousMachine(_compiled, engine.Load(_compiled.Netlist, _cancellation));
            return Row($"{engine.Name} (the same noise)", lines, machine.Settle(_window, _key, _cancellation), clock, decides: true);
        }
        catch (CircuitException failure)
        {
            return new()
            {
                Engine = engine.Name,
                NotRun = failure.Message,
                Failed = true,
                Explanation = failure.Message,
                WallSeconds = clock.Elapsed.TotalSeconds,
            };
        }
    }

    private CrossCheckRow Row(
        string name, (SettlingTrace Trace, CircuitSolution Solution) reference, (SettlingTrace Trace, CircuitSolution Solution) run,
        Stopwatch clock, bool decides)
    {
        var (ours, theirs) = (_compiled.Probes(reference.Solution.Volts), _compiled.Probes(run.Solution.Volts));
        double worst = ours.Inputs.Zip(theirs.Inputs, (a, b) => a.Zip(b, (one, other) => Math.Abs(one - other)).Max()).Max();
        double[] activations = theirs.FinalActivations(_compiled.Parameters.SupplyVolts);
        return new()
        {
            Engine = name,
            Trace = run.Trace,
            WorstVoltsDifference = worst,
            SpinDifferences = Spins.HammingDistance(reference.Trace.Spins, run.Trace.Spins),
            Decides = decides,
            Explanation = SpinComparison.Explain(_compiled.Model, reference.Trace.Spins, run.Trace.Spins, activations) + _part,
            WallSeconds = clock.Elapsed.TotalSeconds,
        };
    }
}
