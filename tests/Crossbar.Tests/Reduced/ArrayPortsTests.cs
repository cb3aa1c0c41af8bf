using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Tests.Engines;
using Crossbar.Tests.Layout;

namespace Crossbar.Tests.Reduced;

public class ArrayPortsTests
{
    [Theory]
    [InlineData(7, 4, 10.0, 30.0)]
    [InlineData(5, 6, 0.0, 20.0)]
    [InlineData(5, 6, 20.0, 0.0)]
    [InlineData(4, 3, 0.0, 0.0)]
    public void Ports_OfRandomArrays_AreThoseOfDenseElimination(int rows, int columns, double word, double bit)
    {
        var (cells, _, _) = RandomArray.Make(rows, columns, 9);
        var array = new CrossbarArray("x", [.. Enumerable.Range(0, rows).Select(i => $"w{i}")],
            [.. Enumerable.Range(0, columns).Select(j => $"b{j}")],
            cells, new ArrayWires { WordSegmentOhms = word, BitSegmentOhms = bit });
        var ours = ArrayPorts.Of(array);
        var dense = DensePorts.Reduce(array, CancellationToken.None);
        Assert.Equal(dense.Nodes, ours.Nodes);
        double scale = dense.Siemens.Max(Math.Abs);
        for (int k = 0; k < dense.Siemens.Length; k++) Assert.Equal(dense.Siemens[k], ours.Siemens[k], 1e-11 * scale);
    }
}
