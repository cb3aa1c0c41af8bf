namespace Crossbar.Arrays.Solving;

/// <summary>All lines of one direction, factorised: for each line the matrix L + G of its wire segments, terminals and cells. A resistive
/// line is a chain, eliminated from its start: with conductances in units of one segment, the node sees s = G + s'/(1 + s') towards the
/// start, and the pivot is 1 + s (at the last node s plus its terminal). These recursions only add and divide positive numbers, so every
/// pivot is good to rounding for any ratio of wire to cell resistance. An ideal line is one node.</summary>
internal sealed class LineFamily
{
    private readonly PaddedGrid _grid;

    private LineFamily(PaddedGrid grid, double segmentOhms, int lines, LineTerminals terminals)
    {
        _grid = grid;
        SegmentOhms = segmentOhms;
        (Start, End, InverseTotal) = (new double[lines], new double[lines], new double[lines]);
        Pinned = new bool[lines];
        if (!IsIdeal) InversePivots = grid.New();
        for (int line = 0; line < lines; line++)
        {
            double start = terminals.StartOf(line) + segmentOhms, end = terminals.EndOf(line) + segmentOhms;
            Pinned[line] = start == 0 || end == 0;
            Start[line] = Pinned[line] ? 0 : 1 / start;
            End[line] = Pinned[line] ? 0 : 1 / end;
        }
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

    /// <summary>Of resistive bit lines: the reciprocal pivots of the elimination from the end, rows × columns, made by
    /// <see cref="FactorFromEnd"/>.</summary>
    public double[] InversePivotsFromEnd { get; private set; } = [];

    public int Lines => Start.Length;

    /// <summary>The voltage that a line's losses are counted from: its port's, or zero when it has none.</summary>
    public double PortVolts(int line, double volts) => Pinned[line] || Start[line] > 0 || End[line] > 0 ? volts : 0;

    /// <summary>The word lines of a grid, not yet factorised.</summary>
    public static LineFamily Words(PaddedGrid grid, double segmentOhms, LineTerminals terminals)
    {
        terminals.CheckCount(grid.Rows, nameof(ArrayCircuit.WordTerminals));
        return new(grid, segmentOhms, grid.Rows, terminals);
    }

    /// <summary>The bit lines of a grid, not yet factorised.</summary>
    public static LineFamily Bits(PaddedGrid grid, double segmentOhms, LineTerminals terminals)
    {
        terminals.CheckCount(grid.Columns, nameof(ArrayCircuit.BitTerminals));
        return new(grid, segmentOhms, grid.Columns, terminals);
    }

    /// <summary>Factorises the lines as word lines of these cells.</summary>
    public void FactorWords(double[] siemens)
    {
        for (int i = 0; i < _grid.Rows; i++) Factor(i, siemens.AsSpan(i * _grid.Stride), 1, _grid.Columns, i * _grid.Stride);
    }

    /// <summary>Factorises the lines as bit lines of these cells.</summary>
    public void FactorBits(double[] siemens)
    {
        InversePivotsFromEnd = [];
        if (IsIdeal)
            for (int j = 0; j < _grid.Columns; j++) Factor(j, siemens.AsSpan(j), _grid.Stride, _grid.Rows, j);
        else FactorColumns(siemens);
    }

    /// <summary>Also eliminates resistive bit lines from their ends, for sweeps that go both ways.</summary>
    public void FactorFromEnd(double[] siemens)
    {
        if (InversePivotsFromEnd.Length > 0) return;
        var pivots = _grid.New();
        var seen = new double[_grid.Columns];
        for (int j = 0; j < seen.Length; j++) seen[j] = End[j] * SegmentOhms;
        for (int i = _grid.Rows - 1; i >= 0; i--)
            FactorRow(siemens.AsSpan(i * _grid.Stride, _grid.Columns), pivots.AsSpan(i * _grid.Stride, _grid.Columns), seen, i == 0 ? Start
                : null);
        InversePivotsFromEnd = pivots;
    }

    private void Factor(int line, ReadOnlySpan<double> siemens, int step, int nodes, int offset)
    {
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
    private void FactorColumns(double[] siemens)
    {
        var seen = new double[_grid.Columns];
        for (int j = 0; j < seen.Length; j++) seen[j] = Start[j] * SegmentOhms;
        for (int i = 0; i < _grid.Rows; i++)
            FactorRow(siemens.AsSpan(i * _grid.Stride, _grid.Columns), InversePivots.AsSpan(i * _grid.Stride, _grid.Columns), seen,
                i == _grid.Rows - 1 ? End : null);
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
