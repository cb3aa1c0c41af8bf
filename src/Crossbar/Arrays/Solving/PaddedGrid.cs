namespace Crossbar.Arrays.Solving;

/// <summary>Storage of one number per cell with rows and columns filled up by zeros, so that loops need no tails: columns to whole vectors
/// of 8 (and never a multiple of the page size apart, which would make one cache set hold a whole column), rows to groups of
/// <see cref="RowGroup"/>. Open cells in the padding keep every quantity there at zero.</summary>
internal sealed class PaddedGrid
{
    /// <summary>Rows that are solved side by side.</summary>
    public const int RowGroup = 4;

    public PaddedGrid(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        PaddedRows = (rows + RowGroup - 1) / RowGroup * RowGroup;
        Stride = (columns + 7) / 8 * 8;
        if (Stride % 128 == 0) Stride += 8;
    }

    public int Rows { get; }

    public int Columns { get; }

    public int PaddedRows { get; }

    public int Stride { get; }

    public double[] New() => new double[PaddedRows * Stride];

    /// <summary>Copies a dense row-major matrix in.</summary>
    public void Fill(double[] padded, ReadOnlySpan<double> dense)
    {
        for (int i = 0; i < Rows; i++) dense.Slice(i * Columns, Columns).CopyTo(padded.AsSpan(i * Stride, Columns));
    }

    /// <summary>The dense row-major matrix inside.</summary>
    public double[] Dense(double[] padded)
    {
        var dense = new double[Rows * Columns];
        for (int i = 0; i < Rows; i++) padded.AsSpan(i * Stride, Columns).CopyTo(dense.AsSpan(i * Columns));
        return dense;
    }
}
