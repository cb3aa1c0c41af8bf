using Crossbar.Engines;
using Crossbar.Engines.Reduced;

namespace Crossbar.Tests.Reduced;

public class OracleCircuitTests(ITestOutputHelper output)
{
    /// <summary>The reference is good to 1.3 µV; 10 µV leaves room for its thinning to 6 digits in time.</summary>
    [Theory]
    [InlineData(16, false)]
    [InlineData(16, true)]
    [InlineData(32, false)]
    [InlineData(32, true)]
    public void Waveforms_OfTheOracleCircuits_AreThoseOfNgspice(int n, bool wires)
    {
        var oracle = OracleCircuit.Read(n, wires);
        var solution = new ReducedEngine().Load(oracle.Netlist).Transient(new TransientRequest
        {
            StopSeconds = Math.Max(oracle.StopSeconds, oracle.Expected.Seconds[^1]),
            RelativeTolerance = 1e-8,
            AbsoluteVolts = 1e-11,
            OutputSeconds = oracle.Expected.Seconds,
        });
        double worst = 0;
        for (int i = 0; i < n; i++)
        {
            var ours = solution.Volts.Values[i];
            var theirs = oracle.Expected.Values[i];
            Assert.Equal(theirs.Length, ours.Length);
            for (int k = 0; k < ours.Length; k++) worst = Math.Max(worst, Math.Abs(ours[k] - theirs[k]));
            Assert.Equal(Math.Sign(theirs[^1]), Math.Sign(ours[^1]));
        }
        output.WriteLine($"N = {n}, wires {wires}: largest difference {worst:e2} V in {solution.Steps} steps, residual {solution.ResidualAmperes:e1} A");
        Assert.True(worst < 1e-5, $"largest difference {worst} V");
        Assert.True(solution.ResidualAmperes < 1e-12, $"residual {solution.ResidualAmperes} A");
    }
}
