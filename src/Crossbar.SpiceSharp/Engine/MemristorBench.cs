using Crossbar.Engines;
using Crossbar.Netlists;
using Hopfield.Model;
using SpiceSharp;
using SpiceSharp.Simulations;

namespace Crossbar.Managed;

/// <summary>One memristor across an ideal source: how a device model is looked at.</summary>
internal static class MemristorBench
{
    /// <summary>Volts, amperes and state at every accepted point.</summary>
    public static Waveforms Drive(LinearIonDrift device, SourceWaveform volts, TransientRequest request)
    {
        var tolerances = new SpiceTolerances(request.RelativeTolerance, request.AbsoluteVolts, 1e-15, request.AbsoluteVolts, 1);
        var transient = SpiceSharpTransient.Create(request, tolerances);
        var circuit = new Circuit(SourceWaveforms.Voltage("source", "in", "0", volts), new MemristorEntity("device", "in", "0", device));
        var (seconds, voltage, current, state) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        IVariable<double>? input = null;
        MemristorEntity.IDevice? part = null;
        try
        {
            foreach (int what in transient.Run(circuit, Simulation.AfterSetup | Transient.ExportTransient))
                if (what == Simulation.AfterSetup)
                {
                    transient.GetState<IBiasingSimulationState>().TryGetValue("in", out input);
                    part = transient.EntityBehaviors["device"].GetValue<MemristorEntity.IDevice>();
                }
                else
                {
                    seconds.Add(transient.Time);
                    voltage.Add(input!.Value);
                    current.Add(part!.Amperes);
                    state.Add(part.State);
                }
        }
        catch (SpiceSharpException error)
        {
            throw new CircuitException("spicesharp", $"SpiceSharp failed on a driven memristor: {error.Message.ReplaceLineEndings(" ")}");
        }
        return new([.. seconds], ["volts", "amperes", "state"], [[.. voltage], [.. current], [.. state]]);
    }
}
