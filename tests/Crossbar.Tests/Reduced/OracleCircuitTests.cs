using Crossbar.Engines.Reduced;
using Crossbar.Tests.Engines;

namespace Crossbar.Tests.Reduced;

public class OracleCircuitTests(ITestOutputHelper output)
{
    /// <summary>The reference is good to 1.3 µV; 10 µV leaves room for its thinning to 15 digits of time.</summary>
    [Theory]
    [InlineData(16, false)]
    [InlineData(16, true)]
    [InlineData(32, false)]
    [InlineData(32, true)]
    public void Waveforms_OfTheOracleCircuits_AreThoseOfNgspice(int size, bool wired)
    {
        var oracle = OracleCase.Load(size, wired);
        var solution = new ReducedEngine().Load(oracle.Netlist).Transient(oracle.Request(1e-8) with { AbsoluteVolts = 1e-11 });
        double worst = oracle.WorstDifferenceVolts(solution.Volts);
        foreach (string node in oracle.Netlist.ProbeNodes)
            Assert.Equal(Math.Sign(oracle.Reference[node][^1]), Math.Sign(solution.Volts[node][^1]));
        output.WriteLine($"N = {size}, wired {wired}: largest difference {worst:e2} V in {solution.Steps} steps, residual {solution.ResidualAmperes:e1} A");
        Assert.True(worst < 1e-5, $"largest difference {worst} V");
        Assert.True(solution.ResidualAmperes < 1e-12, $"residual {solution.ResidualAmperes} A");
    }
}
