using Crossbar.Arrays;
using Crossbar.Arrays.Solving;

namespace Crossbar.Tests.Layout;

public class ArrayTerminalTests
{
    private static readonly ArraySolverOptions s_tight = new() { OutputTolerance = 1e-12 };

    public static TheoryData<string, int, int, double, double> Cases()
    {
        var data = new TheoryData<string, int, int, double, double>();
        foreach (string terminals in (string[])["driver and sense", "both ends", "per line", "some float", "one cell selected"])
            foreach (var (rows, columns) in ((int, int)[])[(6, 5), (1, 4), (5, 1), (9, 12)])
                foreach (var (word, bit) in ((double, double)[])[(2.0, 3.0), (0.0, 0.0), (0.0, 5.0), (5.0, 0.0), (400.0, 700.0)])
                    data.Add(terminals, rows, columns, word, bit);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Solve_WithAnyTerminals_AgreesWithADenseNodalSolve(string terminals, int rows, int columns, double word, double bit)
    {
        for (ulong seed = 0; seed < 3; seed++)
        {
            var (cells, words, bits) = RandomArray.Make(rows, columns, seed, open: terminals == "one cell selected" ? 0 : 0.1);
            var circuit = Terminate(new(cells, new ArrayWires { WordSegmentOhms = word, BitSegmentOhms = bit }), terminals);
            var (output, driver) = DenseNodalSolve.Currents(circuit, words, bits);
            double scale = Math.Max(output.Max(Math.Abs), driver.Max(Math.Abs));
            var solver = new ArraySolver(circuit, s_tight);
            var solution = solver.Solve(words, bits);
            Assert.True(solution.Converged);
            // What the dense solve itself can do: its currents are differences of voltages near 1 V over a few ohms.
            double tolerance = 1e-10 * scale + 1e-15;
            for (int j = 0; j < columns; j++) Assert.Equal(output[j], solution.OutputAmperes[j], tolerance);
            for (int i = 0; i < rows; i++) Assert.Equal(driver[i], solution.DriverAmperes[i], tolerance);
            Assert.True(solution.ResidualAmperes <= 1e-10 * scale, $"{solution.ResidualAmperes / scale}");
            Assert.Equal(solution.SuppliedWatts, solution.CellWatts + solution.WireWatts + solution.TerminalWatts,
                1e-9 * Math.Abs(solution.SuppliedWatts));

            double[] many = [.. Enumerable.Range(0, 11).SelectMany(k => words.Select(v => v * (k + 1)))];
            double[] manyBits = [.. Enumerable.Range(0, 11).SelectMany(k => bits.Select(v => v * (k + 1)))];
            var all = solver.SolveMany(many, manyBits);
            Assert.True(all.Converged);
            for (int k = 0; k < 11; k++)
            {
                for (int j = 0; j < columns; j++) Assert.Equal((k + 1) * output[j], all.Outputs(k)[j], (k + 1) * tolerance);
                for (int i = 0; i < rows; i++) Assert.Equal((k + 1) * driver[i], all.Drivers(k)[i], (k + 1) * tolerance);
            }
        }
    }

    private static ArrayCircuit Terminate(ArrayCircuit circuit, string terminals)
    {
        int rows = circuit.Cells.Rows, columns = circuit.Cells.Columns;
        return terminals switch
        {
            "driver and sense" => circuit with { WordTerminals = LineTerminals.AtStart(50), BitTerminals = LineTerminals.AtEnd(20) },
            "both ends" => circuit with { WordTerminals = LineTerminals.AtBoth(), BitTerminals = LineTerminals.AtBoth(7) },
            "per line" => circuit with
            {
                WordTerminals = new() { StartOhms = [.. Enumerable.Range(0, rows).Select(i => 10.0 * i)], EndOhms = [300] },
                BitTerminals = new() { StartOhms = [.. Enumerable.Range(0, columns).Select(j => j % 2 == 0 ? 5.0 : double.PositiveInfinity)], EndOhms = [1] },
            },
            "some float" => circuit with
            {
                WordTerminals = LineTerminals.AtStart(3).WithFloating(rows, i => i % 3 == 1),
                BitTerminals = LineTerminals.AtEnd().WithFloating(columns, j => j % 3 == 2),
            },
            _ => circuit with
            {
                WordTerminals = LineTerminals.AtStart(3).WithFloating(rows, i => i > 0),
                BitTerminals = LineTerminals.AtEnd().WithFloating(columns, j => j > 0),
            },
        };
    }

    [Fact]
    public void Solve_WithIdealWires_IsTheMatrixProduct()
    {
        var (cells, words, _) = RandomArray.Make(40, 30, 5);
        var solution = ArraySolver.Solve(cells, ArrayWires.Ideal, words, new double[30]);
        Assert.Equal(0, solution.Iterations);
        for (int j = 0; j < 30; j++)
        {
            double sum = 0, scale = 0;
            for (int i = 0; i < 40; i++)
            {
                sum += words[i] * cells[i, j];
                scale += Math.Abs(words[i] * cells[i, j]);
            }
            // The products are the same numbers; only their order of addition may differ.
            Assert.Equal(sum, solution.OutputAmperes[j], 1e-15 * scale);
        }
    }

    [Fact]
    public void Solve_OfAnArrayWithoutCells_CarriesNothing()
    {
        var cells = new ConductanceMatrix(3, 4, new double[12]);
        var solution = ArraySolver.Solve(cells, ArrayWires.Uniform(1), [1, 2, 3], [0, 0, 0, 1]);
        Assert.True(solution.Converged);
        Assert.All(solution.OutputAmperes, amperes => Assert.Equal(0, amperes));
    }

    [Fact]
    public void Terminals_ThatDoNotFit_AreRefused()
    {
        var cells = new ConductanceMatrix(3, 2, new double[6]);
        var circuit = new ArrayCircuit(cells, ArrayWires.Uniform(1)) { WordTerminals = new() { StartOhms = [1, 2] } };
        Assert.Contains("must have 1 or 3 resistances, not 2", Assert.Throws<ArgumentException>(() => new ArraySolver(circuit)).Message,
            StringComparison.Ordinal);
        Assert.Contains("StartOhms[1]", Assert.Throws<ArgumentOutOfRangeException>(() => new LineTerminals { StartOhms = [1, double.NaN] })
            .Message, StringComparison.Ordinal);
    }
}
