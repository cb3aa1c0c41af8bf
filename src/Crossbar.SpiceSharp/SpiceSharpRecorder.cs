using Crossbar.Circuits;
using SpiceSharp.Simulations;
using IVoltageBranch = SpiceSharp.Components.IBranchedBehavior<double>;

namespace Crossbar.SpiceSharp;

/// <summary>Reads probes, delivered power and the state of rest at every accepted point.</summary>
internal sealed class SpiceSharpRecorder
{
    private const int RestPoints = 3;
    private readonly Netlist _netlist;
    private readonly double? _restVoltsPerSecond;
    private readonly double _lastCornerSeconds;
    private readonly List<double> _seconds = [], _watts = [];
    private readonly List<double>[] _volts;
    private readonly List<(IVariable<double> Plus, IVariable<double> Minus, Func<double, double> Amperes)> _power = [];
    private IVariable<double>[] _probes = [], _moving = [], _states = [];
    private double[] _before = [];
    private int _restingPoints;

    public SpiceSharpRecorder(Netlist netlist, TransientRequest request)
    {
        _netlist = netlist;
        _restVoltsPerSecond = request.RestVoltsPerSecond;
        _volts = [.. netlist.ProbeNodes.Select(_ => new List<double>())];
        _lastCornerSeconds = netlist.Elements.Max(element => element switch
        {
            VoltageSource v => v.Volts.Seconds[^1],
            CurrentSource i => i.Amperes.Seconds[^1],
            TanhAmplifier a => a.GainPerVolt.Seconds[^1],
            _ => 0,
        });
    }

    /// <summary>True once no capacitor node or lagging output has moved faster than the request's rate for three points, with no source
    /// still to change.</summary>
    public bool AtRest => _restingPoints >= RestPoints;

    public double[] Seconds => [.. _seconds];

    public double[] Watts => [.. _watts];

    /// <summary>[probe][point].</summary>
    public double[][] Volts => [.. _volts.Select(list => list.ToArray())];

    /// <summary>Where the states of memristors are now, by state node; null without memristors.</summary>
    public IReadOnlyDictionary<string, double>? States =>
        _states.Length == 0 ? null : StateNodes.Zip(_states).ToDictionary(pair => pair.First, pair => pair.Second.Value);

    private IEnumerable<string> StateNodes => _netlist.Elements.OfType<Memristor>().SelectMany(m => m.StateNodes);

    /// <summary>Finds the variables, once the simulation is set up.</summary>
    public void Attach(Transient transient)
    {
        var state = transient.GetState<IBiasingSimulationState>();
        IVariable<double> Node(string name) => state.TryGetValue(name, out var variable)
            ? variable : throw new CircuitException("spicesharp", $"node '{name}' is not in the simulated circuit.");
        _probes = [.. _netlist.ProbeNodes.Select(Node)];
        _moving = [.. _netlist.Elements.SelectMany(element => element switch
        {
            Capacitor c => new[] { c.A, c.B },
            TanhAmplifier { LagSeconds: > 0 } a => [a.Output],
            _ => [],
        }).Distinct().Select(Node)];
        _states = [.. StateNodes.Select(Node)];
        _before = new double[_moving.Length];
        var ground = Node(NetlistCheck.Ground);
        foreach (var element in _netlist.Elements)
            switch (element)
            {
                case VoltageSource v:
                    var branch = transient.EntityBehaviors[v.Name].GetValue<IVoltageBranch>().Branch;
                    _power.Add((Node(v.Plus), Node(v.Minus), _ => branch.Value));
                    break;
                case CurrentSource i:
                    _power.Add((Node(i.From), Node(i.To), i.Amperes.At));
                    break;
                case TanhAmplifier a:
                    var outputs = transient.EntityBehaviors[a.Name].GetValue<AmplifierEntity.IOutputs>();
                    _power.Add((Node(a.Output), ground, _ => outputs.OutputBranch.Value));
                    if (a.InvertedOutput is not null) _power.Add((Node(a.InvertedOutput), ground, _ => outputs.InvertedBranch!.Value));
                    break;
            }
    }

    /// <summary>Takes the present point. Currents flow from plus through the source, so that delivering is −v·i.</summary>
    public void Record(double seconds)
    {
        double watts = 0;
        foreach (var (plus, minus, amperes) in _power) watts -= (plus.Value - minus.Value) * amperes(seconds);
        for (int k = 0; k < _probes.Length; k++) _volts[k].Add(_probes[k].Value);
        double step = _seconds.Count > 0 ? seconds - _seconds[^1] : 0, fastest = 0;
        for (int k = 0; k < _moving.Length; k++)
        {
            double volts = _moving[k].Value;
            fastest = Math.Max(fastest, Math.Abs(volts - _before[k]));
            _before[k] = volts;
        }
        bool resting = _restVoltsPerSecond is { } rate && step > 0 && seconds > _lastCornerSeconds && fastest < rate * step;
        _restingPoints = resting ? _restingPoints + 1 : 0;
        _seconds.Add(seconds);
        _watts.Add(watts);
    }
}
