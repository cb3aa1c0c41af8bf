using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Circuits;

namespace Crossbar.Engines.Reduced;

/// <summary>A crossbar array seen from its ports: the bit-line ends (voltages u) and the signals x that drive its word lines, each word
/// line at plus or minus one signal. Exact for linear cells and resistive wires. Current into the array at the bit-line ends: i = Y u − B x
/// (A). Power the word-line drivers deliver: xᵀQ x − xᵀBᵀu (W).</summary>
/// <param name="Y">Admittance at the bit-line ends, columns × columns, S; with ideal wires only its diagonal (columns numbers).</param>
/// <param name="YIsDiagonal">True when <paramref name="Y"/> holds only the diagonal.</param>
/// <param name="B">Transfer, columns × signals, row-major, S.</param>
/// <param name="Q">Admittance at the drivers, signals × signals, row-major, S.</param>
internal sealed record ArrayReduction(double[] Y, bool YIsDiagonal, double[] B, double[] Q)
{
    /// <summary>Reduces an array.</summary>
    /// <param name="cells">Cells, rows = word lines.</param>
    /// <param name="wires">Wire resistances.</param>
    /// <param name="signal">For every word line, which signal drives it.</param>
    /// <param name="sign">For every word line, +1 or −1.</param>
    /// <param name="signals">Number of signals.</param>
    /// <param name="cancellation">Ends a long reduction.</param>
    public static ArrayReduction Of(ConductanceMatrix cells, ArrayWires wires, int[] signal, int[] sign, int signals,
        CancellationToken cancellation)
        => wires.IsIdeal ? Ideal(cells, signal, sign, signals) : Wired(cells, wires, signal, sign, signals, cancellation);

    private static ArrayReduction Ideal(ConductanceMatrix cells, int[] signal, int[] sign, int signals)
    {
        int columns = cells.Columns;
        var y = new double[columns];
        var b = new double[columns * signals];
        var q = new double[signals * signals];
        for (int i = 0; i < cells.Rows; i++)
        {
            double total = 0;
            for (int j = 0; j < columns; j++)
            {
                double g = cells[i, j];
                y[j] += g;
                b[j * signals + signal[i]] += sign[i] * g;
                total += g;
            }
            q[signal[i] * signals + signal[i]] += total;
        }
        return new(y, true, b, q);
    }

    /// <summary>One solution of the whole array for each port at 1 V and the others at 0 V, all of them in one call; what flows at the
    /// ports are the columns of the port admittance. Cost: (columns + signals) · cells · iterations; the solver needs 8 numbers a cell, and
    /// a thread 8 more.</summary>
    private static ArrayReduction Wired(
        ConductanceMatrix cells, ArrayWires wires, int[] signal, int[] sign, int signals, CancellationToken cancellation)
    {
        int rows = cells.Rows, columns = cells.Columns, ports = columns + signals;
        var words = new double[ports * rows];
        var bits = new double[ports * columns];
        for (int j = 0; j < columns; j++) bits[j * columns + j] = 1;
        for (int i = 0; i < rows; i++) words[(columns + signal[i]) * rows + i] = sign[i];
        var solved = new ArraySolver(new(cells, wires), s_options).SolveMany(words, bits, cancellation);
        if (!solved.Converged)
            throw new CircuitException(ReducedEngine.EngineName, $"the array of {rows} x {columns} cells could not be reduced: after "
                + $"{solved.Iterations} iterations the port currents are still in doubt by {solved.OutputErrorAmperes:g2} A per volt.");
        double[] y = new double[columns * columns], b = new double[columns * signals], q = new double[signals * signals];
        for (int j = 0; j < columns; j++)
            for (int l = 0; l < columns; l++) y[j * columns + l] = -0.5 * (solved.Outputs(l)[j] + solved.Outputs(j)[l]);
        for (int s = 0; s < signals; s++)
        {
            var outputs = solved.Outputs(columns + s);
            for (int j = 0; j < columns; j++) b[j * signals + s] = outputs[j];
            var drivers = solved.Drivers(columns + s);
            for (int i = 0; i < rows; i++) q[signal[i] * signals + s] += sign[i] * drivers[i];
        }
        for (int s = 0; s < signals; s++)
            for (int t = 0; t < s; t++) q[s * signals + t] = q[t * signals + s] = 0.5 * (q[s * signals + t] + q[t * signals + s]);
        return new(y, false, b, q);
    }

    // 1e-13 of the largest port current: rounding, and nothing else, is left of the reduction's error.
    private static readonly ArraySolverOptions s_options = new() { OutputTolerance = 1e-13, Threads = Environment.ProcessorCount };
}
