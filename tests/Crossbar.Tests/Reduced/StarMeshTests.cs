using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Tests.Layout;

namespace Crossbar.Tests.Reduced;

public class StarMeshTests
{
    [Fact]
    public void Star_OfThreeResistors_BecomesTheTextbookDelta()
    {
        var network = new StarMesh(4);
        network.Add(0, 3, 1);
        network.Add(1, 3, 2);
        network.Add(2, 3, 3);
        network.Eliminate([true, true, true, false], CancellationToken.None);
        Assert.Equal(2.0 / 6, network.Between(0, 1), 15);
        Assert.Equal(3.0 / 6, network.Between(0, 2), 15);
        Assert.Equal(6.0 / 6, network.Between(1, 2), 15);
        double[] volts = [1, 2, 4, 0];
        network.BackSubstitute(volts);
        Assert.Equal((1 + 4 + 12) / 6.0, volts[3], 15);
    }

    /// <summary>The same array as a macro (sweep) and as plain resistors (star–mesh): two unrelated eliminations, one waveform.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(50.0)]
    public void Array_ExpandedIntoResistors_HasTheWaveformsOfTheSweep(double segmentOhms)
    {
        var (cells, _, _) = RandomArray.Make(12, 6, 4);
        var start = Enumerable.Range(0, 6).Select(i => 0.02 * Math.Cos(3.0 * i)).ToArray();
        var netlist = HopfieldCircuit.Make(6, cells, Crossbar.Arrays.ArrayWires.Uniform(segmentOhms), 1e-12, 1e4, 1, 40, start);
        var expanded = CrossbarExpansion.Flatten(netlist);
        double[] times = [.. Enumerable.Range(0, 50).Select(k => k * 1e-9)];
        var request = new TransientRequest { StopSeconds = 50e-9, OutputSeconds = times, RelativeTolerance = 1e-10, AbsoluteVolts = 1e-13 };
        var a = new ReducedEngine().Load(netlist).Transient(request);
        var b = new ReducedEngine().Load(expanded).Transient(request);
        Assert.NotEqual(a.Volts.Values[0][0], a.Volts.Values[0][^1]);
        for (int i = 0; i < 6; i++)
            for (int k = 0; k < times.Length; k++) Assert.Equal(a.Volts.Values[i][k], b.Volts.Values[i][k], 1e-9);
        for (int k = 0; k < times.Length; k++) Assert.Equal(a.DeliveredWatts![k], b.DeliveredWatts![k], 1e-8 * a.DeliveredWatts.Max());
        Assert.Equal(a.DeliveredJoules!.Value, b.DeliveredJoules!.Value, 1e-8 * a.DeliveredJoules.Value);
        Assert.True(b.ResidualAmperes < 1e-14, $"{b.ResidualAmperes}");
    }
}
