using System.Globalization;
using System.Numerics.Tensors;
using Crossbar.Circuits;
using Crossbar.Noise;

namespace Crossbar.Engines.Reduced;

/// <summary>A circuit held by the reduced engine; each transient has its own workspace, so several may run at once.</summary>
internal sealed class ReducedCircuit(Netlist netlist, ReducedModel model, string version) : ILoadedCircuit
{
    private readonly double[] _corners = [.. model.Sources.Select(s => s.Volts)
        .Concat(model.Amplifiers.Select(a => a.Amplifier.GainPerVolt))
        .Concat(model.Injections.Select(i => i.Amperes))
        .Where(w => !w.IsConstant).SelectMany(w => w.Seconds).Where(t => t > 0).Distinct().Order()];

    // Above this fraction of the largest voltage the run says what the first-order wires may hide (our choice).
    private const double NotableShift = 0.01;

    // Long because it is the order of one run: set up, step and record until rest, check the end, report.
    public CircuitSolution Transient(TransientRequest request, CancellationToken cancellation = default)
    {
        var nodes = new ReducedDynamics(model);
        if (request.Noise is { } noise) return Noisy(noise, request, nodes, cancellation);
        var cells = model.Cells is null ? null : new CellDynamics(model, model.Cells, nodes);
        ITransientDynamics dynamics = cells is null ? nodes : cells;
        var corners = _corners.TakeWhile(t => t < request.StopSeconds).ToArray();
        double fastest = model.ShortestTimeConstant();
        var run = cells is null ? new TransientIntegrator(nodes, request, corners, fastest)
            : new TransientIntegrator(cells, request, corners, fastest);
        Start(run.State, request.InitialVolts, nodes);
        run.Start();

        var recorder = new TransientRecorder(netlist, model, dynamics, request.OutputSeconds);
        var middle = new double[dynamics.Order];
        var scratch = new double[dynamics.Order];
        var workspace = new double[nodes.Order * nodes.Order];
        double watts = dynamics.DeliveredWatts(run.State), joules = 0;
        recorder.Begin(run.State, watts);
        var watch = cells is null ? null : new CellWatch(cells);
        var wires = model.WireCharge is null ? null : new FirstOrderWatch(model);
        wires?.Begin(run.State, dynamics.Signals);
        var ends = new double[model.SignalCount];
        bool atRest = false, converged = true;
        var warnings = new List<string>();
        int calmUntil = 0;
        while (run.Time < request.StopSeconds && !atRest)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!run.Advance())
            {
                converged = false;
                warnings.Add(string.Create(CultureInfo.InvariantCulture,
                    $"the step became too short at {run.Time:g6} s; the waveforms end there"));
                break;
            }
            // An explicit step ends with an evaluation at its end state; an implicit one with a Newton iterate.
            if (run.IsImplicit) dynamics.Rate(run.Time, run.State, scratch);
            double end = dynamics.DeliveredWatts(run.State);
            watch?.End(run.Time);
            dynamics.Signals.CopyTo(ends, 0);
            run.Interpolate(0.5 * (run.StepStart + run.Time), middle);
            dynamics.Observe(0.5 * (run.StepStart + run.Time), middle, scratch);
            watch?.Middle(run.Time - run.StepStart);
            wires?.Middle(middle, dynamics.Signals);
            wires?.End(run.Time - run.StepStart, run.State, ends);
            var energy = new StepEnergy(joules, watts, dynamics.DeliveredWatts(middle), end, run.Time - run.StepStart);
            recorder.Step(run, energy, middle);
            joules = energy.JoulesAt(1);
            watts = end;
            run.SwitchIfStiff();
            if (request.RestVoltsPerSecond is { } slow && run.IsPastLastCorner && run.Accepted >= calmUntil
                && Fastest(run.Rate.AsSpan(0, nodes.Order)) < slow)
            {
                atRest = dynamics.IsStable(run.Time, run.State, workspace);
                calmUntil = run.Accepted + 10; // an unstable rest is looked at again only later
            }
        }
        var solution = recorder.Finish();
        double residual = ResidualCheck.Largest(model, nodes, dynamics, run.Time, run.State, cancellation);
        double scale = ResidualCheck.Scale(model, dynamics, run.State);
        if (!(residual <= ResidualCheck.Acceptable * scale))
        {
            converged = false;
            warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"the solution of the whole network misses Kirchhoff's current law by {residual:g3} A where {scale:g3} A flow"));
        }
        double largest = Math.Max(run.State.Select(Math.Abs).DefaultIfEmpty().Max(), dynamics.Signals.Select(Math.Abs).DefaultIfEmpty()
            .Max());
        if (wires?.WorstVolts > NotableShift * largest)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"the delay of the wires beyond first order may shift a node by up to "
                + $"{wires.WorstVolts:g3} V; a SPICE engine takes the whole RC network"));
        return new CircuitSolution
        {
            Engine = ReducedEngine.EngineName,
            EngineVersion = version,
            Volts = solution.Volts,
            DeliveredWatts = solution.Watts,
            CumulativeJoules = solution.Joules,
            ResidualAmperes = residual,
            Converged = converged,
            AtRest = atRest,
            Steps = run.Accepted,
            FinalStates = model.Cells?.Named(run.State.AsSpan(nodes.Order)),
            Parameters = Parameters(run, request, dynamics, wires, watch),
            Warnings = warnings,
        };
    }

    private static Dictionary<string, string> Parameters(
        TransientIntegrator run, TransientRequest request, ITransientDynamics dynamics, FirstOrderWatch? wires, CellWatch? cells)
    {
        var parameters = new Dictionary<string, string>
        {
            ["method"] = cells is not null ? "ROS34PW2, linearly implicit" : run.IsImplicit ? "Dormand-Prince 5(4), then SDIRK 4(3)"
                : "Dormand-Prince 5(4)",
            ["relativeTolerance"] = request.RelativeTolerance.ToString("g3", CultureInfo.InvariantCulture),
            ["absoluteVolts"] = request.AbsoluteVolts.ToString("g3", CultureInfo.InvariantCulture),
            ["states"] = dynamics.Order.ToString(CultureInfo.InvariantCulture),
            ["rejectedSteps"] = run.Rejected.ToString(CultureInfo.InvariantCulture),
        };
        if (wires is not null) parameters["lineDelayBeyondFirstOrderVolts"] = wires.WorstVolts.ToString("g3", CultureInfo.InvariantCulture);
        if (cells is not null) parameters["cellJoules"] = cells.Joules.ToString("g9", CultureInfo.InvariantCulture);
        return parameters;
    }

    private CircuitSolution Noisy(NoiseSettings noise, TransientRequest request, ReducedDynamics dynamics, CancellationToken cancellation)
    {
        if (model.Cells is not null)
            throw new CircuitException(ReducedEngine.EngineName, "engine reduced cannot take this circuit: noise and memristors together");
        var run = new NoisyTransient(netlist, model, dynamics, noise, request, noise.StepIn(model.ShortestTimeConstant()), cancellation);
        Start(run.State, request.InitialVolts, dynamics);
        var solution = run.Run(version, cancellation);
        return model.WireCharge is null ? solution : WithWireBound(solution, request, cancellation);
    }

    /// <summary>What the first-order wires leave out, from the run without noise: white noise has no second derivative that the bound could
    /// be taken from, and what wires do to noise below their own bandwidth is what they do to signals.</summary>
    private CircuitSolution WithWireBound(CircuitSolution noisy, TransientRequest request, CancellationToken cancellation)
    {
        var quiet = Transient(request with { Noise = null, RestVoltsPerSecond = null, OutputSeconds = [request.StopSeconds] },
            cancellation);
        const string Bound = "lineDelayBeyondFirstOrderVolts";
        return noisy with
        {
            Parameters = new Dictionary<string, string>(noisy.Parameters) { [Bound] = quiet.Parameters[Bound] },
            Warnings = [.. noisy.Warnings, .. quiet.Warnings.Select(warning => "without noise: " + warning)],
        };
    }

    private static double Fastest(ReadOnlySpan<double> rate) => rate.IsEmpty ? double.PositiveInfinity
        : Math.Abs(TensorPrimitives.MaxMagnitude(rate));

    private void Start(double[] state, IReadOnlyDictionary<string, double> overrides, ReducedDynamics dynamics)
    {
        for (int i = 0; i < model.StateNodes.Length; i++)
            state[i] = overrides.TryGetValue(model.StateNodes[i], out double volts) ? volts
                : netlist.InitialVolts.GetValueOrDefault(model.StateNodes[i]);
        foreach (var group in model.Cells?.Groups ?? []) group.Start.CopyTo(state, dynamics.Order + group.Offset);
        for (int k = 0; k < model.Amplifiers.Length; k++)
            if (dynamics.LagState(k) is var lag and >= 0) state[lag] = dynamics.StartOutput(k, state);
    }
}
