using System.Diagnostics;
using Crossbar.Circuits;
using Crossbar.Engines;
using Crossbar.Noise;
using Crossbar.Spice;
using Hopfield.Model;
using Hopfield.Numerics;
using SpiceSharp;
using SpiceSharp.Simulations;
using Parts = SpiceSharp.Components;
using SpiceTransient = SpiceSharp.Simulations.Transient;

namespace Crossbar.SpiceSharp;

/// <summary>A netlist as SpiceSharp entities; each transient makes its own, since behaviours belong to one simulation.</summary>
internal sealed class SpiceSharpCircuit(
    SpiceSharpEngine engine, Netlist netlist, IReadOnlyList<NetlistElement> elements, IReadOnlyList<PortNetwork> reduced) : ILoadedCircuit
{
    /// <summary>Samples of cell noise that are held in memory: 160 MB (our choice).</summary>
    private const long MostCellSamples = 20_000_000;

    public CircuitSolution Transient(TransientRequest request, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (request.Noise is { } noise) return WithNoise(noise, request, cancellation);
        var tolerances = SpiceTolerances.For(request, netlist);
        var transient = SpiceSharpTransient.Create(request, tolerances);
        foreach (var (node, volts) in NetlistCheck.StartVolts(netlist, request.InitialVolts, engine.Name))
            transient.TimeParameters.InitialConditions[node] = volts;
        var recorder = new SpiceSharpRecorder(netlist, request);
        using var warnings = new SpiceSharpWarnings();
        try
        {
            Run(transient, recorder, request, cancellation);
        }
        catch (SpiceSharpException error)
        {
            throw new CircuitException(engine.Name,
                $"SpiceSharp failed on {netlist.Title}: {error.Message.ReplaceLineEndings(" ")}", null, string.Join('\n', warnings.Lines));
        }
        return Solution(request, tolerances, recorder, warnings.Lines);
    }

    /// <summary>The same circuit with noise as sampled waveforms.</summary>
    private CircuitSolution WithNoise(NoiseSettings noise, TransientRequest request, CancellationToken cancellation)
    {
        var noisy = NoiseNetlist.WithSamples(netlist, noise, request.StopSeconds, engine.Name, MostCellSamples, cancellation);
        return ((SpiceSharpCircuit)engine.Load(noisy, cancellation)).Transient(request with { Noise = null }, cancellation);
    }

    private void Run(Transient transient, SpiceSharpRecorder recorder, TransientRequest request, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        foreach (int what in transient.Run(Entities(), Simulation.AfterSetup | SpiceTransient.ExportTransient))
        {
            cancellation.ThrowIfCancellationRequested();
            if (what == Simulation.AfterSetup)
            {
                recorder.Attach(transient);
                continue;
            }
            recorder.Record(transient.Time);
            if (recorder.AtRest) transient.TimeParameters.StopTime = transient.Time;
            if (clock.Elapsed.TotalSeconds > request.TimeLimitSeconds)
                throw new CircuitException(engine.Name,
                    $"SpiceSharp was stopped at its time limit of {request.TimeLimitSeconds} s, {transient.Time} s into {netlist.Title}.");
        }
    }

    private Circuit Entities()
    {
        var circuit = new Circuit();
        var resistors = elements.OfType<Resistor>().ToList();
        if (resistors.Count > 0) circuit.Add(new ResistorBank("#resistors", resistors));
        foreach (var network in reduced) circuit.Add(new PortNetworkEntity(network));
        var noises = elements.OfType<SampledNoise>().ToList();
        if (noises.Count > 0) circuit.Add(new CellNoiseBank("#cell_noise", noises));
        var steps = elements.OfType<WhiteNoiseCurrent>().Select(source => source.StepSeconds).Concat(noises.Take(1).Select(StepSeconds))
            .Distinct();
        foreach (var (k, step) in steps.Index()) circuit.Add(new SampleGridEntity($"#samples{k}", step));
        foreach (var element in elements)
            switch (element)
            {
                case Resistor or SampledNoise: break;
                case Capacitor c: circuit.Add(new Parts.Capacitor(c.Name, c.A, c.B, c.Farads)); break;
                case VoltageSource v: circuit.Add(SourceWaveforms.Voltage(v.Name, v.Plus, v.Minus, v.Volts)); break;
                case CurrentSource i: circuit.Add(SourceWaveforms.Current(i.Name, i.From, i.To, i.Amperes)); break;
                case WhiteNoiseCurrent n: circuit.Add(SourceWaveforms.Noise(n)); break;
                case TanhAmplifier a: circuit.Add(new AmplifierEntity(a)); break;
                case Memristor m: circuit.Add(new MemristorEntity(m)); break;
                default: throw new NotSupportedException($"SpiceSharp cannot be given {element.GetType().Name}.");
            }
        return circuit;
    }

    private static double StepSeconds(SampledNoise noise) => noise.Samples.Seconds[1] - noise.Samples.Seconds[0];

    private CircuitSolution Solution(
        TransientRequest request, SpiceTolerances tolerances, SpiceSharpRecorder recorder, IReadOnlyList<string> warnings)
    {
        double[] seconds = recorder.Seconds, watts = recorder.Watts;
        var wanted = request.OutputSeconds;
        double[][] volts = wanted is null ? recorder.Volts
            : [.. recorder.Volts.Select(v => ShapePreservingCubic.Interpolate(seconds, v, wanted))];
        var parameters = new Dictionary<string, string>(tolerances.ToParameters())
        {
            ["largestStepSeconds"] = SpiceNumber.Format(SpiceDeckWriter.LargestStepSeconds(request)),
            ["arrays"] = reduced.Count == 0 ? "written out" : $"{reduced.Count} reduced exactly to ports",
        };
        if (wanted is not null) parameters["interpolation"] = "shape-preserving cubic between accepted points";
        return new CircuitSolution
        {
            Engine = engine.Name,
            EngineVersion = engine.Availability.Version,
            Volts = new Waveforms(wanted is null ? seconds : [.. wanted], [.. netlist.ProbeNodes], volts),
            DeliveredWatts = wanted is null ? watts : ShapePreservingCubic.Interpolate(seconds, watts, wanted),
            CumulativeJoules = wanted is null ? TrapezoidRule.Cumulate(seconds, watts)
                : ShapePreservingCubic.Interpolate(seconds, TrapezoidRule.Cumulate(seconds, watts), wanted),
            Converged = true,
            AtRest = recorder.AtRest,
            Steps = seconds.Length - 1,
            FinalStates = recorder.States,
            Parameters = parameters,
            Warnings = warnings,
        };
    }
}
