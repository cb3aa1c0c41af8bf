namespace Crossbar.Tests.Layout;

/// <summary>
/// An array with wires in decimal arithmetic of 28 digits, every node an unknown, dense elimination: currents certain far beyond a double.
/// Word lines are driven at their first column through one segment, bit lines end at 0 V one segment after their last row.
/// </summary>
internal static class DecimalNodal
{
    /// <summary>Currents out of the bit lines, A. Conductances go in as whole nanosiemens: the smallest decimal is 1e-28, so microsiemens
    /// are the unit inside.</summary>
    public static decimal[] OutputAmperes(int rows, int columns, long[] nanosiemens, int wordOhms, int bitOhms, int[] millivolts)
    {
        int cells = rows * columns, count = 2 * cells;
        decimal word = 1e6m / wordOhms, bit = 1e6m / bitOhms;
        var a = new decimal[count][];
        for (int k = 0; k < count; k++) a[k] = new decimal[count + 1];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
            {
                int w = i * columns + j, b = cells + w;
                Join(w, b, nanosiemens[w] * 1e-3m);
                if (j > 0) Join(w - 1, w, word);
                else Hold(w, word, millivolts[i] * 1e-3m);
                if (i > 0) Join(b - columns, b, bit);
                if (i == rows - 1) Hold(b, bit, 0);
            }
        Eliminate(a);
        return [.. Enumerable.Range(0, columns).Select(j => a[cells + (rows - 1) * columns + j][count] * bit * 1e-6m)];

        void Join(int from, int to, decimal siemens)
        {
            a[from][from] += siemens;
            a[to][to] += siemens;
            a[from][to] -= siemens;
            a[to][from] -= siemens;
        }

        void Hold(int node, decimal siemens, decimal volts)
        {
            a[node][node] += siemens;
            a[node][count] += siemens * volts;
        }
    }

    // The matrix is diagonally dominant: no pivoting. The solution is left in the last column.
    private static void Eliminate(decimal[][] a)
    {
        int count = a.Length;
        for (int k = 0; k < count; k++)
            for (int i = k + 1; i < count; i++)
            {
                if (a[i][k] == 0) continue;
                decimal factor = a[i][k] / a[k][k];
                for (int j = k; j <= count; j++) a[i][j] -= factor * a[k][j];
            }
        for (int k = count - 1; k >= 0; k--)
        {
            for (int j = k + 1; j < count; j++) a[k][count] -= a[k][j] * a[j][count];
            a[k][count] /= a[k][k];
        }
    }
}
