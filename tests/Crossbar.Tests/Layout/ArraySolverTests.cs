using System.Text.Json;
using Crossbar.Layout;
using TestSupport;

namespace Crossbar.Tests.Layout;

public class ArraySolverTests(ITestOutputHelper output)
{
    private static readonly ArraySolverOptions s_tight = new() { OutputTolerance = 1e-12 };

    [Theory]
    [InlineData(5, 4, 1.0, 1.0)]
    [InlineData(1, 7, 20.0, 3.0)]
    [InlineData(6, 1, 3.0, 20.0)]
    [InlineData(8, 5, 0.0, 2.0)]
    [InlineData(8, 5, 2.0, 0.0)]
    [InlineData(6, 6, 0.0, 0.0)]
    [InlineData(7, 9, 500.0, 800.0)]
    public void Solve_OfRandomArrays_AgreesWithADenseNodalSolve(int rows, int columns, double word, double bit)
    {
        var wires = new ArrayWires { WordSegmentOhms = word, BitSegmentOhms = bit };
        for (ulong seed = 0; seed < 5; seed++)
        {
            var (cells, words, bits) = RandomArray.Make(rows, columns, seed);
            var solution = ArraySolver.Solve(cells, wires, words, bits, s_tight);
            var (expectedOutput, expectedDriver) = DenseNodalSolve.Currents(cells, wires, words, bits);
            // 1e-10: what the dense solve itself can do, its matrix holding 1 S beside 1 µS.
            double scale = Math.Max(expectedOutput.Max(Math.Abs), expectedDriver.Max(Math.Abs));
            Assert.True(solution.Converged);
            for (int j = 0; j < columns; j++) Assert.Equal(expectedOutput[j], solution.OutputAmperes[j], 1e-10 * scale);
            for (int i = 0; i < rows; i++) Assert.Equal(expectedDriver[i], solution.DriverAmperes[i], 1e-10 * scale);
            double delivered = words.Zip(solution.DriverAmperes, (v, a) => v * a).Sum() - bits.Zip(solution.OutputAmperes, (v, a) => v * a).Sum();
            Assert.Equal(delivered, solution.CellWatts + solution.WireWatts, 1e-10 * delivered);
        }
    }

    [Theory]
    [InlineData("xbar16")]
    [InlineData("xbar64")]
    [InlineData("rect24x40_p3")]
    [InlineData("lrs64")]
    [InlineData("open16")]
    [InlineData("row1x8")]
    [InlineData("col8x1")]
    public void Solve_OfTheOracleCases_GivesTheCertifiedCurrents(string name)
    {
        var summary = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("cases/crossbar/summary.json")))
            .RootElement.EnumerateArray().Single(entry => entry.GetProperty("case").GetString() == name);
        var wires = new ArrayWires { WordSegmentOhms = summary.GetProperty("r_word").GetDouble(), BitSegmentOhms = summary.GetProperty("r_bit").GetDouble() };
        double[][] Read(string what) => [.. File.ReadLines(SharedFolder.File($"cases/crossbar/{name}_{what}.csv"))
            .Where(line => line.Length > 0).Select(line => line.Split(',').Select(double.Parse).ToArray())];
        var g = Read("conductance_S");
        var cells = new ConductanceMatrix(g.Length, g[0].Length, [.. g.SelectMany(row => row)]);
        var expected = Read("currents_A");
        double scale = expected.SelectMany(row => row).Max(Math.Abs), worst = 0;
        foreach (var (volts, currents) in Read("voltages_V").Zip(expected))
        {
            var solution = ArraySolver.Solve(cells, wires, volts, new double[cells.Columns], s_tight);
            for (int j = 0; j < currents.Length; j++) worst = Math.Max(worst, Math.Abs(solution.OutputAmperes[j] - currents[j]));
            output.WriteLine($"{name}: {solution.Iterations} iterations, residual {solution.ResidualAmperes:e1} A");
        }
        output.WriteLine($"{name}: largest error {worst / scale:e2} of the largest current");
        Assert.True(worst <= 1e-11 * scale, $"{worst / scale}");
    }
}
