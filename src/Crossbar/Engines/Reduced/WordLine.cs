namespace Crossbar.Engines.Reduced;

/// <summary>
/// One word line with its cells, its own nodes eliminated: a conductance matrix between the bit-line nodes of its row and its driver.
/// The nodes form a chain, so the elimination is a tridiagonal inverse, S = D − D T⁻¹ D; with an ideal word line S is diagonal.
/// </summary>
internal sealed class WordLine
{
    private readonly int _columns;
    private readonly double _segmentSiemens; // infinite for an ideal wire
    private readonly double[] _forward, _backward, _ratio;

    public WordLine(int columns, double segmentOhms)
    {
        _columns = columns;
        _segmentSiemens = 1 / segmentOhms;
        _forward = new double[columns];
        _backward = new double[columns];
        _ratio = new double[columns];
    }

    /// <summary>
    /// Adds the word line to the lower triangle of [[Y, ·], [−Jᵀ, Q]]: rows 0 … columns−1 are bit-line nodes, <paramref name="driverRow"/>
    /// the row of its signal. Cost: columns² / 2.
    /// </summary>
    public void AddTo(double[] m, int stride, ReadOnlySpan<double> cells, int driverRow, int sign)
    {
        if (double.IsPositiveInfinity(_segmentSiemens)) AddIdeal(m, stride, cells, driverRow, sign);
        else AddResistive(m, stride, cells, driverRow, sign);
    }

    private static void AddIdeal(double[] m, int stride, ReadOnlySpan<double> cells, int driverRow, int sign)
    {
        double total = 0;
        for (int j = 0; j < cells.Length; j++)
        {
            m[j * stride + j] += cells[j];
            m[driverRow * stride + j] -= sign * cells[j];
            total += cells[j];
        }
        m[driverRow * stride + driverRow] += total;
    }

    /// <summary>
    /// From the left (driver) end each node sees a conductance f_j, from the right end b_j; both recursions only add and divide positive
    /// numbers. With them T⁻¹ is known: its diagonal is 1/(f_j + g_j + b_j), and one step along the chain multiplies by a divider ratio.
    /// </summary>
    private void AddResistive(double[] m, int stride, ReadOnlySpan<double> cells, int driverRow, int sign)
    {
        double gs = _segmentSiemens;
        int n = _columns;
        _forward[0] = gs;
        for (int j = 1; j < n; j++) _forward[j] = Series(gs, _forward[j - 1] + cells[j - 1]);
        _backward[n - 1] = 0;
        for (int j = n - 2; j >= 0; j--) _backward[j] = Series(gs, _backward[j + 1] + cells[j + 1]);
        for (int j = 0; j < n; j++) _ratio[j] = gs / (gs + _forward[j] + cells[j]);
        double atFirst = 1;
        for (int j = 0; j < n; j++)
        {
            double diagonal = 1 / (_forward[j] + cells[j] + _backward[j]);
            // Own entry as g (f + b) / (g + f + b): no difference of nearly equal numbers.
            m[j * stride + j] += cells[j] * (_forward[j] + _backward[j]) * diagonal;
            double transfer = diagonal * cells[j];
            var row = m.AsSpan(j * stride, j);
            for (int i = j - 1; i >= 0; i--)
            {
                transfer *= _ratio[i];
                row[i] -= transfer * cells[i];
            }
            // Fraction of the driver voltage that reaches node j with all bit lines grounded.
            atFirst = j == 0 ? gs * diagonal : atFirst * gs / (gs + cells[j] + _backward[j]);
            m[driverRow * stride + j] -= sign * cells[j] * atFirst;
        }
        m[driverRow * stride + driverRow] += Series(gs, cells[0] + _backward[0]);
    }

    private static double Series(double a, double b) => a * b / (a + b);
}
