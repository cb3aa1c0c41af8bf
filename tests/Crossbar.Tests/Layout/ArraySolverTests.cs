using System.Text.Json;
using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Hopfield.Numerics;
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
            double delivered = words.Zip(solution.DriverAmperes, (v, a) => v * a).Sum() - bits.Zip(solution.OutputAmperes, (v, a) => v * a)
                .Sum();
            Assert.Equal(delivered, solution.CellWatts + solution.WireWatts, 1e-10 * delivered);
        }
    }

    /// <summary>Ours in 28 decimal digits: mild and harsh wires, strong cells alone, open cells, a row and a column.</summary>
    [Theory]
    [InlineData(7, 6, 2, 3, 0, 2)]
    [InlineData(6, 7, 500, 800, 0, 2)]
    [InlineData(6, 6, 5, 5, 0, 0)]
    [InlineData(6, 6, 1, 2, 0.3, 2)]
    [InlineData(1, 8, 20, 4, 0, 2)]
    [InlineData(8, 1, 4, 20, 0, 2)]
    public void Solve_OfOurCases_GivesTheCurrentsOfExactArithmetic(int rows, int columns, int wordOhms, int bitOhms, double open,
        int decades)
    {
        var stream = RandomKey.FromSeed(16).Fold(rows).Fold(wordOhms).Stream();
        // Nanosiemens and millivolts in whole numbers, so that doubles and decimals hold the same circuit to the last digit.
        long[] nanosiemens = [.. Enumerable.Range(0, rows * columns).Select(_ =>
            stream.NextUniform() < open ? 0 : (long)(1e5 * Math.Pow(10, -decades * stream.NextUniform())))];
        int[] millivolts = [.. Enumerable.Range(0, rows).Select(_ => stream.NextIndex(1001) - 300)];
        decimal[] expected = DecimalNodal.OutputAmperes(rows, columns, nanosiemens, wordOhms, bitOhms, millivolts);
        var cells = new ConductanceMatrix(rows, columns, [.. nanosiemens.Select(g => (double)(g * 1e-9m))]);
        var wires = new ArrayWires { WordSegmentOhms = wordOhms, BitSegmentOhms = bitOhms };
        var solution = ArraySolver.Solve(cells, wires, [.. millivolts.Select(v => (double)(v * 1e-3m))], new double[columns], s_tight);
        double scale = expected.Max(amperes => (double)Math.Abs(amperes)), worst = 0;
        for (int j = 0; j < columns; j++) worst = Math.Max(worst, (double)Math.Abs((decimal)solution.OutputAmperes[j] - expected[j]));
        output.WriteLine($"largest error {worst / scale:e2} of the largest current");
        Assert.True(worst <= 1e-12 * scale, $"{worst / scale}");
    }

    public static TheoryData<string> LargerCases => SharedFolder.Cases([], "cases/crossbar",
        ["xbar16", "xbar64", "rect24x40_p3", "lrs64", "open16", "row1x8", "col8x1"]);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(LargerCases))]
    public void Solve_OfTheLargerCases_GivesTheCertifiedCurrents(string name)
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
        // The certified currents are good to 1e-14; 1e-12 is asked of the solver.
        Assert.True(worst <= 1e-12 * scale, $"{worst / scale}");
    }

    /// <summary>
    /// The stopping rule promises an output error, so it is measured: random arrays from mild to harsh, loose to tight, one input and many.
    /// An estimate is not a bound: where a step happens to move the outputs little it may be too low. One in a hundred, by half, is allowed
    /// here.
    /// </summary>
    [Fact]
    public void EstimatedError_OfRandomArrays_CoversTheTrueOne()
    {
        int beyond = 0, cases = 0;
        double worst = 0;
        foreach (var (n, ohms) in ((int, double)[])[(24, 1.0), (60, 5.0), (60, 100.0), (40, 1000.0)])
            for (ulong seed = 0; seed < 4; seed++)
            {
                var (cells, words, bits) = RandomArray.Make(n, n + 3, seed);
                var circuit = new ArrayCircuit(cells, ArrayWires.Uniform(ohms));
                var exact = new ArraySolver(circuit, new() { OutputTolerance = 1e-13 }).Solve(words, bits);
                double largest = exact.OutputAmperes.Max(Math.Abs);
                double[] many = [.. Enumerable.Repeat(words, 9).SelectMany(w => w)];
                foreach (double tolerance in (double[])[1e-3, 1e-5, 1e-7, 1e-9, 1e-11])
                {
                    var solver = new ArraySolver(circuit, new() { OutputTolerance = tolerance });
                    var one = ArrayOutputs.Of(solver.Solve(words, bits));
                    foreach (var solved in (ArrayOutputs[])[one, solver.SolveMany(many, bits)])
                    {
                        Assert.True(solved.Converged);
                        double error = exact.OutputAmperes.Zip(solved.OutputAmperes, (a, b) => Math.Abs(a - b)).Max();
                        cases++;
                        if (error > solved.OutputErrorAmperes + 1e-13 * largest) beyond++;
                        worst = Math.Max(worst, error / Math.Max(solved.OutputErrorAmperes, tolerance * largest));
                    }
                }
            }
        output.WriteLine($"{beyond} of {cases} errors above the estimate; worst {worst:f2} of the tolerance");
        Assert.True(worst < 1.5, $"{worst}");
        Assert.True(beyond <= 0.01 * cases, $"{beyond} of {cases}");
    }

    [Fact]
    public void Solve_FromANearbySolution_NeedsFewerIterations()
    {
        var (cells, words, bits) = RandomArray.Make(64, 64, 3);
        var solver = new ArraySolver(new(cells, ArrayWires.Uniform(20)), s_tight);
        var first = solver.Solve(words, bits);
        words[5] *= 1 + 1e-6;
        var cold = solver.Solve(words, bits);
        var warm = solver.Solve(words, bits, near: first);
        Assert.True(warm.Converged);
        Assert.True(warm.Iterations <= cold.Iterations / 2 + 1, $"{warm.Iterations} against {cold.Iterations}");
        for (int j = 0; j < 64; j++) Assert.Equal(cold.OutputAmperes[j], warm.OutputAmperes[j], 1e-11 * cold.OutputAmperes.Max(Math.Abs));
    }

    /// <summary>A differential pair of equal cells: the outputs are a difference of equal currents, of which only rounding is
    /// left.</summary>
    [Theory]
    [InlineData(2, 5, 40)]
    [InlineData(64, 64, 1)]
    public void Outputs_ThatCancel_AreRightToTheRoundingOfTheirParts(int rows, int columns, double ohms)
    {
        var cells = new ConductanceMatrix(rows, columns, [.. Enumerable.Repeat(1e-5, rows * columns)]);
        double[] volts = [.. Enumerable.Range(0, 8 * rows).Select(k => k % 2 == 0 ? 1.0 : -1.0)];
        var solver = new ArraySolver(new(cells, ArrayWires.Uniform(ohms)), new() { OutputTolerance = 1e-13 });
        var many = solver.SolveMany(volts);
        var one = solver.Solve(volts.AsSpan(0, rows), new double[columns]);
        double gross = 1e-5 * rows;
        output.WriteLine($"{many.Iterations} and {one.Iterations} iterations, outputs {many.Outputs(0)[0]:g3} and {one.OutputAmperes[0]:g3} A of {gross:g3} A");
        Assert.True(many.Converged && one.Converged);
        Assert.InRange(many.Iterations, 1, 100);
        if (rows == 2) Assert.InRange(Math.Abs(many.Outputs(0)[0] - one.OutputAmperes[0]), 0, 1e-13 * gross);
        for (int j = 0; j < columns; j++) Assert.Equal(one.OutputAmperes[j], many.Outputs(0)[j], 1e-12 * gross);
    }

    [Fact]
    public void Solve_ThatMayNotIterateEnough_SaysSo()
    {
        var (cells, words, bits) = RandomArray.Make(50, 50, 3);
        var limited = new ArraySolverOptions { OutputTolerance = 1e-10, IterationLimit = 2 };
        var solver = new ArraySolver(new(cells, ArrayWires.Uniform(500)), limited);
        var solution = solver.Solve(words, bits);
        Assert.False(solution.Converged);
        Assert.Equal(2, solution.Iterations);
        Assert.True(solution.ResidualAmperes > 0);
        Assert.False(solver.SolveMany(Enumerable.Repeat(words, 8).SelectMany(w => w).ToArray(), bits).Converged);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(300.0)]
    public void Solve_OnAnyNumberOfThreads_GivesTheSameBytes(double ohms)
    {
        var (cells, words, bits) = RandomArray.Make(203, 210, 8);
        var circuit = new ArrayCircuit(cells, ArrayWires.Uniform(ohms));
        double[] many = [.. Enumerable.Range(0, 37).SelectMany(k => words.Select(v => v * Math.Cos(k)))];
        var one = new ArraySolver(circuit);
        var two = new ArraySolver(circuit, new() { Threads = 2 });
        var three = new ArraySolver(circuit, new() { Threads = 3 });
        Assert.Equal(one.Solve(words, bits).BitNodeVolts, two.Solve(words, bits).BitNodeVolts);
        Assert.Equal(one.Solve(words, bits).BitNodeVolts, three.Solve(words, bits).BitNodeVolts);
        var expected = one.SolveMany(many, bits);
        Assert.Equal(expected.OutputAmperes, two.SolveMany(many, bits).OutputAmperes);
        Assert.Equal(expected.DriverAmperes, three.SolveMany(many, bits).DriverAmperes);
    }
}
