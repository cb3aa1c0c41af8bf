using Crossbar.Engines;
using Crossbar.Managed;
using Crossbar.Netlists;

namespace Crossbar.Tests.Engines;

/// <summary>What only SpiceSharp does: reduced arrays as parts, early rest, the memristor; and how near it comes to the oracle
/// waveforms.</summary>
public sealed class SpiceSharpTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(16, false)]
    [InlineData(32, false)]
    [InlineData(16, true)]
    public void OracleCircuit_AtReltol1Em5_AgreesWithinAMillivolt(int size, bool wired)
    {
        var engine = Present(SpiceSharpSupport.TryCreate());
        var oracle = OracleCase.Load(size, wired);
        var solution = engine.Load(oracle.Netlist).Transient(oracle.Request(1e-5), TestContext.Current.CancellationToken);
        Report(oracle, solution, out double worst);
        Assert.InRange(worst, 0, 1e-3);
        Assert.Empty(solution.Warnings);
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(32, false)]
    [InlineData(16, true)]
    public void OracleCircuit_AtStockTolerances_IsOffByMillivoltsAndEndsRight(int size, bool wired)
    {
        var engine = Present(SpiceSharpSupport.TryCreate());
        var oracle = OracleCase.Load(size, wired);
        var solution = engine.Load(oracle.Netlist).Transient(oracle.Request(1e-6) with { WithSpiceDefaults = true }, TestContext.Current.CancellationToken);
        Report(oracle, solution, out double worst);
        Assert.InRange(worst, 1e-3, 0.5);
        foreach (string node in oracle.Netlist.ProbeNodes) Assert.Equal(oracle.Reference[node][^1], solution.Volts[node][^1], 1e-3);
    }

    /// <summary>0.1 mV with the array as one exactly reduced part.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    public void OracleCircuit_WithAReducedArray_AgreesWithinATenthOfAMillivolt(int size)
    {
        var engine = Present(SpiceSharpSupport.TryCreate(reduceAboveWireNodes: 100));
        var oracle = OracleCase.Load(size, wired: true);
        var solution = engine.Load(oracle.Netlist).Transient(
            oracle.Request(1e-6, oracle.Reference.Seconds[^1] / 1000), TestContext.Current.CancellationToken);
        Report(oracle, solution, out double worst);
        Assert.Equal("1 reduced exactly to ports", solution.Parameters["arrays"]);
        Assert.InRange(worst, 0, 1e-4);
    }

    [Fact]
    public void ReducedArray_AgainstTheWrittenOutOne_DeliversTheSamePower()
    {
        var (full, reduced) = (Present(SpiceSharpSupport.TryCreate(reduceAboveWireNodes: int.MaxValue)), Present(SpiceSharpSupport.TryCreate(reduceAboveWireNodes: 0)));
        var netlist = OracleCase.Load(16, wired: true).Netlist;
        var request = Circuits.Request(1e-9, 5, 1e-5);
        var (a, b) = (full.Load(netlist).Transient(request), reduced.Load(netlist).Transient(request));
        for (int k = 0; k < 5; k++) Assert.Equal(a.DeliveredWatts![k], b.DeliveredWatts![k], 2e-3 * a.DeliveredWatts[k]);
    }

    [Fact]
    public void Transient_AskedToStopAtRest_EndsEarlyAtTheSameState()
    {
        var circuit = Present(SpiceSharpSupport.TryCreate()).Load(Circuits.Latch(20));
        var request = Circuits.Request(2000 * Circuits.TauSeconds) with { InitialVolts = new Dictionary<string, double> { ["u1"] = 0.03, ["u2"] = 0.02 } };
        var (whole, early) = (circuit.Transient(request), circuit.Transient(request with { RestVoltsPerSecond = 1e-3 / Circuits.TauSeconds }));
        Assert.True(early.AtRest);
        Assert.False(whole.AtRest);
        Assert.True(early.Steps < whole.Steps);
        Assert.Equal(whole.Volts["u1"][^1], early.Volts["u1"][^1], 1e-3);
    }

    [Fact]
    public void Transient_WithASourceStillToChange_IsNotAtRest()
    {
        double tau = Circuits.TauSeconds;
        var late = SourceWaveform.PiecewiseLinear([50 * tau, 51 * tau], [0, 1]);
        var solution = Present(SpiceSharpSupport.TryCreate()).Load(Circuits.Rc(late))
            .Transient(Circuits.Request(200 * tau) with { RestVoltsPerSecond = 1e-6 / tau });
        Assert.Equal(1, solution.Volts["out"][^1], 1e-5);
        Assert.True(solution.AtRest);
    }

    /// <summary>R² = R₀² − 2 k (R_off − R_on) φ as long as the state stays inside; 2e-4 is what reltol 1e-7 gives over the sweep.</summary>
    [Fact]
    public void Memristor_UnderAVoltageSweep_FollowsTheFluxLaw()
    {
        Assert.SkipUnless(SpiceSharpSupport.MissingReason is null, SpiceSharpSupport.MissingReason ?? "");
        var device = new LinearIonDrift();
        var sweep = SourceWaveform.PiecewiseLinear([0, 0.5, 1.5, 2], [0, 1, -1, 0]);
        var waves = SpiceSharpSupport.TryDriveMemristor(device, sweep, new() { StopSeconds = 2, RelativeTolerance = 1e-7, LargestStepSeconds = 1e-3 })!;
        double flux = 0, start = device.OhmsAt(device.InitialState), spread = device.OffOhms - device.OnOhms, largestState = 0;
        for (int k = 0; k < waves.Seconds.Length; k++)
        {
            if (k > 0) flux += 0.5 * (waves["volts"][k] + waves["volts"][k - 1]) * (waves.Seconds[k] - waves.Seconds[k - 1]);
            double ohms = Math.Sqrt(start * start - 2 * device.StatePerCoulomb * spread * flux);
            Assert.Equal(ohms, device.OhmsAt(waves["state"][k]), 2e-4 * ohms);
            Assert.Equal(waves["volts"][k] / ohms, waves["amperes"][k], 3e-4 / ohms);
            largestState = Math.Max(largestState, waves["state"][k]);
        }
        Assert.InRange(largestState, device.InitialState + 0.05, 0.999);
        Assert.Equal(device.InitialState, waves["state"][^1], 1e-4);
    }

    [Fact]
    public void Memristor_DrivenToTheEndOfItsFilm_StaysThere()
    {
        Assert.SkipUnless(SpiceSharpSupport.MissingReason is null, SpiceSharpSupport.MissingReason ?? "");
        var device = new LinearIonDrift { InitialState = 0.9 };
        var waves = SpiceSharpSupport.TryDriveMemristor(device, SourceWaveform.Constant(1), new() { StopSeconds = 2, LargestStepSeconds = 1e-2 })!;
        Assert.Equal(1, waves["state"][^1]);
        Assert.Equal(1 / device.OnOhms, waves["amperes"][^1], 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Memristor_WithAResistanceOutOfRange_IsRefused(double ohms) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearIonDrift { OnOhms = ohms });

    [Fact]
    public void PortNetwork_ThatIsNotSymmetric_IsRefused() =>
        Assert.Contains("symmetric", Assert.Throws<ArgumentException>(() => new PortNetwork("p", ["a", "b"], [1, -0.5, -0.6, 1])).Message, StringComparison.Ordinal);

    private void Report(OracleCase oracle, CircuitSolution solution, out double worst)
    {
        worst = oracle.WorstDifferenceVolts(solution.Volts);
        output.WriteLine($"{oracle.Netlist.Title}: worst {worst * 1e3:F3} mV at reltol {solution.Parameters["reltol"]}, {solution.Steps} steps, "
            + $"{solution.DeliveredJoules:E3} J; {string.Join("; ", solution.Warnings)}");
    }

    private static ICircuitEngine Present(ICircuitEngine? engine)
    {
        Assert.SkipUnless(engine is not null, SpiceSharpSupport.MissingReason ?? "");
        return engine!;
    }
}
