using Crossbar.Circuits;
using Crossbar.Engines.Reduced;

namespace Crossbar.Tests.Reduced;

public class ReducedEngineTests
{
    private static Netlist Circuit(IReadOnlyList<string> probes, params NetlistElement[] elements) =>
        new() { Title = "test", Elements = elements, ProbeNodes = probes };

    private static SourceWaveform Dc(double volts) => SourceWaveform.Constant(volts);

    [Fact]
    public void ResistorAndCapacitor_ChargedByASource_FollowTheExponentialAndBalanceEnergy()
    {
        var netlist = Circuit(["c"], new VoltageSource("v", "s", "0", Dc(2)), new Resistor("r", "s", "c", 1e3),
            new Capacitor("c", "c", "0", 1e-9));
        var solution = new ReducedEngine().Load(netlist)
            .Transient(new() { StopSeconds = 5e-6, RelativeTolerance = 1e-9, AbsoluteVolts = 1e-12 });
        for (int k = 0; k < solution.Volts.Seconds.Length; k++)
            Assert.Equal(2 * (1 - Math.Exp(-solution.Volts.Seconds[k] / 1e-6)), solution.Volts.Values[0][k], 1e-8);
        // The source delivers V · Q; half stays in the capacitor, half turns into heat.
        Assert.Equal(2 * 1e-9 * solution.Volts.Values[0][^1], solution.DeliveredJoules!.Value, 1e-8 * 4e-9);
        Assert.True(solution.ResidualAmperes < 1e-12);
    }

    [Fact]
    public void CurrentSource_IntoAnInnerNode_ReachesTheCapacitorAndTheProbe()
    {
        var netlist = Circuit(["c", "m"], new CurrentSource("i", "0", "m", Dc(1e-3)), new Resistor("r1", "m", "c", 1e3),
            new Resistor("r2", "c", "0", 2e3), new Capacitor("c", "c", "0", 1e-9));
        var solution = new ReducedEngine().Load(netlist).Transient(new() { StopSeconds = 100e-6 });
        Assert.Equal(2, solution.Volts["c"][^1], 1e-6);
        Assert.Equal(3, solution.Volts["m"][^1], 1e-6);
        Assert.True(solution.ResidualAmperes < 1e-12);
    }

    [Fact]
    public void Latch_OfTwoAmplifiers_SettlesAtTheFixedPointOfTanh()
    {
        // u' = −2Gu + G v(other): fixed point u = ½ tanh(gain · u).
        var gain = Dc(6);
        var netlist = new Netlist
        {
            Title = "latch",
            Elements =
            [
                new Capacitor("c1", "u1", "0", 1e-12), new Capacitor("c2", "u2", "0", 1e-12),
                new Resistor("l1", "u1", "0", 1e4), new Resistor("l2", "u2", "0", 1e4),
                new TanhAmplifier("a1", "u1", "p1", null, 1, gain), new TanhAmplifier("a2", "u2", "p2", null, 1, gain),
                new Resistor("r12", "p1", "u2", 1e4), new Resistor("r21", "p2", "u1", 1e4),
            ],
            ProbeNodes = ["u1", "u2"],
            InitialVolts = new Dictionary<string, double> { ["u1"] = 1e-3 },
        };
        var solution = new ReducedEngine().Load(netlist).Transient(new() { StopSeconds = 1e-6, RestVoltsPerSecond = 1 });
        double u = 0.5;
        for (int k = 0; k < 200; k++) u = 0.5 * Math.Tanh(6 * u);
        Assert.True(solution.AtRest);
        Assert.Equal(u, solution.Volts["u1"][^1], 1e-7);
        Assert.Equal(u, solution.Volts["u2"][^1], 1e-7);
    }

    [Fact]
    public void Latch_StartedOnItsUnstablePoint_IsNotTakenForSettled()
    {
        var gain = Dc(6);
        var netlist = Circuit(["u"], new Capacitor("c", "u", "0", 1e-12), new Resistor("l", "u", "0", 1e4),
            new TanhAmplifier("a", "u", "p", null, 1, gain), new Resistor("r", "p", "u", 1e4));
        var still = new ReducedEngine().Load(netlist).Transient(new() { StopSeconds = 1e-6, RestVoltsPerSecond = 1e3 });
        Assert.False(still.AtRest);
        var pushed = new ReducedEngine().Load(netlist).Transient(new()
        {
            StopSeconds = 1e-6,
            RestVoltsPerSecond = 1e3,
            InitialVolts = new Dictionary<string, double> { ["u"] = 1e-8 },
        });
        Assert.True(pushed.AtRest);
        Assert.True(pushed.Volts["u"][^1] > 0.4);
    }

    [Fact]
    public void Source_WithCorners_IsIntegratedExactlyAcrossThem()
    {
        // A ramp of 1 V/µs for 1 µs into RC = 1 µs, then held: closed form on both pieces.
        var ramp = SourceWaveform.PiecewiseLinear([0, 1e-6], [0, 1]);
        var netlist = Circuit(["c"], new VoltageSource("v", "s", "0", ramp), new Resistor("r", "s", "c", 1e3),
            new Capacitor("c", "c", "0", 1e-9));
        double[] times = [0.5e-6, 1e-6, 2e-6, 4e-6];
        var solution = new ReducedEngine().Load(netlist).Transient(
            new() { StopSeconds = 4e-6, OutputSeconds = times, RelativeTolerance = 1e-10, AbsoluteVolts = 1e-13 });
        double AtRamp(double t) => t - 1 + Math.Exp(-t);
        double atCorner = AtRamp(1);
        double[] expected = [AtRamp(0.5), atCorner, 1 - (1 - atCorner) * Math.Exp(-1), 1 - (1 - atCorner) * Math.Exp(-3)];
        for (int k = 0; k < 4; k++) Assert.Equal(expected[k], solution.Volts.Values[0][k], 1e-9);
    }

    /// <summary>An amplifier a thousand times faster than the node it drives: stiff; the explicit method must hand over, and be
    /// right.</summary>
    [Fact]
    public void LaggingAmplifier_MuchFasterThanTheNodes_SwitchesToTheImplicitMethodAndAgreesWithNoLag()
    {
        Netlist Make(double lag) => Circuit(["u"], new Capacitor("c", "u", "0", 1e-12), new Resistor("l", "u", "0", 1e4),
            new TanhAmplifier("a", "u", "p", null, 1, Dc(6), lag), new Resistor("r", "p", "u", 1e4));
        var request = new TransientRequest
        {
            StopSeconds = 200e-9,
            OutputSeconds = [.. Enumerable.Range(0, 100).Select(k => k * 2e-9)],
            InitialVolts = new Dictionary<string, double> { ["u"] = 0.01 },
        };
        var fast = new ReducedEngine().Load(Make(1e-13)).Transient(request);
        var none = new ReducedEngine().Load(Make(0)).Transient(request);
        Assert.Contains("SDIRK", fast.Parameters["method"]);
        Assert.DoesNotContain("SDIRK", none.Parameters["method"]);
        Assert.True(fast.Steps < 3000, $"{fast.Steps} steps");
        for (int k = 0; k < 100; k++) Assert.Equal(none.Volts.Values[0][k], fast.Volts.Values[0][k], 2e-4);
    }

    [Fact]
    public void SlewLimit_OfAnAmplifier_BoundsTheSlopeOfItsOutput()
    {
        var netlist = Circuit(["p"], new VoltageSource("v", "s", "0", SourceWaveform.PiecewiseLinear([0, 1e-9], [-1, 1])),
            new Resistor("r", "s", "u", 1), new Capacitor("c", "u", "0", 1e-12),
            new TanhAmplifier("a", "u", "p", null, 1, Dc(100), 1e-9, 1e7));
        var solution = new ReducedEngine().Load(netlist).Transient(new()
        {
            StopSeconds = 300e-9,
            InitialVolts = new Dictionary<string, double> { ["u"] = -1 },
            OutputSeconds = [.. Enumerable.Range(0, 301).Select(k => k * 1e-9)],
        });
        var volts = solution.Volts.Values[0];
        double steepest = Enumerable.Range(1, 300).Max(k => (volts[k] - volts[k - 1]) / 1e-9);
        Assert.InRange(steepest, 0.98e7, 1.0001e7);
        Assert.Equal(1, volts[^1], 1e-3);
    }

    /// <summary>The error of each method must shrink with the tolerance: two decades of tolerance, at least a decade and a half of
    /// error.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(2e-13)]
    public void Waveform_WithTighterTolerance_IsMoreExact(double lag)
    {
        var netlist = Circuit(["u"], new Capacitor("c", "u", "0", 1e-12), new Resistor("l", "u", "0", 1e4),
            new TanhAmplifier("a", "u", "p", null, 1, Dc(6), lag), new Resistor("r", "p", "u", 1e4));
        double[] At(double tolerance) => new ReducedEngine().Load(netlist).Transient(new()
        {
            StopSeconds = 60e-9,
            RelativeTolerance = tolerance,
            AbsoluteVolts = 1e-3 * tolerance,
            InitialVolts = new Dictionary<string, double> { ["u"] = 0.01 },
            OutputSeconds = [10e-9, 20e-9, 30e-9, 60e-9],
        }).Volts.Values[0];
        var exact = At(1e-12);
        double Error(double tolerance) => At(tolerance).Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(Error(1e-6) < Error(1e-4) / 10, $"{Error(1e-4)} to {Error(1e-6)}");
        Assert.True(Error(1e-6) < 1e-5);
    }

    [Fact]
    public void Circuits_ItCannotTake_AreRefusedByName()
    {
        static string Refusal(params NetlistElement[] elements) =>
            Assert.Throws<CircuitException>(() => new ReducedEngine().Load(Circuit([], elements))).Message;
        Assert.Contains("capacitor 'c'",
            Refusal(new Capacitor("c", "a", "b", 1e-12), new Resistor("r", "a", "0", 1), new Resistor("s", "b", "0", 1)));
        Assert.Contains("source 'v'", Refusal(new VoltageSource("v", "a", "b", Dc(1)), new Resistor("r", "a", "0", 1),
            new Resistor("s", "b", "0", 1)));
        Assert.Contains("amplifier 'a' senses node 'x'",
            Refusal(new TanhAmplifier("a", "x", "p", null, 1, Dc(1)), new Resistor("r", "x", "p", 1)));
    }

    /// <summary>The inner loop must not feed the garbage collector.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(20.0)]
    public void Steps_AfterSetUp_AllocateNothing(double segmentOhms)
    {
        var (cells, _, _) = Layout.RandomArray.Make(24, 12, 1);
        var netlist = HopfieldCircuit.Make(12, cells, Crossbar.Arrays.ArrayWires.Uniform(segmentOhms), 1e-12, 1e4, 1, 40, new double[12]);
        var dynamics = new ReducedDynamics(ReducedModelBuilder.Build(netlist, CancellationToken.None));
        IStepper[] steppers = [new DormandPrince(dynamics), new SinglyDiagonallyImplicit(dynamics)];
        double[] y = [.. Enumerable.Range(0, 12).Select(i => 0.01 * Math.Sin(i))], f = new double[12], yEnd = new double[12],
            fEnd = new double[12];
        dynamics.Rate(0, y, f);
        foreach (var stepper in steppers)
        {
            stepper.Try(0, 1e-12, y, f, yEnd, fEnd, 1e-6, 1e-9);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int k = 0; k < 50; k++) stepper.Try(0, 1e-12, y, f, yEnd, fEnd, 1e-6, 1e-9);
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }

    [Fact]
    public void Transient_WhenCancelled_Throws()
    {
        var netlist = Circuit(["c"], new VoltageSource("v", "s", "0", Dc(2)), new Resistor("r", "s", "c", 1e3),
            new Capacitor("c", "c", "0", 1e-9));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new ReducedEngine().Load(netlist)
            .Transient(new() { StopSeconds = 1e-3 }, source.Token));
    }
}
