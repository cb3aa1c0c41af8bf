using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Mapping;
using Crossbar.Planning.Maps;
using Hopfield.Numerics;

namespace Crossbar.Tests.Mapping;

public class IrDropCompensationTests(ITestOutputHelper output)
{
    private const double Off = 1e-6, On = 1e-4;

    [Theory]
    [InlineData(16, 12, 1, false)]
    [InlineData(12, 20, 5, true)]
    [InlineData(32, 32, 2, false)]
    public void Solve_OfARandomArray_MakesTheWiredArrayComputeTheWantedProduct(int rows, int columns, double ohms, bool both)
    {
        var wanted = Random(rows, columns, ohms, both);
        var found = new IrDropCompensation().Solve(wanted, Off, On);
        output.WriteLine($"gain {found.Gain:f3}, before {found.LargestBeforeSiemens:e2} S, left {found.LargestLeftSiemens:e2} S, {found.Sweeps} sweeps, {found.AtLimit} at a limit");

        Assert.All(found.Cells.Siemens, g => Assert.InRange(g, Off, On));
        Assert.True(found.Converged);
        Assert.True(found.LargestLeftSiemens < 0.01 * found.LargestBeforeSiemens);
        var stream = RandomKey.FromSeed(6).Stream();
        var volts = new double[rows];
        for (int i = 0; i < rows; i++) volts[i] = 0.2 * stream.NextSpin();
        var solution = new ArraySolver(wanted with { Cells = found.Cells }).Solve(volts, new double[columns]);
        double[] ideal = IdealProduct.Amperes(wanted.Cells, volts), restored = found.Restore(solution.OutputAmperes, volts);
        double bound = found.LargestLeftSiemens * 0.2 * rows;
        for (int j = 0; j < columns; j++) Assert.Equal(ideal[j], restored[j], bound + 1e-12);
    }

    [Fact]
    public void Solve_WithoutRoomBelowTheOnConductance_SaysWhatIsLeft()
    {
        var wanted = Random(24, 24, 10, false);
        var found = new IrDropCompensation { Gain = 1 }.Solve(wanted, Off, On);
        output.WriteLine($"rms left {found.RmsLeftSiemens:e2} S of {found.RmsBeforeSiemens:e2} S, {found.AtLimit} cells at a limit, {found.Sweeps} sweeps");
        Assert.False(found.Converged);
        Assert.InRange(found.AtLimit, 1, 24 * 24);
        Assert.InRange(found.RmsLeftSiemens, 1e-3 * On, 0.9 * found.RmsBeforeSiemens);
        Assert.Equal(found.LargestLeftSiemens, IrDropCompensation.Transfer(wanted with { Cells = found.Cells })
            .Zip(wanted.Cells.Siemens, (t, g) => Math.Abs(t - g)).Max(), 1e-12);
    }

    [Fact]
    public void Solve_WithIdealWires_ChangesNothing()
    {
        var wanted = Random(6, 5, 0, false);
        var found = new IrDropCompensation().Solve(wanted, Off, On);
        Assert.Equal((1.0, 0), (found.Gain, found.Sweeps));
        for (int k = 0; k < 30; k++) Assert.Equal(wanted.Cells.Siemens[k], found.Cells.Siemens[k], 1e-18);
    }

    [Fact]
    public void Solve_OfACellOutsideTheRange_SaysWhich() => Assert.Contains("Conductance [0,1] is 0.0002 S; expected 1E-06 to 0.0001 S",
        Assert.Throws<ArgumentException>(() => new IrDropCompensation().Solve(new(new(1, 2, [1e-5, 2e-4]), ArrayWires.Ideal), Off, On))
            .Message);

    private static ArrayCircuit Random(int rows, int columns, double ohms, bool both)
    {
        var stream = RandomKey.FromSeed((ulong)rows).Stream();
        var siemens = new double[rows * columns];
        for (int k = 0; k < siemens.Length; k++) siemens[k] = stream.NextUniform() < 0.4 ? Off : Off + (On - Off) * stream.NextUniform();
        return new(new(rows, columns, siemens), ArrayWires.Uniform(ohms))
        {
            WordTerminals = both ? LineTerminals.AtBoth(20) : LineTerminals.AtStart(),
        };
    }
}
