using Crossbar.Circuits;
using Crossbar.SpiceSharp;

namespace Crossbar.Tests.Engines;

/// <summary>What only SpiceSharp does: reduced arrays as parts, early rest; and how near it comes to the oracle
/// waveforms.</summary>
public sealed class SpiceSharpTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(OracleCase.Fast), MemberType = typeof(OracleCase))]
    public void OracleCircuit_AtReltol1Em5_AgreesWithinAMillivolt(string name)
    {
        var engine = Present(SpiceSharpSupport.TryCreate());
        var oracle = OracleCase.Load(name);
        var solution = engine.Load(oracle.Netlist).Transient(oracle.Request(1e-5), TestContext.Current.CancellationToken);
        Report(oracle, solution, out double worst);
        Assert.InRange(worst, 0, 1e-3);
        Assert.Empty(solution.Warnings);
    }

    [Theory]
    [MemberData(nameof(OracleCase.Fast), MemberType = typeof(OracleCase))]
    public void OracleCircuit_AtStockTolerances_IsOffByMillivoltsAndEndsRight(string name)
    {
        var engine = Present(SpiceSharpSupport.TryCreate());
        var oracle = OracleCase.Load(name);
        var solution = engine.Load(oracle.Netlist)
            .Transient(oracle.Request(1e-6) with { WithSpiceDefaults = true }, TestContext.Current.CancellationToken);
        Report(oracle, solution, out double worst);
        Assert.InRange(worst, 1e-3, 0.5);
        foreach (string node in oracle.Reference.Names) Assert.Equal(oracle.Reference[node][^1], solution.Volts[node][^1], 1e-3);
    }

    /// <summary>0.1 mV with the array as one exactly reduced part.</summary>
    [Theory]
    [MemberData(nameof(OracleCase.Wired), MemberType = typeof(OracleCase))]
    public void OracleCircuit_WithAReducedArray_AgreesWithinATenthOfAMillivolt(string name)
    {
        var engine = Present(SpiceSharpSupport.TryCreate(reduceAboveWireNodes: 100));
        var oracle = OracleCase.Load(name);
        var solution = engine.Load(oracle.Netlist).Transient(
            oracle.Request(1e-6, oracle.Reference.Seconds[^1] / 1000), TestContext.Current.CancellationToken);
        Report(oracle, solution, out double worst);
        Assert.Equal("1 reduced exactly to ports", solution.Parameters["arrays"]);
        Assert.InRange(worst, 0, 1e-4);
    }

    [Theory]
    [MemberData(nameof(SmallWired))]
    public void ReducedArray_AgainstTheWrittenOutOne_DeliversTheSamePower(string name)
    {
        var (full, reduced) = (Present(SpiceSharpSupport.TryCreate(reduceAboveWireNodes: int.MaxValue)),
            Present(SpiceSharpSupport.TryCreate(reduceAboveWireNodes: 0)));
        var netlist = OracleCase.Load(name).Netlist;
        var request = TestCircuits.Request(1e-9, 5, 1e-5);
        var (a, b) = (full.Load(netlist).Transient(request), reduced.Load(netlist).Transient(request));
        for (int k = 0; k < 5; k++) Assert.Equal(a.DeliveredWatts![k], b.DeliveredWatts![k], 2e-3 * a.DeliveredWatts[k]);
    }

    public static TheoryData<string> SmallWired =>
        [.. OracleCase.Wired.Select(row => row.Data).Where(name => name != OracleCase.LargestShared)];

    [Fact]
    public void Transient_AskedToStopAtRest_EndsEarlyAtTheSameState()
    {
        var circuit = Present(SpiceSharpSupport.TryCreate()).Load(TestCircuits.Latch(20));
        var request = TestCircuits.Request(2000 * TestCircuits.TauSeconds) with { InitialVolts = new Dictionary<string, double> { ["u1"] = 0.03, ["u2"] = 0.02 } };
        var (whole, early) = (circuit.Transient(request),
            circuit.Transient(request with { RestVoltsPerSecond = 1e-3 / TestCircuits.TauSeconds }));
        Assert.True(early.AtRest);
        Assert.False(whole.AtRest);
        Assert.True(early.Steps < whole.Steps);
        Assert.Equal(whole.Volts["u1"][^1], early.Volts["u1"][^1], 1e-3);
    }

    [Fact]
    public void Transient_WithASourceStillToChange_IsNotAtRest()
    {
        double tau = TestCircuits.TauSeconds;
        var late = SourceWaveform.PiecewiseLinear([50 * tau, 51 * tau], [0, 1]);
        var solution = Present(SpiceSharpSupport.TryCreate()).Load(TestCircuits.Rc(late))
            .Transient(TestCircuits.Request(200 * tau) with { RestVoltsPerSecond = 1e-6 / tau });
        Assert.Equal(1, solution.Volts["out"][^1], 1e-5);
        Assert.True(solution.AtRest);
    }

    [Fact]
    public void PortNetwork_ThatIsNotSymmetric_IsRefused() =>
        Assert.Contains("symmetric", Assert.Throws<ArgumentException>(() => new PortNetwork("p", ["a", "b"], [1, -0.5, -0.6, 1])).Message,
            StringComparison.Ordinal);

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
