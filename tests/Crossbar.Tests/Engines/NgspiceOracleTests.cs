using Crossbar.Engines.Ngspice;

namespace Crossbar.Tests.Engines;

/// <summary>The given Hopfield circuits through our decks: the array, wiring, start and power conventions all have to be right.</summary>
public sealed class NgspiceOracleTests(ITestOutputHelper output)
{
    /// <summary>0.1 mV: the reference itself is good to about 1.3 µV, reltol 1e-6 to tens of µV. The largest circuit gets fewer steps:
    /// 4,256 unknowns take ngspice a tenth of a second each.</summary>
    [Theory]
    [MemberData(nameof(OracleCase.Names), MemberType = typeof(OracleCase))]
    public void OracleCircuit_AtTightTolerances_AgreesWithinATenthOfAMillivolt(string name)
    {
        var engine = Present(new NgspiceEngine());
        var oracle = OracleCase.Load(name);
        if (name == OracleCase.LargestShared) oracle = oracle.Beginning(0.05);
        var request = name == OracleCase.LargestShared ? oracle.Request(2e-6) : oracle.Request(1e-6, oracle.Reference.Seconds[^1] / 2000);
        var solution = engine.Load(oracle.Netlist).Transient(request, TestContext.Current.CancellationToken);
        double worst = oracle.WorstDifferenceVolts(solution.Volts);
        output.WriteLine($"{name}: worst {worst:E2} V, {solution.Steps} steps, {solution.DeliveredJoules:E3} J; "
            + string.Join("; ", solution.Warnings));
        Assert.InRange(worst, 0, 1e-4);
        Assert.InRange(solution.DeliveredWatts!.Min(), 0, double.PositiveInfinity);
    }

    /// <summary>What SPICE gives when nothing is said is off by millivolts while the neurons switch, and right at the end.</summary>
    [Theory]
    [MemberData(nameof(OracleCase.Fast), MemberType = typeof(OracleCase))]
    public void OracleCircuit_AtStockTolerances_IsOffByMillivoltsAndEndsRight(string name)
    {
        var engine = Present(new NgspiceEngine());
        var oracle = OracleCase.Load(name);
        var solution = engine.Load(oracle.Netlist)
            .Transient(oracle.Request(1e-6) with { WithSpiceDefaults = true }, TestContext.Current.CancellationToken);
        double worst = oracle.WorstDifferenceVolts(solution.Volts);
        output.WriteLine($"{name}: worst {worst * 1e3:F1} mV at SPICE's default tolerances, {solution.Steps} steps");
        Assert.InRange(worst, 1e-3, 0.5);
        foreach (string node in oracle.Reference.Names) Assert.Equal(oracle.Reference[node][^1], solution.Volts[node][^1], 1e-3);
    }

    private static NgspiceEngine Present(NgspiceEngine engine)
    {
        Assert.SkipUnless(engine.Availability.Present, engine.Availability.HowToGet);
        return engine;
    }
}
