using Crossbar.Layout;

namespace Crossbar.Engines.Reduced;

/// <summary>
/// A crossbar array seen from its ports: the bit-line ends (voltages u) and the signals x that drive its word lines, each word line
/// at plus or minus one signal. Exact for linear cells and resistive wires.
/// Current into the array at the bit-line ends: i = Y u − B x (A). Power the word-line drivers deliver: xᵀQ x − xᵀBᵀu (W).
/// </summary>
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
    public static ArrayReduction Of(ConductanceMatrix cells, ArrayWires wires, int[] signal, int[] sign, int signals, CancellationToken cancellation)
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

    /// <summary>
    /// Walks down the word lines, carrying the admittance Y, transfer J and drive admittance Q seen at the bit-line nodes of the row
    /// reached so far. Adding word line k adds its own reduced conductances; passing the bit-line segment below it, resistance r, is
    /// Y' = (I − (I + rY)⁻¹)/r, J' = (I + rY)⁻¹J, Q' = Q − rJᵀ(I + rY)⁻¹J: one symmetric sweep of [[I + rY, ·], [√r Jᵀ, Q]].
    /// Cost: 14/3 columns⁴ floating-point operations for differential pairs (rows = 2 columns); memory 4 columns².
    /// </summary>
    private static ArrayReduction Wired(
        ConductanceMatrix cells, ArrayWires wires, int[] signal, int[] sign, int signals, CancellationToken cancellation)
    {
        int n = cells.Columns;
        double r = wires.BitSegmentOhms;
        var (order, rank) = FirstUse(signal, signals);
        int full = n + signals, stride = SymmetricSweep.StrideFor(full);
        // Lower triangle of [[Y, ·], [−Jᵀ, Q]] in siemens.
        var m = new double[SymmetricSweep.RowsFor(full) * stride];
        var sweep = new SymmetricSweep(full, stride);
        var line = new WordLine(n, wires.WordSegmentOhms);
        double[]? correction = null;
        int active = 0;
        for (int k = 0; k < cells.Rows; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            int s = rank[signal[k]];
            active = Math.Max(active, s + 1);
            line.AddTo(m, stride, cells.Row(k), n + s, sign[k]);
            if (r > 0) PassSegment(m, stride, n, active, r, sweep, ref correction);
        }
        var y = new double[n * n];
        var b = new double[n * signals];
        var q = new double[signals * signals];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                y[i * n + j] = y[j * n + i] = m[i * stride + j];
        for (int s = 0; s < active; s++)
        {
            for (int j = 0; j < n; j++) b[j * signals + order[s]] = -m[(n + s) * stride + j];
            for (int t = 0; t <= s; t++)
                q[order[s] * signals + order[t]] = q[order[t] * signals + order[s]] = m[(n + s) * stride + n + t];
        }
        return new(y, false, b, q);
    }

    private static void PassSegment(double[] m, int stride, int n, int active, double r, SymmetricSweep sweep, ref double[]? correction)
    {
        int order = n + active;
        // Scale to [[I + rY, ·], [−Jᵀ, Q/r]] so that the sweep gives (I + rY)⁻¹ with pivots near 1.
        double largest = 0;
        for (int i = 0; i < n; i++)
        {
            double rowSum = 0;
            var row = m.AsSpan(i * stride, i + 1);
            for (int j = 0; j <= i; j++)
            {
                row[j] *= r;
                rowSum += Math.Abs(row[j]);
            }
            largest = Math.Max(largest, rowSum);
        }
        double[]? before = null;
        if (largest < CancellationLimit)
        {
            before = correction ??= new double[n * n];
            for (int i = 0; i < n; i++)
                for (int j = 0; j <= i; j++)
                    before[i * n + j] = before[j * n + i] = m[i * stride + j];
        }
        for (int i = 0; i < n; i++) m[i * stride + i] += 1;
        for (int s = n; s < order; s++)
        {
            var row = m.AsSpan(s * stride + n, s - n + 1);
            for (int t = 0; t < row.Length; t++) row[t] /= r;
        }
        sweep.Sweep(m, n, order);
        for (int i = 0; i < n; i++)
        {
            var row = m.AsSpan(i * stride, i + 1);
            row[i] += 1; // I − (I + rY)⁻¹
            for (int j = 0; j <= i; j++) row[j] /= r;
        }
        for (int s = n; s < order; s++)
        {
            var row = m.AsSpan(s * stride + n, s - n + 1);
            for (int t = 0; t < row.Length; t++) row[t] *= r;
        }
        if (before is not null) RestoreDigits(m, stride, before, n, r);
    }

    /// <summary>Below this ‖rY‖ the difference I − (I + rY)⁻¹ has lost four digits, and one cheap correction brings them back.</summary>
    private const double CancellationLimit = 1e-4;

    /// <summary>E = X(I + X)⁻¹ from an E that is only good absolutely: E ← X − X E shrinks its error by ‖X‖.</summary>
    private static void RestoreDigits(double[] m, int stride, double[] x, int n, double r)
    {
        var e = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                e[i * n + j] = e[j * n + i] = m[i * stride + j] * r;
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                m[i * stride + j] = (x[i * n + j] - System.Numerics.Tensors.TensorPrimitives.Dot<double>(x.AsSpan(i * n, n), e.AsSpan(j * n, n))) / r;
    }

    /// <summary>Signals in the order in which word lines first use them, so that late ones stay out of the early sweeps.</summary>
    private static (int[] Order, int[] Rank) FirstUse(int[] signal, int signals)
    {
        var rank = new int[signals];
        Array.Fill(rank, -1);
        var order = new List<int>(signals);
        foreach (int s in signal)
            if (rank[s] < 0)
            {
                rank[s] = order.Count;
                order.Add(s);
            }
        return ([.. order], rank);
    }
}
