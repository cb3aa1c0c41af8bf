using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Planning.Maps;

namespace Crossbar.Tests.Layout;

public class ArrayMapsTests
{
    private const double Volts = 0.3, Siemens = 2e-5;

    // With ideal wires and equal cells each scheme's sneak current at the output is known: (rows − 1) half-selected cells, or three
    // groups of cells in series round the selected one.
    [Theory]
    [InlineData("v2", 4 * 0.5, 0.5)]
    [InlineData("v3", 4 / 3.0, 1 / 3.0)]
    [InlineData("grounded", 0, 1)]
    [InlineData("floating", 1 / (1 / 6.0 + 1 / 24.0 + 1 / 4.0), 0.25 / (1 / 6.0 + 1 / 24.0 + 1 / 4.0))]
    public void Selection_OfAnIdealUniformArray_HasTheSneakCurrentOfItsScheme(string scheme, double sneakCells, double mostOfV)
    {
        // 5 word lines, 7 bit lines: 4 other rows, 6 other columns, 24 cells of the sneak path's middle.
        var cells = new ConductanceMatrix(5, 7, [.. Enumerable.Repeat(Siemens, 35)]);
        var selection = new CellSelection(2, 3, Volts, BiasScheme.All.Single(s => s.Name == scheme));
        var solution = selection.Solve(new(cells, ArrayWires.Ideal));
        var maps = ArrayMaps.OfSelection(solution, selection);

        Assert.Equal(sneakCells * Volts * Siemens, maps.OutputSneakAmperes[3], 1e-15);
        Assert.Equal(Volts * Siemens, maps.CellAmperes[2 * 7 + 3], 1e-15);
        Assert.True(double.IsNaN(maps.SneakAmperes[2 * 7 + 3]) && double.IsNaN(maps.OutputSneakAmperes[0]));
        double most = maps.CellVolts.Where((_, k) => k != 2 * 7 + 3).Max(Math.Abs);
        Assert.True(most <= mostOfV * Volts + 1e-12, $"{most}");
    }

    [Fact]
    public void Product_OfARandomArray_HasMapsThatAddUp()
    {
        var (cells, words, _) = RandomArray.Make(9, 6, 3);
        words[4] = 0;
        var solution = ArraySolver.Solve(cells, ArrayWires.Uniform(20), words, new double[6]);
        var maps = ArrayMaps.OfProduct(solution);

        Assert.Equal(solution.CellWatts, maps.CellWatts.Sum(), 1e-12 * solution.CellWatts);
        for (int j = 0; j < 6; j++)
        {
            Assert.Equal(solution.OutputAmperes[j], Enumerable.Range(0, 9).Sum(i => maps.CellAmperes[i * 6 + j]), 1e-14);
            Assert.Equal(maps.CellAmperes[4 * 6 + j], maps.SneakAmperes[4 * 6 + j]);
            Assert.Equal(maps.CellAmperes[4 * 6 + j], maps.OutputSneakAmperes[j], 1e-20);
            for (int i = 0; i < 9; i++)
            {
                int k = i * 6 + j;
                Assert.Equal(words[i], maps.CellVolts[k] + maps.IrDropVolts[k], 1e-14);
                Assert.Equal(maps.CellVolts[k] * cells[i, j], maps.CellAmperes[k], 1e-18);
                Assert.Equal(i != 4, double.IsNaN(maps.SneakAmperes[k]));
            }
        }
        Assert.NotEqual(0, maps.OutputSneakAmperes.Max(Math.Abs)); // wires lift the bit lines, so undriven rows carry current
        int worst = maps.WorstRow!.Value * 6 + maps.WorstColumn!.Value;
        Assert.Equal(maps.IrDropVolts.Max(Math.Abs), Math.Abs(maps.IrDropVolts[worst]));
    }

    [Fact]
    public void Product_WithIdealWires_LosesNothingAndIsTheMatrixProduct()
    {
        var (cells, words, _) = RandomArray.Make(5, 4, 8);
        var solution = ArraySolver.Solve(cells, ArrayWires.Ideal, words, new double[4]);
        var maps = ArrayMaps.OfProduct(solution);
        Assert.All(maps.IrDropVolts, drop => Assert.Equal(0, drop));
        Assert.Null(maps.WorstRow);
        var ideal = IdealProduct.Amperes(cells, words);
        for (int j = 0; j < 4; j++) Assert.Equal(ideal[j], solution.OutputAmperes[j], 1e-15 * Math.Abs(ideal[j]));
    }

    [Fact]
    public void Selection_OfACellThatIsNotThere_IsRefused()
    {
        var cells = new ConductanceMatrix(2, 3, new double[6]);
        var error = Assert.Throws<ArgumentException>(() => new CellSelection(2, 0, 1, BiasScheme.Half).Solve(new(cells, ArrayWires.Ideal)));
        Assert.Contains("no cell 2,0", error.Message);
    }
}
