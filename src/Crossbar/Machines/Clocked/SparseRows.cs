namespace Crossbar.Machines.Clocked;

/// <summary>Rows of a matrix in single precision, entries that are not zero only, as the replica loop reads them.</summary>
internal sealed class SparseRows
{
    public SparseRows(int size, Func<int, IEnumerable<(int Column, double Value)>> row, ReadOnlySpan<double> fields)
    {
        Starts = new int[size + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (int i = 0; i < size; i++)
        {
            foreach (var (column, value) in row(i))
            {
                if (value == 0) continue;
                columns.Add(column);
                values.Add((float)value);
            }
            Starts[i + 1] = columns.Count;
        }
        (Columns, Values, Fields) = ([.. columns], [.. values], new float[size]);
        for (int i = 0; i < size; i++) Fields[i] = (float)fields[i];
    }

    public int[] Starts { get; }

    public int[] Columns { get; }

    public float[] Values { get; }

    public float[] Fields { get; }
}
