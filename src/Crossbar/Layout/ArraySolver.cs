using System.Numerics.Tensors;
using Hopfield.Numerics;

namespace Crossbar.Layout;

/// <summary>
/// DC solution of one crossbar with wire resistance by matrix-free conjugate gradients. With v the cell voltages, G the cell
/// conductances and P the wire operator (cell currents → voltage lost along the word line plus along the bit line), v + P G v = V₀.
/// With y = √G v this is (I + √G P √G) y = √G V₀: symmetric positive definite for any wires and any open cells, in O(rows · columns)
/// memory and time per iteration. P is two cumulative sums per line.
/// </summary>
public static class ArraySolver
{
    /// <summary>Solves for given voltages at the word-line drivers and at the bit-line ends.</summary>
    /// <param name="cells">Cells.</param>
    /// <param name="wires">Wire resistances.</param>
    /// <param name="wordVolts">Voltage of each word line's driver, rows numbers, V.</param>
    /// <param name="bitVolts">Voltage at each bit line's end, columns numbers, V.</param>
    /// <param name="relativeTolerance">Stop when the residual is this fraction of the largest cell current. Default 1e-12 (our choice).</param>
    /// <param name="cancellation">Ends a long solution.</param>
    public static ArraySolution Solve(
        ConductanceMatrix cells, ArrayWires wires, ReadOnlySpan<double> wordVolts, ReadOnlySpan<double> bitVolts,
        double relativeTolerance = 1e-12, CancellationToken cancellation = default)
    {
        int rows = cells.Rows, columns = cells.Columns, count = rows * columns;
        Check.Length(wordVolts.Length, rows, nameof(wordVolts));
        Check.Length(bitVolts.Length, columns, nameof(bitVolts));
        var root = new double[count];
        TensorPrimitives.Sqrt(cells.Siemens, root);
        var ideal = new double[count];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                ideal[i * columns + j] = wordVolts[i] - bitVolts[j];
        var y = new double[count];
        TensorPrimitives.Multiply(root, ideal, y);
        var operation = new Operator(rows, columns, wires, root);
        int iterations = wires.IsIdeal ? 0 : Iterate(operation, y, relativeTolerance, cancellation);

        var current = new double[count];
        TensorPrimitives.Multiply(root, y, current);
        var drop = new double[count];
        var (wire, output, driver) = operation.WireDrop(current, drop);
        double residual = 0, largest = 0, heat = 0;
        var volts = new double[count];
        for (int i = 0; i < count; i++)
        {
            volts[i] = ideal[i] - drop[i];
            residual = Math.Max(residual, Math.Abs(current[i] - cells.Siemens[i] * volts[i]));
            largest = Math.Max(largest, Math.Abs(current[i]));
            heat += current[i] * volts[i];
        }
        return new ArraySolution
        {
            CellAmperes = current,
            CellVolts = volts,
            OutputAmperes = output,
            DriverAmperes = driver,
            CellWatts = heat,
            WireWatts = wire,
            ResidualAmperes = residual,
            Iterations = iterations,
            // The iteration stops on the norm of all residuals; a single cell may then exceed the tolerance somewhat.
            Converged = residual <= Math.Max(relativeTolerance, 1e-13) * largest * 10,
        };
    }

    private static int Iterate(Operator operation, double[] y, double tolerance, CancellationToken cancellation)
    {
        int count = y.Length;
        double[] residual = new double[count], direction = new double[count], image = new double[count];
        double scale = TensorPrimitives.Norm<double>(y);
        if (scale == 0) return 0;
        operation.Apply(y, image);
        // The right side is y itself (ideal wires): residual = b − A y with y = b as the first guess.
        TensorPrimitives.Subtract(y, image, residual);
        residual.CopyTo(direction, 0);
        double rho = TensorPrimitives.Dot<double>(residual, residual);
        double best = double.PositiveInfinity;
        int stalled = 0, iteration = 0;
        while (iteration < 20_000 && stalled < 20)
        {
            cancellation.ThrowIfCancellationRequested();
            double norm = Math.Sqrt(rho);
            if (norm <= tolerance * scale) break;
            stalled = norm < best ? 0 : stalled + 1;
            best = Math.Min(best, norm);
            operation.Apply(direction, image);
            double alpha = rho / TensorPrimitives.Dot<double>(direction, image);
            TensorPrimitives.MultiplyAdd(direction, alpha, y, y);
            TensorPrimitives.MultiplyAdd(image, -alpha, residual, residual);
            double next = TensorPrimitives.Dot<double>(residual, residual);
            TensorPrimitives.MultiplyAdd(direction, next / rho, residual, direction);
            rho = next;
            iteration++;
        }
        return iteration;
    }

    /// <summary>y ↦ (I + √G P √G) y and the wire operator P itself.</summary>
    private sealed class Operator(int rows, int columns, ArrayWires wires, double[] root)
    {
        private readonly double[] _current = new double[root.Length], _drop = new double[root.Length];
        private readonly double[] _line = new double[columns];

        public void Apply(ReadOnlySpan<double> y, Span<double> image)
        {
            TensorPrimitives.Multiply(root, y, _current);
            WireDrop(_current, _drop);
            TensorPrimitives.Multiply(root, _drop, image);
            TensorPrimitives.Add(image, y, image);
        }

        /// <summary>Voltage lost between the ports and each cell for given cell currents; also the heat in the wires and the port currents.</summary>
        public (double Watts, double[] Output, double[] Driver) WireDrop(ReadOnlySpan<double> current, Span<double> drop)
        {
            double rw = wires.WordSegmentOhms, rb = wires.BitSegmentOhms, watts = 0;
            var driver = new double[rows];
            for (int i = 0; i < rows; i++)
            {
                var row = current.Slice(i * columns, columns);
                var target = drop.Slice(i * columns, columns);
                double flowing = TensorPrimitives.Sum(row), lost = 0;
                driver[i] = flowing;
                for (int j = 0; j < columns; j++)
                {
                    lost += rw * flowing;
                    watts += rw * flowing * flowing;
                    target[j] = lost;
                    flowing -= row[j];
                }
            }
            // Bit lines, all columns at once: current collected from the top, then the drop summed from the bottom.
            var collected = new double[columns];
            if (rb == 0)
            {
                for (int i = 0; i < rows; i++) TensorPrimitives.Add(collected, current.Slice(i * columns, columns), collected);
                return (watts, collected, driver);
            }
            var segment = _line;
            Span<double> lostBelow = new double[columns];
            for (int i = 0; i < rows; i++) TensorPrimitives.Add(collected, current.Slice(i * columns, columns), collected);
            collected.CopyTo(segment, 0);
            for (int i = rows - 1; i >= 0; i--)
            {
                var row = current.Slice(i * columns, columns);
                watts += rb * TensorPrimitives.SumOfSquares<double>(segment);
                TensorPrimitives.MultiplyAdd(segment, rb, lostBelow, lostBelow);
                var target = drop.Slice(i * columns, columns);
                TensorPrimitives.Add(target, lostBelow, target);
                TensorPrimitives.Subtract(segment, row, segment);
            }
            return (watts, collected, driver);
        }
    }
}
