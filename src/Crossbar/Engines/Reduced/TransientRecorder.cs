using Crossbar.Netlists;
using Hopfield.Model;

namespace Crossbar.Engines.Reduced;

/// <summary>Collects probe voltages and delivered power, at every accepted step or exactly at the times asked for.</summary>
internal sealed class TransientRecorder
{
    private readonly ReducedModel _model;
    private readonly ReducedDynamics _dynamics;
    private readonly IReadOnlyList<double>? _wanted;
    private readonly string[] _names;
    private readonly NodePlace[] _places;
    private readonly List<double> _seconds = [], _watts = [];
    private readonly List<double>[] _volts;
    private readonly double[] _all, _scratch;
    private readonly bool _needsInterior;
    private int _next;

    public TransientRecorder(Netlist netlist, ReducedModel model, ReducedDynamics dynamics, IReadOnlyList<double>? wanted)
    {
        (_model, _dynamics, _wanted) = (model, dynamics, wanted);
        _names = [.. netlist.ProbeNodes];
        _places = [.. _names.Select(name => model.Places.TryGetValue(name, out var place) ? place
            : throw new CircuitException(ReducedEngine.EngineName, $"there is no node '{name}' to record."))];
        _volts = [.. _names.Select(_ => new List<double>())];
        _needsInterior = _places.Any(place => place is { State: < 0, Signal: < 0, Node: > 0 });
        _all = new double[model.NodeCount];
        _scratch = new double[dynamics.Order];
    }

    /// <summary>Records the start; the dynamics must just have been evaluated there.</summary>
    public void Begin(double[] state, double watts)
    {
        if (_wanted is null) Record(0, state, watts);
        else
            while (_next < _wanted.Count && _wanted[_next] <= 0) Record(_wanted[_next++], state, watts);
    }

    /// <summary>Records the step that the integrator has just taken; the dynamics must just have been evaluated at its end.</summary>
    /// <param name="run">The integrator.</param>
    /// <param name="watts">Delivered power at the end of the step.</param>
    /// <param name="workspace">Scratch of the dynamics' order; overwritten.</param>
    public void Step(TransientIntegrator run, double watts, double[] workspace)
    {
        if (_wanted is null)
        {
            Record(run.Time, run.State, watts);
            return;
        }
        // Times that miss the end of the step by rounding belong to it.
        while (_next < _wanted.Count && _wanted[_next] <= run.Time * (1 + 1e-12))
        {
            double time = _wanted[_next++];
            run.Interpolate(time, workspace);
            _dynamics.Rate(time, workspace, _scratch);
            Record(time, workspace, _dynamics.DeliveredWatts(workspace));
        }
    }

    /// <summary>The waveforms collected.</summary>
    public (Waveforms Volts, double[] Watts) Finish() =>
        (new Waveforms([.. _seconds], _names, [.. _volts.Select(v => v.ToArray())]), [.. _watts]);

    private void Record(double time, double[] state, double watts)
    {
        _seconds.Add(time);
        _watts.Add(watts);
        if (_needsInterior) NodeVoltages.Fill(_model, _dynamics, state, _all);
        for (int k = 0; k < _places.Length; k++)
        {
            var place = _places[k];
            _volts[k].Add(place.State >= 0 ? state[place.State]
                : place.Signal >= 0 ? place.Sign * _dynamics.Signals[place.Signal]
                : _all[place.Node]);
        }
    }
}
