using System.Globalization;
using Crossbar.Circuits;
using Crossbar.Noise;

namespace Crossbar.Engines.Reduced;

/// <summary>A transient as a stochastic differential equation, dy = f(t, y) dt + C⁻¹ dQ, on the grid of the noise. Thermal noise enters as
/// one correlated current per node, 4kT Re Y exactly; how a step is taken depends on what noise does between its samples
/// (<see cref="INoisyStep"/>).</summary>
internal sealed class NoisyTransient
{
    // As many points as a report's figures can show (our choice); every step of a noisy run would fill the memory.
    private const int MostRecords = 2000;

    private readonly Netlist _netlist;
    private readonly ReducedModel _model;
    private readonly ReducedDynamics _dynamics;
    private readonly NoiseSettings _noise;
    private readonly TransientRequest _request;
    private readonly int _steps;
    private readonly double _step;
    private readonly CircuitNoise _sources;
    private readonly INoisyStep _method;

    public NoisyTransient(
        Netlist netlist, ReducedModel model, ReducedDynamics dynamics, NoiseSettings noise, TransientRequest request, double wantedStep,
        CancellationToken cancellation)
    {
        (_netlist, _model, _dynamics, _noise, _request) = (netlist, model, dynamics, noise, request);
        double steps = Math.Ceiling(request.StopSeconds / wantedStep * (1 - 1e-12));
        if (!(steps < 1e9)) throw new CircuitException(ReducedEngine.EngineName, string.Create(CultureInfo.InvariantCulture,
            $"a noise step of {wantedStep:g3} s makes {steps:g3} steps of a run of {request.StopSeconds:g3} s; give a longer step"));
        _steps = (int)steps;
        // Not shortened to fit: a run to another end sees the same noise on its way there. The last step may be shorter.
        _step = wantedStep;
        State = new double[dynamics.Order];
        _sources = new(model, dynamics, noise, _step, netlist.Elements.OfType<CrossbarArray>().Count(), cancellation);
        _method = noise.Form == NoiseForm.Held ? new HeldNoiseStep(dynamics, _sources) : new LineNoiseStep(dynamics, _sources, _step);
    }

    /// <summary>The state; holds the start before <see cref="Run"/>.</summary>
    public double[] State { get; }

    public CircuitSolution Run(string version, CancellationToken cancellation)
    {
        int order = _dynamics.Order, every = Math.Max(1, _steps / MostRecords);
        double[] second = new double[order], predicted = new double[order], between = new double[order];
        var recorder = new TransientRecorder(_netlist, _model, _dynamics, _request.OutputSeconds);
        _dynamics.Observe(0, State, second);
        double watts = _dynamics.DeliveredWatts(State), joules = 0;
        recorder.Begin(State, watts);
        int next = 0;
        while (next < _request.OutputSeconds?.Count && _request.OutputSeconds[next] <= 0) next++;
        for (int k = 0; k < _steps; k++)
        {
            if (k % 64 == 0) cancellation.ThrowIfCancellationRequested();
            double t = k * _step, end = k + 1 == _steps ? _request.StopSeconds : (k + 1) * _step, h = end - t;
            _method.Step(t, end, State, predicted);
            _dynamics.Observe(end, predicted, second);
            double now = _dynamics.DeliveredWatts(predicted), energy = 0.5 * h * (watts + now);
            for (; next < _request.OutputSeconds?.Count && _request.OutputSeconds[next] <= end * (1 + 1e-12); next++)
            {
                double part = Math.Min(1, (_request.OutputSeconds[next] - t) / h);
                for (int i = 0; i < order; i++) between[i] = State[i] + part * (predicted[i] - State[i]);
                _dynamics.Observe(_request.OutputSeconds[next], between, second);
                recorder.Record(_request.OutputSeconds[next], between, _dynamics.DeliveredWatts(between), joules + part * energy);
            }
            joules += energy;
            predicted.CopyTo(State, 0);
            watts = now;
            if (_request.OutputSeconds is null && ((k + 1) % every == 0 || k + 1 == _steps)) recorder.Record(end, State, watts, joules);
        }
        return Solution(version, recorder, cancellation);
    }

    private CircuitSolution Solution(string version, TransientRecorder recorder, CancellationToken cancellation)
    {
        var solution = recorder.Finish();
        bool finite = State.All(double.IsFinite);
        var warnings = new List<string>(_sources.Warnings);
        if (!finite) warnings.Add(string.Create(CultureInfo.InvariantCulture,
            $"the run diverged: a noise step of {_step:g3} s is too long for this circuit"));
        return new CircuitSolution
        {
            Engine = ReducedEngine.EngineName,
            EngineVersion = version,
            Volts = solution.Volts,
            DeliveredWatts = solution.Watts,
            CumulativeJoules = solution.Joules,
            ResidualAmperes = finite ? ResidualCheck.Largest(_model, _dynamics, _dynamics, _request.StopSeconds, State, cancellation)
                : null,
            Converged = finite,
            Steps = _steps,
            Parameters = new Dictionary<string, string>
            {
                ["method"] = _method.Name,
                ["noise"] = _noise.Summary,
                ["noiseStepSeconds"] = _step.ToString("g6", CultureInfo.InvariantCulture),
                ["noiseKey"] = _noise.Key.Value.ToString("x16", CultureInfo.InvariantCulture),
            },
            Warnings = warnings,
        };
    }
}
