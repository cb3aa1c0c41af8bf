using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Engines.Reduced;
using Crossbar.Tests.Layout;
using Hopfield.Numerics;

namespace Crossbar.Tests.Noise;

/// <summary>What cells and ports see of each other, against solutions of the whole array.</summary>
public class CellTransferTests(ITestOutputHelper output)
{
    private const int Rows = 12, Columns = 5;
    private static readonly double[] s_signals = [0.6, -0.4, 0.9, 0.2, -0.7, 0.5];
    private static readonly double[] s_state = [0.1, -0.2, 0.3, 0.05, -0.1];

    private static ReducedArray Array(ConductanceMatrix cells, ArrayWires wires) => new(
        new("x", [.. Enumerable.Range(0, Rows).Select(i => $"w{i}")], [.. Enumerable.Range(0, Columns).Select(j => $"b{j}")], cells, wires),
        [.. Enumerable.Range(0, Rows).Select(i => i / 2)], [.. Enumerable.Range(0, Rows).Select(i => i % 2 == 0 ? 1 : -1)],
            [4, 2, 0, 1, 3]);

    private static ArraySolution Solve(ConductanceMatrix cells, ArrayWires wires) =>
        new ArraySolver(new(cells, wires), new() { OutputTolerance = 1e-14 }).Solve(
            [.. Enumerable.Range(0, Rows).Select(i => (i % 2 == 0 ? 1 : -1) * s_signals[i / 2])],
            [s_state[4], s_state[2], s_state[0], s_state[1], s_state[3]]);

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public void CellVolts_AreThoseOfAWholeSolution(double segmentOhms)
    {
        var (cells, _, _) = RandomArray.Make(Rows, Columns, 4, open: 0.1);
        var wires = segmentOhms > 0 ? ArrayWires.Uniform(segmentOhms) : ArrayWires.Ideal;
        var volts = new double[Rows * Columns];
        var transfer = CellTransfer.Of(Array(cells, wires), CancellationToken.None);
        transfer.Volts(s_signals, s_state, volts);
        double[] direct = Solve(cells, wires).CellVolts();
        Assert.True(transfer.IsExact);
        for (int c = 0; c < volts.Length; c++) Assert.Equal(direct[c], volts[c], 1e-11);
    }

    /// <summary>
    /// A small change of every conductance changes the currents out of the bit lines by what the cells' noise currents inject; what is
    /// left over is of second order: a tenth of the change leaves a hundredth. With 300 Ω a segment, treating wires as ideal would miss
    /// by a third of it.
    /// </summary>
    [Fact]
    public void InjectedCurrents_AreTheChangeOfAPerturbedArray_ToFirstOrder()
    {
        var (cells, _, _) = RandomArray.Make(Rows, Columns, 4, open: 0.1);
        var wires = ArrayWires.Uniform(300);
        var transfer = CellTransfer.Of(Array(cells, wires), CancellationToken.None);
        var stream = RandomKey.FromSeed(8).Stream();
        double[] relative = [.. cells.Siemens.Select(_ => stream.NextGaussian())];
        double[] volts = new double[cells.Siemens.Length];
        transfer.Volts(s_signals, s_state, volts);
        double[] before = Solve(cells, wires).OutputAmperes;
        double Miss(double size, bool ideal)
        {
            double[] change = [.. cells.Siemens.Select((g, c) => size * relative[c] * g)], nodes = new double[Columns];
            double[] after = Solve(new(Rows, Columns, [.. cells.Siemens.Select((g, c) => g + change[c])]), wires).OutputAmperes;
            (ideal ? CellTransfer.Of(Array(cells, ArrayWires.Ideal), CancellationToken.None) : transfer)
                .Inject([.. change.Select((g, c) => g * volts[c])], nodes);
            int[] state = [4, 2, 0, 1, 3];
            double miss = Enumerable.Range(0, Columns).Max(j => Math.Abs(after[j] - before[j] - nodes[state[j]]));
            return miss / Enumerable.Range(0, Columns).Max(j => Math.Abs(after[j] - before[j]));
        }

        double large = Miss(0.1, false), small = Miss(0.01, false), asIdeal = Miss(0.01, true);
        output.WriteLine($"missed of the change: {large:e2} at 10 %, {small:e2} at 1 %; as with ideal wires {asIdeal:e2}");
        Assert.True(small < 0.01, $"{small}");
        Assert.InRange(small / large, 0.08, 0.125);
        Assert.True(asIdeal > 0.1, $"{asIdeal}");
    }
}
