using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Devices;

namespace Crossbar.Tests.Layout;

public class NonlinearArrayTests(ITestOutputHelper output)
{
    private static readonly ArraySolverOptions s_tight = new() { OutputTolerance = 1e-11 };

    public static TheoryData<string, double> Laws()
    {
        var data = new TheoryData<string, double>();
        foreach (string law in (string[])["sinh", "selector", "1t1r", "device"])
            foreach (double ohms in (double[])[0, 2, 300])
                data.Add(law, ohms);
        return data;
    }

    private static ICellLaw Law(string name, ConductanceMatrix cells) => name switch
    {
        "sinh" => new SinhLaw { ScaleVolts = 0.2 }.Create(cells),
        "selector" => new SelectorLaw().Create(cells),
        "1t1r" => new TransistorLaw().Create(cells),
        _ => Device(new StanfordPku(), cells.Rows, cells.Columns),
    };

    private static DeviceCells Device(StanfordPku device, int rows, int columns)
    {
        var state = device.States[0];
        return new(device, rows, columns,
            [.. Enumerable.Range(0, device.States.Count * rows * columns).Select(k => state.Denormalize(0.5 + 0.5 * Math.Sin(k)))]);
    }

    /// <summary>
    /// With every cell replaced by its chord conductance, the linear array solved node by node must carry the same currents: only the true
    /// solution has that property.
    /// </summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void Solve_OfNonlinearCells_IsAFixedPointOfTheDenseNodalSolve(string name, double ohms)
    {
        for (ulong seed = 0; seed < 3; seed++)
        {
            var (cells, words, bits) = RandomArray.Make(9, 7, seed);
            var law = Law(name, cells);
            var solution = new NonlinearArraySolver(law, ArrayWires.Uniform(ohms), LineTerminals.AtStart(20), options: s_tight)
                .Solve(words, bits);
            Assert.True(solution.Converged);
            double[] amperes = new double[63], slope = new double[63];
            law.Evaluate(solution.Linear.CellVolts(), amperes, slope);
            var (expected, driver) = DenseNodalSolve.Currents(solution.Linear.Circuit, words, bits);
            double scale = Math.Max(expected.Max(Math.Abs), driver.Max(Math.Abs));
            for (int j = 0; j < 7; j++) Assert.Equal(expected[j], solution.Linear.OutputAmperes[j], 1e-9 * scale + 1e-15);
            for (int k = 0; k < 63; k++) Assert.Equal(amperes[k], solution.CellAmperes[k], 1e-12 * scale);
            Assert.True(solution.ResidualAmperes <= 1e-10 * scale);
            output.WriteLine($"{name} {ohms} ohm: {solution.NewtonSteps} steps, residual {solution.ResidualAmperes:e1} A, bound {solution.OutputErrorAmperes:e1} A");
        }
    }

    [Fact]
    public void Evaluate_OfEveryLaw_HasTheSlopeOfItsCurrent()
    {
        var (cells, _, _) = RandomArray.Make(4, 5, 2);
        double[] volts = [.. Enumerable.Range(0, 20).Select(k => -0.9 + 0.1 * k)];
        foreach (string name in (string[])["sinh", "selector", "1t1r", "device"])
        {
            var law = Law(name, cells);
            double[] at = new double[20], above = new double[20], below = new double[20], slope = new double[20], unused = new double[20];
            law.Evaluate(volts, at, slope);
            law.Evaluate([.. volts.Select(v => v + 1e-6)], above, unused);
            law.Evaluate([.. volts.Select(v => v - 1e-6)], below, unused);
            // Central differences: 1e-12 of curvature error, and rounding of the currents over 2e-6 V.
            for (int k = 0; k < 20; k++) Assert.Equal((above[k] - below[k]) / 2e-6, slope[k],
                1e-7 * slope[k] + 1e-9 * Math.Abs(at[k]) + 1e-13);
        }
    }

    [Fact]
    public void SelectorCells_CarryWhatDeviceAndSelectorShare()
    {
        var law = new SelectorLaw().Create(new ConductanceMatrix(1, 1, [1e-4]));
        double[] amperes = new double[1], slope = new double[1];
        law.Evaluate([0.8], amperes, slope);
        Assert.Equal(0.8, amperes[0] / 1e-4 + 0.05 * Math.Asinh(amperes[0] / 1e-9), 1e-13);
        // Half selected, a selector passes far less than half.
        double full = amperes[0];
        law.Evaluate([0.4], amperes, slope);
        Assert.True(amperes[0] < 0.3 * full);
    }

    [Fact]
    public void TransistorCells_BeyondSaturation_CarryTheSaturatedCurrent()
    {
        var law = new TransistorLaw().Create(new ConductanceMatrix(1, 1, [1e-3]));
        double[] amperes = new double[1], slope = new double[1];
        law.Evaluate([2], amperes, slope);
        Assert.Equal(0.5 * 2e-4 * 0.25, amperes[0], 1e-18);
        Assert.Equal(0, slope[0]);
        var solved = new NonlinearArraySolver(law, ArrayWires.Uniform(10)).Solve([2.0], [0.0]);
        Assert.True(solved.Converged);
        Assert.Equal(2.5e-5, solved.Linear.OutputAmperes[0], 1e-15);
    }

    [Fact]
    public void Solve_ThatMayNotTakeEnoughSteps_SaysSo()
    {
        var (cells, words, bits) = RandomArray.Make(6, 6, 1);
        var solution = new NonlinearArraySolver(new SelectorLaw().Create(cells), ArrayWires.Uniform(100)) { StepLimit = 1 }.Solve(words, bits);
        Assert.False(solution.Converged);
        Assert.True(solution.OutputErrorAmperes > 0);
    }
}
