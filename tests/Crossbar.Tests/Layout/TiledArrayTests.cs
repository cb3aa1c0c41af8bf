using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Arrays.Solving;
using Crossbar.Arrays.Tiling;
using Hopfield.Numerics;

namespace Crossbar.Tests.Layout;

public class TiledArrayTests(ITestOutputHelper output)
{
    private static readonly ArraySolverOptions s_tight = new() { OutputTolerance = 1e-12 };
    private static readonly (int First, int Count)[] s_tileRows = [(0, 3), (3, 3), (6, 3), (9, 1)];

    // Wire segments, global segments, global sense, tile sense, ohms.
    [Theory]
    [InlineData(2, 5, 0, 0)]
    [InlineData(2, 5, 30, 20)]
    [InlineData(0, 5, 30, 0)]
    [InlineData(3, 0, 40, 0)]
    [InlineData(3, 0, 0, 10)]
    [InlineData(0, 0, 25, 0)]
    [InlineData(2, 1e4, 1e4, 0)]
    [InlineData(50, 1e-6, 0, 0)]
    public void SolveMany_OnSharedLines_AgreesWithAllResistorsSolvedDensely(double wire, double segment, double sense, double tileSense)
    {
        for (ulong seed = 0; seed < 3; seed++)
        {
            // Ten word lines in tiles of three leave one; seven bit lines in tiles of four leave three.
            var (cells, words, _) = RandomArray.Make(10, 7, seed);
            var circuit = new ArrayCircuit(cells,
                ArrayWires.Uniform(wire))
            { WordTerminals = LineTerminals.AtStart(15), BitTerminals = LineTerminals.AtEnd(tileSense) };
            var lines = new GlobalBitLines { SegmentOhms = segment, SenseOhms = sense };
            double[] many = [.. words, .. words.Select((v, i) => i % 3 == 0 ? 0 : 0.1 - v), .. new double[10], .. words.Reverse()];
            var solved = new TiledArraySolver(circuit, 3, 4, lines, options: s_tight).SolveMany(many);

            Assert.True(solved.Converged);
            for (int k = 0; k < 4; k++)
            {
                double[] volts = many[(k * 10)..(k * 10 + 10)], drivers = new double[10];
                var expected = new List<double>();
                foreach (var (first, count) in ((int, int)[])[(0, 4), (4, 3)])
                {
                    ArrayCircuit[] tiles = [.. s_tileRows.Select(rows =>
                        circuit with { Cells = Block(cells, rows.First, rows.Count, first, count) })];
                    var (currents, into) = DenseNodalSolve.OnSharedLines(tiles, segment, sense, volts);
                    expected.AddRange(currents);
                    for (int i = 0; i < 10; i++) drivers[i] += into[i];
                }
                // The dense solve's own rounding: differences of voltages near 1 V over the smallest resistor.
                double rounding = segment is > 0 and < 1e-3 ? 1e-6 : 1e-10, scale = Math.Max(expected.Max(Math.Abs), drivers.Max(Math.Abs));
                for (int j = 0; j < 7; j++) Assert.Equal(expected[j], solved.Outputs(k)[j], rounding * scale + 1e-15);
                for (int i = 0; i < 10; i++) Assert.Equal(drivers[i], solved.Drivers(k)[i], rounding * scale + 1e-15);
            }
            Assert.True(solved.ResidualAmperes <= 1e-11 * solved.OutputAmperes.Max(Math.Abs));
            output.WriteLine($"{wire} {segment} {sense} {tileSense} ohm: {solved.LineIterations} iterations on the lines, residual {solved.ResidualAmperes:e1} A, "
                + $"error {solved.OutputErrorAmperes:e1} A of {solved.OutputAmperes.Max(Math.Abs):e1} A");
        }
    }

    [Fact]
    public void SolveMany_WithPartialSumsAddedOrOnLinesWithoutResistance_IsTheSumOfTheTilesAlone()
    {
        var (cells, words, _) = RandomArray.Make(11, 6, 4);
        var circuit = new ArrayCircuit(cells, ArrayWires.Uniform(3)) { BitTerminals = LineTerminals.AtEnd(8) };
        var sum = new double[6];
        foreach (var (row, rows) in ((int, int)[])[(0, 4), (4, 4), (8, 3)])
        {
            var alone = new ArraySolver(circuit with { Cells = Block(cells, row, rows, 0, 6) }, s_tight)
                .Solve(words.AsSpan(row, rows), new double[6]);
            for (int j = 0; j < 6; j++) sum[j] += alone.OutputAmperes[j];
        }
        var digital = new TiledArraySolver(circuit, 4, 6, options: s_tight).SolveMany(words);
        var shorted = new TiledArraySolver(circuit, 4, 6, new GlobalBitLines(), options: s_tight).SolveMany(words);
        // Nearly no resistance: the same to its share of the cells' conductance, 1e-3 S at most.
        var nearly = new TiledArraySolver(circuit, 4, 6, new GlobalBitLines { SegmentOhms = 1e-6 }, options: s_tight).SolveMany(words);
        double scale = sum.Max(Math.Abs);
        Assert.True(digital.Converged && shorted.Converged && nearly.Converged);
        Assert.Equal(digital.OutputAmperes, shorted.OutputAmperes);
        for (int j = 0; j < 6; j++)
        {
            Assert.Equal(sum[j], digital.OutputAmperes[j], 1e-11 * scale);
            Assert.Equal(sum[j], nearly.OutputAmperes[j], 1e-8 * scale);
        }
    }

    [Fact]
    public void SolveMany_OfOneTileOnALine_IsAnArrayWithALargerSenseResistance()
    {
        var (cells, words, _) = RandomArray.Make(8, 5, 9);
        var circuit = new ArrayCircuit(cells, ArrayWires.Uniform(2)) { BitTerminals = LineTerminals.AtEnd(100) };
        var tiled = new TiledArraySolver(circuit, 20, 20, new() { SegmentOhms = 70, SenseOhms = 30 }, options: s_tight).SolveMany(words);
        var plain = new ArraySolver(circuit with { BitTerminals = LineTerminals.AtEnd(200) }, s_tight).Solve(words, new double[5]);
        for (int j = 0; j < 5; j++) Assert.Equal(plain.OutputAmperes[j], tiled.OutputAmperes[j], 1e-11 * plain.OutputAmperes.Max(Math.Abs));
    }

    [Fact]
    public void SolveMany_OfThirtyTwoTilesOnSharedLines_NeedsFewIterations()
    {
        var (cells, words, _) = RandomArray.Make(1024, 32, 3);
        var circuit = new ArrayCircuit(cells, ArrayWires.Uniform(1));
        var solved = new TiledArraySolver(circuit, 32, 32, new() { SegmentOhms = 5 }).SolveMany(words);
        Assert.True(solved.Converged);
        // Seen: 5. The estimate of Y is good where cells outweigh their wires, whatever the number of tiles.
        Assert.InRange(solved.LineIterations, 1, 10);
        output.WriteLine($"32 tiles: {solved.LineIterations} iterations, error {solved.OutputErrorAmperes:e1} A of {solved.OutputAmperes.Max(Math.Abs):e1} A");
    }

    [Fact]
    public void SolveMany_OfNonlinearTiles_IsTheSumOfThemAlone_AndIsRefusedOnSharedLines()
    {
        var (cells, words, _) = RandomArray.Make(9, 5, 6);
        var circuit = new ArrayCircuit(cells, ArrayWires.Uniform(4));
        var law = new SelectorLaw { ScaleVolts = 0.06 };
        var solved = new TiledArraySolver(circuit, 5, 5, law: law).SolveMany(words);
        var sum = new double[5];
        foreach (var (row, rows) in ((int, int)[])[(0, 5), (5, 4)])
        {
            var alone = new NonlinearArraySolver(law.Create(Block(cells, row, rows, 0, 5)), circuit.Wires)
                .Solve(words.AsSpan(row, rows), new double[5]);
            for (int j = 0; j < 5; j++) sum[j] += alone.Linear.OutputAmperes[j];
        }
        Assert.True(solved is { Converged: true, NewtonSteps: > 1 });
        for (int j = 0; j < 5; j++) Assert.Equal(sum[j], solved.OutputAmperes[j], 1e-9 * sum.Max(Math.Abs));
        var refused = Assert.Throws<ArgumentException>(() => new TiledArraySolver(circuit, 5, 5, new() { SegmentOhms = 1 }, law));
        Assert.Contains("'selector'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryCataloguedLaw_IsMonotone_AndLeavesOpenCellsOpen()
    {
        Assert.Equal(["1t1r", "selector", "sinh"],
            Catalog.Of<ICellLawFactory>().Select(law => law.Name).Intersect(["1t1r", "selector", "sinh"]));
        foreach (var factory in Catalog.Of<ICellLawFactory>())
        {
            double[] volts = [.. Enumerable.Range(-30, 61).Select(k => 0.05 * k)], amperes = new double[61], slope = new double[61];
            factory.Create(new(1, 61, [.. volts.Select(_ => 1e-4)])).Evaluate(volts, amperes, slope);
            for (int k = 1; k < 61; k++) Assert.True(amperes[k] >= amperes[k - 1], $"{factory.Name} at {volts[k]} V");
            Assert.Equal(0, amperes[30], 1e-20);
            factory.Create(new(1, 61, new double[61])).Evaluate(volts, amperes, slope);
            Assert.All(amperes, current => Assert.Equal(0, current));
        }
    }

    private static ConductanceMatrix Block(ConductanceMatrix cells, int row, int rows, int column, int columns) =>
        new(rows, columns, [.. Enumerable.Range(row, rows).SelectMany(i => cells.Row(i).Slice(column, columns).ToArray())]);
}
