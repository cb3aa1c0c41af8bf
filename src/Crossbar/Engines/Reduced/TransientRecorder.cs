using Crossbar.Circuits;
using Hopfield.Model;

namespace Crossbar.Engines.Reduced;

/// <summary>Collects probe voltages and delivered power, at every accepted step and its middle, or exactly at the times asked
/// for.</summary>
internal sealed class TransientRecorder
{
    private readonly ReducedModel _model;
    private readonly ITransientDynamics _dynamics;
    private readonly IReadOnlyList<double>? _wanted;
    private readonly string[] _names;
    private readonly NodePlace[] _places;
    private readonly List<double> _seconds = [], _watts = [], _joules = [];
    private readonly List<double>[] _volts;
    private readonly double[] _all, _scratch;
    private readonly bool _needsInterior, _readsSignals;
    private int _next;

    public TransientRecorder(Netlist netlist, ReducedModel model, ITransientDynamics dynamics, IReadOnlyList<double>? wanted)
    {
        (_model, _dynamics, _wanted) = (model, dynamics, wanted);
        _names = [.. netlist.ProbeNodes];
        int firstCell = dynamics.Order - (model.Cells?.StateCount ?? 0);
        _places = [.. _names.Select(name => model.Cells?.StateOf(name) is { } cell and >= 0 ? new NodePlace(0, firstCell + cell, -1, 1)
            : model.Places.TryGetValue(name, out var place) ? place
            : throw new CircuitException(ReducedEngine.EngineName, $"there is no node '{name}' to record."))];
        _volts = [.. _names.Select(_ => new List<double>())];
        _needsInterior = _places.Any(place => place is { State: < 0, Signal: < 0, Node: > 0 });
        _readsSignals = _places.Any(place => place.State < 0);
        _all = new double[model.NodeCount];
        _scratch = new double[dynamics.Order];
    }

    /// <summary>Records the start; the dynamics must just have been evaluated there.</summary>
    public void Begin(double[] state, double watts)
    {
        if (_wanted is null) Record(0, state, watts, 0);
        else
            while (_next < _wanted.Count && _wanted[_next] <= 0) Record(_wanted[_next++], state, watts, 0);
    }

    /// <summary>Records the step that the integrator has just taken.</summary>
    /// <param name="run">The integrator.</param>
    /// <param name="energy">Delivered power and energy of the step.</param>
    /// <param name="middle">State at the middle of the step, where the dynamics must just have been evaluated; overwritten.</param>
    public void Step(TransientIntegrator run, StepEnergy energy, double[] middle)
    {
        if (_wanted is null)
        {
            Record(0.5 * (run.StepStart + run.Time), middle, energy.MiddleWatts, energy.JoulesAt(0.5));
            if (_readsSignals) _dynamics.Rate(run.Time, run.State, _scratch);
            Record(run.Time, run.State, energy.EndWatts, energy.JoulesAt(1));
            return;
        }
        // Times that miss the end of the step by rounding belong to it.
        while (_next < _wanted.Count && _wanted[_next] <= run.Time * (1 + 1e-12))
        {
            double time = _wanted[_next++];
            run.Interpolate(time, middle);
            _dynamics.Observe(time, middle, _scratch);
            Record(time, middle, _dynamics.DeliveredWatts(middle),
                energy.JoulesAt(Math.Min(1, (time - run.StepStart) / energy.StepSeconds)));
        }
    }

    public (Waveforms Volts, double[] Watts, double[] Joules) Finish() =>
        (new Waveforms([.. _seconds], _names, [.. _volts.Select(v => v.ToArray())]), [.. _watts], [.. _joules]);

    /// <summary>Records one point; the dynamics must just have been evaluated there.</summary>
    public void Record(double time, double[] state, double watts, double joules)
    {
        _seconds.Add(time);
        _watts.Add(watts);
        _joules.Add(joules);
        if (_needsInterior) NodeVoltages.Fill(_model, _dynamics.Signals, state, _all);
        for (int k = 0; k < _places.Length; k++)
        {
            var place = _places[k];
            _volts[k].Add(place.State >= 0 ? state[place.State]
                : place.Signal >= 0 ? place.Sign * _dynamics.Signals[place.Signal]
                : _all[place.Node]);
        }
    }
}
