using Crossbar.Circuits;
using Crossbar.Spice;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Engines.Ngspice;

/// <summary>A netlist that is written and run anew for each transient.</summary>
internal sealed class NgspiceCircuit(NgspiceEngine engine, string executable, Netlist netlist) : ILoadedCircuit
{
    /// <summary>One process per call; output times are read by <see cref="ShapePreservingCubic"/> between the accepted points.</summary>
    public CircuitSolution Transient(TransientRequest request, CancellationToken cancellation = default)
    {
        if (request.Noise is { } noise)
        {
            var noisy = NoiseNetlist.WithSamples(netlist, noise, request.StopSeconds, engine.Name, cancellation: cancellation);
            return new NgspiceCircuit(engine, executable, noisy).Transient(request with { Noise = null }, cancellation);
        }
        var tolerances = SpiceTolerances.For(request, netlist);
        var power = new NgspicePower(netlist);
        string[] states = [.. netlist.Elements.OfType<Memristor>().SelectMany(m => m.StateNodes)];
        string deck = SpiceDeckWriter.Write(netlist, request, tolerances,
            [.. power.Vectors, .. states.Except(netlist.ProbeNodes).Select(node => $"v({node})")]);
        using var run = NgspiceRun.StartText(executable, deck, request.TimeLimitSeconds, cancellation);
        var raw = run.ReadTransient(request.StopSeconds);
        double[] seconds = raw.Seconds;
        double[] watts;
        double[][] volts;
        Dictionary<string, double>? ends;
        try
        {
            watts = power.Watts(raw);
            volts = [.. netlist.ProbeNodes.Select(node => node == NetlistCheck.Ground ? new double[seconds.Length] : raw[$"v({node})"])];
            ends = states.Length == 0 ? null : states.ToDictionary(node => node, node => raw[$"v({node})"][^1]);
        }
        catch (InvalidDataException error)
        {
            throw run.Failure(error.Message);
        }
        run.Succeeded();

        var parameters = new Dictionary<string, string>(tolerances.ToParameters())
        {
            ["largestStepSeconds"] = SpiceNumber.Format(SpiceDeckWriter.LargestStepSeconds(request)),
        };
        var wanted = request.OutputSeconds;
        if (wanted is not null) parameters["interpolation"] = "shape-preserving cubic between accepted points";
        return new CircuitSolution
        {
            Engine = engine.Name,
            EngineVersion = engine.Availability.Version,
            Volts = wanted is null
                ? new Waveforms(seconds, [.. netlist.ProbeNodes], volts)
                : new Waveforms([.. wanted], [.. netlist.ProbeNodes],
                    [.. volts.Select(v => ShapePreservingCubic.Interpolate(seconds, v, wanted))]),
            DeliveredWatts = wanted is null ? watts : ShapePreservingCubic.Interpolate(seconds, watts, wanted),
            CumulativeJoules = wanted is null ? TrapezoidRule.Cumulate(seconds, watts)
                : ShapePreservingCubic.Interpolate(seconds, TrapezoidRule.Cumulate(seconds, watts), wanted),
            Converged = true,
            Steps = seconds.Length - 1,
            FinalStates = ends,
            Parameters = parameters,
            Warnings = run.Warnings,
        };
    }
}
