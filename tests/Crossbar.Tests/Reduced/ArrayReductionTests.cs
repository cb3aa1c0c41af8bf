using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Engines.Reduced;
using Crossbar.Tests.Layout;

namespace Crossbar.Tests.Reduced;

public class ArrayReductionTests
{
    /// <summary>Port currents and power of the reduction against the array solved whole, for any signs and signal assignment.</summary>
    [Theory]
    [InlineData(8, 4, 1.0, 1.0)]
    [InlineData(7, 5, 0.0, 2.0)]
    [InlineData(7, 5, 3.0, 0.0)]
    [InlineData(6, 3, 0.0, 0.0)]
    [InlineData(22, 11, 10.0, 30.0)]
    [InlineData(1, 4, 5.0, 5.0)]
    [InlineData(9, 1, 5.0, 5.0)]
    [InlineData(20, 10, 1e-6, 1e-6)]
    public void Ports_OfAReducedArray_CarryTheCurrentsOfTheWholeArray(int rows, int columns, double word, double bit)
    {
        var wires = new ArrayWires { WordSegmentOhms = word, BitSegmentOhms = bit };
        for (ulong seed = 0; seed < 4; seed++)
        {
            var (cells, _, bits) = RandomArray.Make(rows, columns, seed);
            int signals = (rows + 1) / 2;
            int[] signal = [.. Enumerable.Range(0, rows).Select(i => seed % 2 == 0 ? i / 2 : (rows - 1 - i) / 2)];
            int[] sign = [.. Enumerable.Range(0, rows).Select(i => i % 2 == 0 ? 1 : -1)];
            double[] x = [.. Enumerable.Range(0, signals).Select(s => Math.Sin(s + 1.0))];
            double[] words = [.. Enumerable.Range(0, rows).Select(i => sign[i] * x[signal[i]])];
            var reduced = ArrayReduction.Of(cells, wires, signal, sign, signals, CancellationToken.None);
            // The dense solve loses all digits where a segment is 10¹² times better than a cell; the array solver does not.
            var whole = ArraySolver.Solve(cells, wires, words, bits);
            var (output, driver) = word == 1e-6 ? (whole.OutputAmperes, whole.DriverAmperes)
                : DenseNodalSolve.Currents(cells, wires, words, bits);
            double scale = Math.Max(output.Max(Math.Abs), driver.Max(Math.Abs));
            double power = 0;
            for (int j = 0; j < columns; j++)
            {
                double into = 0;
                for (int l = 0; l < columns; l++)
                    into += (reduced.YIsDiagonal ? (l == j ? reduced.Y[j] : 0) : reduced.Y[j * columns + l]) * bits[l];
                for (int s = 0; s < signals; s++)
                {
                    into -= reduced.B[j * signals + s] * x[s];
                    power -= x[s] * reduced.B[j * signals + s] * bits[j];
                }
                Assert.Equal(-output[j], into, 1e-10 * scale);
            }
            for (int s = 0; s < signals; s++)
                for (int t = 0; t < signals; t++) power += x[s] * reduced.Q[s * signals + t] * x[t];
            double expected = words.Zip(driver, (v, a) => v * a).Sum();
            Assert.Equal(expected, power, 1e-10 * scale);
        }
    }

    /// <summary>Nearly ideal wires against ideal ones: the reduction must not lose digits where rG is tiny.</summary>
    [Fact]
    public void Reduction_WithVanishingWires_TendsToTheIdealOne()
    {
        var (cells, _, _) = RandomArray.Make(30, 15, 3);
        int[] signal = [.. Enumerable.Range(0, 30).Select(i => i / 2)],
            sign = [.. Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? 1 : -1)];
        var ideal = ArrayReduction.Of(cells, ArrayWires.Ideal, signal, sign, 15, CancellationToken.None);
        var nearly = ArrayReduction.Of(cells, ArrayWires.Uniform(1e-9), signal, sign, 15, CancellationToken.None);
        for (int j = 0; j < 15; j++)
        {
            Assert.Equal(ideal.Y[j], nearly.Y[j * 15 + j], 1e-9 * ideal.Y[j]);
            for (int s = 0; s < 15; s++) Assert.Equal(ideal.B[j * 15 + s], nearly.B[j * 15 + s], 1e-9 * ideal.Y[j]);
        }
    }
}
