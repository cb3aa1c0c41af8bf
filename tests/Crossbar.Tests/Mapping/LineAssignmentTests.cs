using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Mapping;
using Crossbar.Planning.Maps;
using Crossbar.Tests.Layout;
using Hopfield.Numerics;

namespace Crossbar.Tests.Mapping;

public class LineAssignmentTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 3, false)]
    [InlineData(3, 2, true)]
    public void Assignment_DoneAndUndone_GivesTheSameProduct(int rowGroup, int columnGroup, bool both)
    {
        var (cells, volts, _) = RandomArray.Make(12, 18, 5);
        var assignment = LineAssignment.HeavyLinesNearPorts(cells, rowGroup, columnGroup, both);
        var placed = assignment.Apply(cells);
        double[] expected = IdealProduct.Amperes(cells, volts),
            got = assignment.RestoreOutputs(IdealProduct.Amperes(placed, assignment.Inputs(volts)));
        for (int j = 0; j < 18; j++) Assert.Equal(expected[j], got[j], 1e-18);
        // Groups stay neighbours, in order.
        for (int i = 0; i < 12; i++) Assert.Equal(assignment.RowAt[i / rowGroup * rowGroup] + i % rowGroup, assignment.RowAt[i]);
        for (int j = 0; j < 18; j++) Assert.Equal(assignment.ColumnAt[j / columnGroup * columnGroup] + j % columnGroup,
            assignment.ColumnAt[j]);
    }

    [Fact]
    public void HeavyLinesNearPorts_OfAnArrayWithHeavyLinesFarAway_LowersTheErrorManyTimes()
    {
        // Conductances that grow with row 0 … and column … last: the worst order there is, with a few heavy lines.
        var stream = RandomKey.FromSeed(3).Stream();
        int n = 48;
        var siemens = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                siemens[i * n + j] = 1e-6 + 9.9e-5 * Math.Pow((double)(n - i) * (j + 1) / (n * n), 6) * stream.NextUniform();
        var cells = new ConductanceMatrix(n, n, siemens);
        var volts = new double[n];
        for (int i = 0; i < n; i++) volts[i] = 0.2 * stream.NextUniform();
        var ideal = IdealProduct.Amperes(cells, volts);
        double Rms(LineAssignment assignment)
        {
            var solution = ArraySolver.Solve(assignment.Apply(cells), ArrayWires.Uniform(2), assignment.Inputs(volts), new double[n]);
            var outputs = assignment.RestoreOutputs(solution.OutputAmperes);
            return Math.Sqrt(outputs.Zip(ideal, (o, i) => (o - i) * (o - i)).Sum() / n);
        }
        double before = Rms(LineAssignment.Identity(n, n)), after = Rms(LineAssignment.HeavyLinesNearPorts(cells));
        output.WriteLine($"rms error {before:g3} A before, {after:g3} A after: {before / after:f1} times less");
        Assert.True(after < before / 3);
    }

    [Fact]
    public void HeavyLinesNearPorts_OfGroupsThatDoNotFit_IsRefused() => Assert.Contains("not a multiple of 2",
        Assert.Throws<ArgumentException>(() => LineAssignment.HeavyLinesNearPorts(new(3, 4, new double[12]), rowGroup: 2)).Message);
}
