using Crossbar.Engines.Reduced;
using Crossbar.Tests.Engines;

namespace Crossbar.Tests.Reduced;

public class OracleCircuitTests(ITestOutputHelper output)
{
    /// <summary>20 µV for our own decks: ten times what reltol 1e-7 leaves of their slow start. The shared references are good to 1.3 µV;
    /// 10 µV leaves room for their thinning to 15 digits of time.</summary>
    [Theory]
    [MemberData(nameof(OracleCase.Names), MemberType = typeof(OracleCase))]
    public void Waveforms_OfTheOracleCircuits_AreThoseOfNgspice(string name)
    {
        var oracle = OracleCase.Load(name);
        var solution = new ReducedEngine().Load(oracle.Netlist).Transient(oracle.Request(1e-8) with { AbsoluteVolts = 1e-11 });
        double worst = oracle.WorstDifferenceVolts(solution.Volts);
        foreach (string node in oracle.Reference.Names)
            Assert.Equal(Math.Sign(oracle.Reference[node][^1]), Math.Sign(solution.Volts[node][^1]));
        output.WriteLine($"{name}: largest difference {worst:e2} V in {solution.Steps} steps, residual {solution.ResidualAmperes:e1} A");
        Assert.True(worst < (OracleCase.IsOurs(name) ? 2e-5 : 1e-5), $"largest difference {worst} V");
        Assert.True(solution.ResidualAmperes < 1e-12, $"residual {solution.ResidualAmperes} A");
        Assert.True(oracle.Reference.Names.All(node => Math.Abs(oracle.Reference[node][0] - oracle.Reference[node][^1]) > 0.01),
            "the circuit must have moved");
    }
}
