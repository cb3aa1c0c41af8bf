using Crossbar.Arrays;
using Crossbar.Circuits;

namespace Crossbar.Tests.Engines;

/// <summary>What every circuit engine must answer, on circuits with closed forms. Tolerances: SPICE's reltol bounds the charge error of
/// a step; at 1e-7 the sum stays below 2e-5 V over the few time constants simulated; static answers are exact to rounding and Newton's
/// vntol.</summary>
public sealed class EngineContractTests
{
    private const double Transient = 2e-5, Static = 1e-7, Tau = TestCircuits.TauSeconds;

    public static TheoryData<string> Engines => EngineList.Names;

    [Theory, MemberData(nameof(Engines))]
    public void RcCharge_FromZero_FollowsTheExponential(string name)
    {
        var solution = Run(name, TestCircuits.Rc(SourceWaveform.Constant(1)), TestCircuits.Request(5 * Tau));
        AssertFollows(solution, "out", t => 1 - Math.Exp(-t / Tau), Transient);
        Assert.True(solution.Converged);
        Assert.True(solution.Steps > 10);
    }

    [Theory, MemberData(nameof(Engines))]
    public void RcCharge_AtRequestedTimes_AnswersExactlyThere(string name)
    {
        var request = TestCircuits.Request(5 * Tau, points: 7);
        Assert.Equal(request.OutputSeconds!, Run(name, TestCircuits.Rc(SourceWaveform.Constant(1)), request).Volts.Seconds);
    }

    [Theory, MemberData(nameof(Engines))]
    public void RcCharge_WithoutRequestedTimes_RecordsFromZeroToTheEnd(string name)
    {
        var solution = Run(name, TestCircuits.Rc(SourceWaveform.Constant(1)), new TransientRequest { StopSeconds = 5 * Tau });
        Assert.Equal(0, solution.Volts.Seconds[0]);
        Assert.Equal(5 * Tau, solution.Volts.Seconds[^1], 1e-9 * Tau);
        Assert.All(Enumerable.Range(1, solution.Volts.Seconds.Length - 1),
            k => Assert.True(solution.Volts.Seconds[k] > solution.Volts.Seconds[k - 1]));
    }

    [Theory, MemberData(nameof(Engines))]
    public void RcCharge_DeliveredEnergy_IsStoredPlusDissipated(string name)
    {
        double stop = 3 * Tau, expected = TestCircuits.Farads * (1 - Math.Exp(-3));
        var solution = Run(name, TestCircuits.Rc(SourceWaveform.Constant(1)),
            new TransientRequest { StopSeconds = stop, LargestStepSeconds = Tau / 500 });
        Assert.NotNull(solution.DeliveredJoules);
        Assert.Equal(expected, solution.DeliveredJoules.Value, 2e-5 * expected);
        Assert.Equal(Math.Exp(-3) / TestCircuits.Ohms, solution.DeliveredWatts![^1], 1e-8 / TestCircuits.Ohms + Transient / TestCircuits.Ohms);
    }

    [Theory, MemberData(nameof(Engines))]
    public void Divider_OfTwoResistors_DividesAndTakesPower(string name)
    {
        var netlist = TestCircuits.Of("divider", ["mid", "0"], new VoltageSource("s", "top", "0", SourceWaveform.Constant(2)),
            new Resistor("a", "top", "mid", 3e3), new Resistor("b", "mid", "0", 1e3));
        var solution = Run(name, netlist, TestCircuits.Request(1e-9, 5));
        AssertFollows(solution, "mid", _ => 0.5, Static);
        AssertFollows(solution, "0", _ => 0, 0);
        Assert.Equal(1e-3, solution.DeliveredWatts![2], 1e-9);
        Assert.Equal(1e-12, solution.DeliveredJoules!.Value, 1e-18);
    }

    [Theory, MemberData(nameof(Engines))]
    public void CurrentSource_IntoResistor_LiftsTheNodeItFlowsInto(string name)
    {
        var netlist = TestCircuits.Of("current", ["a"], new CurrentSource("i", "0", "a", SourceWaveform.Constant(1e-4)),
            new Resistor("r", "a", "0", 1e4));
        var solution = Run(name, netlist, TestCircuits.Request(1e-9, 3));
        AssertFollows(solution, "a", _ => 1, Static);
        Assert.Equal(1e-4, solution.DeliveredWatts![1], 1e-10);
    }

    [Theory, MemberData(nameof(Engines))]
    public void RcCharge_ByARamp_FollowsTheClosedForm(string name)
    {
        double knee = 2 * Tau;
        var ramp = SourceWaveform.PiecewiseLinear([0, knee], [0, 1]);
        var solution = Run(name, TestCircuits.Rc(ramp), TestCircuits.Request(5 * Tau));
        double Rising(double t) => (t - Tau * (1 - Math.Exp(-t / Tau))) / knee;
        AssertFollows(solution, "in", ramp.At, Static);
        AssertFollows(solution, "out", t => t <= knee ? Rising(t) : 1 - (1 - Rising(knee)) * Math.Exp(-(t - knee) / Tau), Transient);
    }

    [Theory, MemberData(nameof(Engines))]
    public void Amplifier_UnderRampAndGainSchedule_IsTanhOfTheirProduct(string name)
    {
        var input = SourceWaveform.PiecewiseLinear([1e-9, 9e-9], [-0.2, 0.3]);
        var gain = SourceWaveform.PiecewiseLinear([0, 5e-9, 8e-9], [1, 1, 12]);
        var netlist = TestCircuits.Of("amplifier", ["p", "n"], new VoltageSource("s", "in", "0", input),
            new TanhAmplifier("f", "in", "p", "n", 0.8, gain), new Resistor("a", "p", "0", 1e4), new Resistor("b", "n", "0", 1e4));
        var request = new TransientRequest { StopSeconds = 10e-9, RelativeTolerance = 1e-7, LargestStepSeconds = 1e-11, OutputSeconds = TestCircuits.Grid(10e-9, 41) };
        var solution = Run(name, netlist, request);
        double Output(double t) => 0.8 * Math.Tanh(gain.At(t) * input.At(t));
        AssertFollows(solution, "p", Output, Transient);
        AssertFollows(solution, "n", t => -Output(t), Transient);
        for (int k = 0; k < 41; k++)
            Assert.Equal(2e-4 * Math.Pow(Output(request.OutputSeconds![k]), 2), solution.DeliveredWatts![k], 2e-8);
    }

    [Theory, MemberData(nameof(Engines))]
    public void LaggedAmplifier_AfterAStep_ApproachesExponentially(string name)
    {
        var (rise, lag) = (1e-14, 1e-9);
        var solution = Run(name, Stepped(rise, new TanhAmplifier("f", "in", "p", "n", 1, SourceWaveform.Constant(10), lag)), Fine(5e-9));
        double target = Math.Tanh(1);
        AssertFollows(solution, "p", t => t < 1e-9 ? 0 : target * (1 - Math.Exp(-(t - 1e-9 - rise / 2) / lag)), Transient, from: 1.1e-9);
    }

    /// <summary>With y = (target − x) / (lag · slew): y' = −tanh(y) / lag, so sinh y = e^(−t/lag) sinh y₀.</summary>
    [Theory, MemberData(nameof(Engines))]
    public void SlewLimitedAmplifier_AfterAStep_FollowsTheClosedForm(string name)
    {
        var (rise, lag, slew) = (1e-14, 0.2e-9, 0.5e9);
        var solution = Run(name, Stepped(rise, new TanhAmplifier("f", "in", "p", "n", 1, SourceWaveform.Constant(10), lag, slew)),
            Fine(5e-9));
        double target = Math.Tanh(1), scale = lag * slew;
        AssertFollows(solution, "p", t => target - scale * Math.Asinh(Math.Exp(-(t - 1e-9 - rise / 2) / lag) * Math.Sinh(target / scale)),
            5e-5, from: 1.1e-9);
        AssertFollows(solution, "p", _ => 0, 1e-7, to: 0.99e-9);
    }

    [Theory, MemberData(nameof(Engines))]
    public void Latch_FromASmallVote_SettlesAtTheFixedPoint(string name)
    {
        const double gain = 20;
        var netlist = TestCircuits.Latch(gain) with { InitialVolts = new Dictionary<string, double> { ["u1"] = 0.03, ["u2"] = -0.01 } };
        var solution = Run(name, netlist, TestCircuits.Request(60 * Tau));
        double low = 0.1, high = 1;
        for (int k = 0; k < 60; k++)
        {
            double u = 0.5 * (low + high);
            if (Math.Tanh(gain * u) > 2 * u) low = u;
            else high = u;
        }
        Assert.Equal(low, solution.Volts["u1"][^1], 1e-6);
        Assert.Equal(low, solution.Volts["u2"][^1], 1e-6);
        Assert.Equal(Math.Tanh(gain * low), solution.Volts["p1"][^1], 1e-6);
        Assert.Equal(0.03, solution.Volts["u1"][0], 1e-9);
        Assert.Equal(-0.01, solution.Volts["u2"][0], 1e-9);
        Assert.Equal(Math.Tanh(gain * 0.03), solution.Volts["p1"][0], 1e-7);
    }

    [Theory, MemberData(nameof(Engines))]
    public void StartVolts_OfTheRequest_ReplaceThoseOfTheNetlist(string name)
    {
        var netlist = TestCircuits.Latch(20) with { InitialVolts = new Dictionary<string, double> { ["u1"] = 0.03, ["u2"] = -0.01 } };
        var circuit = EngineList.Get(name).Load(netlist);
        var request = TestCircuits.Request(60 * Tau) with { InitialVolts = new Dictionary<string, double> { ["u1"] = -0.04 } };
        var first = circuit.Transient(request, TestContext.Current.CancellationToken);
        Assert.Equal(-0.04, first.Volts["u1"][0], 1e-9);
        Assert.Equal(-0.01, first.Volts["u2"][0], 1e-9);
        Assert.True(first.Volts["u1"][^1] < -0.4);
        Assert.True(circuit.Transient(request with { InitialVolts = new Dictionary<string, double>() }).Volts["u1"][^1] > 0.4);
    }

    [Theory, MemberData(nameof(Engines))]
    public void LoadedCircuit_UnderThreadsAtOnce_AnswersAsAlone(string name)
    {
        var circuit = EngineList.Get(name).Load(TestCircuits.Latch(20));
        double[] starts = [0.03, -0.02, 0.01, -0.04];
        TransientRequest Start(double volts) =>
            TestCircuits.Request(40 * Tau, 11) with { InitialVolts = new Dictionary<string, double> { ["u1"] = volts } };
        var alone = starts.Select(v => circuit.Transient(Start(v)).Volts["u2"]).ToList();
        var together = new double[starts.Length][];
        Parallel.For(0, starts.Length, k => together[k] = circuit.Transient(Start(starts[k])).Volts["u2"]);
        for (int k = 0; k < starts.Length; k++) Assert.Equal(alone[k], together[k]);
    }

    public static TheoryData<string, double, double> EnginesAndWires
    {
        get
        {
            var data = new TheoryData<string, double, double>();
            foreach (string name in EngineList.Names.Select(row => row.Data))
                foreach (var (word, bit) in new[] { (0.0, 0.0), (3.0, 5.0), (0.0, 5.0), (3.0, 0.0) }) data.Add(name, word, bit);
            return data;
        }
    }

    [Theory, MemberData(nameof(EnginesAndWires))]
    public void Crossbar3By2_WithWires_IsTheDenseNodalSolution(string name, double wordOhms, double bitOhms)
    {
        var cells = new ConductanceMatrix(3, 2, [1e-4, 2e-6, 0, 5e-5, 3e-5, 1e-6]);
        var array = new CrossbarArray("g", ["w0", "w1", "w2"], ["b0", "b1"], cells,
            new ArrayWires { WordSegmentOhms = wordOhms, BitSegmentOhms = bitOhms });
        double[] drive = [0.2, -0.1, 0.3];
        var sense = new[] { new Resistor("s0", "b0", "0", 1e3), new Resistor("s1", "b1", "0", 2e3) };
        var sources = drive.Select((volts, i) => new VoltageSource($"d{i}", $"w{i}", "0", SourceWaveform.Constant(volts)));
        var solution = Run(name, TestCircuits.Of("crossbar", ["b0", "b1"], [.. sources, array, .. sense]), TestCircuits.Request(1e-9, 3));

        var resistors = CrossbarExpansion.Resistors(array).Concat(sense).ToList();
        var held = drive.Select((volts, i) => ($"w{i}", volts)).Append(("0", 0.0)).ToDictionary(p => p.Item1, p => p.Item2);
        var expected = DenseNodal.Solve(resistors, held);
        foreach (string node in new[] { "b0", "b1" })
        {
            AssertFollows(solution, node, _ => expected[node], 1e-12 + 1e-9 * Math.Abs(expected[node]));
        }
        double dissipated = resistors.Sum(r => Math.Pow(expected[r.A] - expected[r.B], 2) / r.Ohms);
        Assert.Equal(dissipated, solution.DeliveredWatts![^1], 1e-8 * dissipated);
    }

    [Theory, MemberData(nameof(Engines))]
    public void Load_OfAFloatingNode_NamesIt(string name)
    {
        var netlist = TestCircuits.Of("floats", ["a"], new VoltageSource("s", "a", "0", SourceWaveform.Constant(1)),
            new Resistor("r", "b", "c", 1e3));
        var error = Assert.Throws<CircuitException>(() => EngineList.Get(name).Load(netlist));
        Assert.Equal(name, error.Engine);
        Assert.Contains("'b' floats", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public void Transient_WhenAlreadyCancelled_Throws(string name)
    {
        var circuit = EngineList.Get(name).Load(TestCircuits.Latch(20));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            circuit.Transient(TestCircuits.Request(40 * Tau), new CancellationToken(canceled: true)));
    }

    private static Netlist Stepped(double riseSeconds, TanhAmplifier amplifier) => TestCircuits.Of("step", ["p"],
        new VoltageSource("s", "in", "0", SourceWaveform.PiecewiseLinear([1e-9, 1e-9 + riseSeconds], [0, 0.1])), amplifier,
        new Resistor("a", "p", "0", 1e4), new Resistor("b", "n", "0", 1e4));

    private static TransientRequest Fine(double stop) => TestCircuits.Request(stop, 101, 1e-7) with { LargestStepSeconds = stop / 2000 };

    private static CircuitSolution Run(string name, Netlist netlist, TransientRequest request) =>
        EngineList.Get(name).Load(netlist).Transient(request, TestContext.Current.CancellationToken);

    private static void AssertFollows(CircuitSolution solution, string node, Func<double, double> expected, double volts, double from = 0,
        double to = 1)
    {
        var (seconds, values) = (solution.Volts.Seconds, solution.Volts[node]);
        for (int k = 0; k < seconds.Length; k++)
            if (seconds[k] >= from && seconds[k] <= to)
                Assert.True(Math.Abs(values[k] - expected(seconds[k])) <= volts,
                    $"{solution.Engine}: v({node}) at {seconds[k]} s is {values[k]}, expected {expected(seconds[k])} within {volts} V");
    }
}
