namespace Crossbar.Layout.Solving;

/// <summary>
/// All lines of one direction, factorised: for each line the matrix L + G of its wire segments, terminals and cells. A resistive line is a
/// chain, eliminated from its start: with conductances in units of one segment, the node sees s = G + s'/(1 + s') towards the start, and
/// the pivot is 1 + s (at the last node s plus its terminal). These recursions only add and divide positive numbers, so every pivot is
/// good to rounding for any ratio of wire to cell resistance. An ideal line is one node.
/// </summary>
internal sealed class LineFamily
{
    private LineFamily(double segmentOhms, int lines)
    {
        SegmentOhms = segmentOhms;
        Start = new double[lines];
        End = new double[lines];
        Pinned = new bool[lines];
        InverseTotal = new double[lines];
    }

    /// <summary>Resistance of one segment, Ω; zero for ideal lines.</summary>
    public double SegmentOhms { get; }

    public bool IsIdeal => SegmentOhms == 0;

    /// <summary>Conductance from the first node of each line to its port, S; zero when not connected (and for a pinned line).</summary>
    public double[] Start { get; }

    /// <summary>Conductance from the last node of each line to its port, S.</summary>
    public double[] End { get; }

    /// <summary>Lines that are their port's voltage everywhere: no resistance at all.</summary>
    public bool[] Pinned { get; }

    /// <summary>Of an ideal line: 1 / (all conductance that meets it), Ω; zero when pinned or isolated.</summary>
    public double[] InverseTotal { get; }

    /// <summary>Of resistive lines: the reciprocal pivots in the grid's layout, in units of one segment.</summary>
    public double[] InversePivots { get; private set; } = [];

    /// <summary>Of resistive bit lines: the reciprocal pivots of the elimination from the end, rows × columns, made by <see cref="FactorFromEnd"/>.</summary>
    public double[] InversePivotsFromEnd { get; private set; } = [];

    /// <summary>Number of lines.</summary>
    public int Lines => Start.Length;

    /// <summary>The voltage that a line's losses are counted from: its port's, or zero when it has none.</summary>
    public double PortVolts(int line, double volts) => Pinned[line] || Start[line] > 0 || End[line] > 0 ? volts : 0;

    /// <summary>Factorises the word lines of a grid.</summary>
    public static LineFamily Words(PaddedGrid grid, double[] siemens, double segmentOhms, LineTerminals terminals)
    {
        terminals.CheckCount(grid.Rows, nameof(ArrayCircuit.WordTerminals));
        var family = new LineFamily(segmentOhms, grid.Rows);
        if (!family.IsIdeal) family.InversePivots = grid.New();
        for (int i = 0; i < grid.Rows; i++)
            family.Factor(i, siemens.AsSpan(i * grid.Stride), 1, grid.Columns, terminals, i * grid.Stride);
        return family;
    }

    /// <summary>Factorises the bit lines of a grid.</summary>
    public static LineFamily Bits(PaddedGrid grid, double[] siemens, double segmentOhms, LineTerminals terminals)
    {
        terminals.CheckCount(grid.Columns, nameof(ArrayCircuit.BitTerminals));
        var family = new LineFamily(segmentOhms, grid.Columns);
        if (family.IsIdeal)
        {
            for (int j = 0; j < grid.Columns; j++) family.Factor(j, siemens.AsSpan(j), grid.Stride, grid.Rows, terminals, j);
            return family;
        }
        family.InversePivots = grid.New();
        for (int j = 0; j < grid.Columns; j++) family.Connect(j, terminals);
        family.FactorColumns(grid, siemens);
        return family;
    }

    /// <summary>Also eliminates resistive bit lines from their ends, for sweeps that go both ways.</summary>
    public void FactorFromEnd(PaddedGrid grid, double[] siemens)
    {
        if (InversePivotsFromEnd.Length > 0) return;
        var pivots = grid.New();
        var seen = new double[grid.Columns];
        for (int j = 0; j < seen.Length; j++) seen[j] = End[j] * SegmentOhms;
        for (int i = grid.Rows - 1; i >= 0; i--)
            FactorRow(siemens.AsSpan(i * grid.Stride, grid.Columns), pivots.AsSpan(i * grid.Stride, grid.Columns), seen, i == 0 ? Start : null);
        InversePivotsFromEnd = pivots;
    }

    private void Connect(int line, LineTerminals terminals)
    {
        double start = terminals.StartOf(line) + SegmentOhms, end = terminals.EndOf(line) + SegmentOhms;
        Pinned[line] = start == 0 || end == 0;
        Start[line] = Pinned[line] ? 0 : 1 / start;
        End[line] = Pinned[line] ? 0 : 1 / end;
    }

    private void Factor(int line, ReadOnlySpan<double> siemens, int step, int nodes, LineTerminals terminals, int offset)
    {
        Connect(line, terminals);
        if (IsIdeal)
        {
            double total = Start[line] + End[line];
            for (int k = 0; k < nodes; k++) total += siemens[k * step];
            InverseTotal[line] = Pinned[line] || total == 0 ? 0 : 1 / total;
            return;
        }
        double seen = Start[line] * SegmentOhms;
        for (int k = 0; k < nodes; k++)
        {
            seen += siemens[k * step] * SegmentOhms;
            if (k < nodes - 1)
            {
                double inverse = 1 / (1 + seen);
                InversePivots[offset + k * step] = inverse;
                seen *= inverse;
            }
            else
            {
                seen += End[line] * SegmentOhms;
                // A line without any cell or terminal carries nothing; its voltage is undefined and kept at zero.
                InversePivots[offset + k * step] = seen > 0 ? 1 / seen : 0;
            }
        }
    }

    /// <summary>The same recursion for all columns at once, row by row, so that memory is read in order.</summary>
    private void FactorColumns(PaddedGrid grid, double[] siemens)
    {
        var seen = new double[grid.Columns];
        for (int j = 0; j < seen.Length; j++) seen[j] = Start[j] * SegmentOhms;
        for (int i = 0; i < grid.Rows; i++)
            FactorRow(siemens.AsSpan(i * grid.Stride, grid.Columns), InversePivots.AsSpan(i * grid.Stride, grid.Columns), seen,
                i == grid.Rows - 1 ? End : null);
    }

    /// <summary>One node of every column; the last one meets the far port instead of another segment.</summary>
    private void FactorRow(ReadOnlySpan<double> cells, Span<double> inverse, double[] seen, double[]? port)
    {
        for (int j = 0; j < cells.Length; j++)
        {
            double s = seen[j] + cells[j] * SegmentOhms;
            if (port is null)
            {
                inverse[j] = 1 / (1 + s);
                seen[j] = s * inverse[j];
                continue;
            }
            s += port[j] * SegmentOhms;
            // A line without any cell or terminal carries nothing; its voltage is undefined and kept at zero.
            inverse[j] = s > 0 ? 1 / s : 0;
        }
    }
}
