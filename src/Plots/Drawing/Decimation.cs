namespace Plots.Drawing;

/// <summary>Thins a long waveform to what a screen can show.</summary>
internal static class Decimation
{
    /// <summary>Indexes to keep, ascending: of each of <paramref name="buckets"/> equal intervals of the axis the first and last point and
    /// the lowest and highest value, so that no spike is lost and the curve covers the same pixels. Of several points in a row that are not
    /// finite (a gap) one is kept. All points are kept when they are few, or when the positions ever go back.</summary>
    /// <param name="positions">Positions along the axis (after the logarithm, if the axis has one).</param>
    /// <param name="values">Values, as many.</param>
    /// <param name="buckets">Intervals, at least 1.</param>
    public static int[] Keep(ReadOnlySpan<double> positions, ReadOnlySpan<double> values, int buckets)
    {
        if (values.Length <= 4 * buckets || !IsAscending(positions)) return [.. Enumerable.Range(0, values.Length)];
        var kept = new List<int>(4 * buckets);
        double scale = buckets / (positions[^1] - positions[0]), origin = positions[0];
        for (int start = 0; start < values.Length;)
        {
            if (!double.IsFinite(values[start]))
            {
                if (kept.Count == 0 || double.IsFinite(values[kept[^1]])) kept.Add(start);
                start++;
                continue;
            }
            int bucket = Bucket(positions[start], origin, scale, buckets), low = start, high = start, end = start + 1;
            for (; end < values.Length && double.IsFinite(values[end]) && Bucket(positions[end], origin, scale, buckets) == bucket; end++)
            {
                if (values[end] < values[low]) low = end;
                if (values[end] > values[high]) high = end;
            }
            int previous = -1;
            foreach (int index in (ReadOnlySpan<int>)[start, Math.Min(low, high), Math.Max(low, high), end - 1])
            {
                if (index > previous) kept.Add(index);
                previous = Math.Max(previous, index);
            }
            start = end;
        }
        return [.. kept];
    }

    private static int Bucket(double position, double origin, double scale, int buckets) =>
        Math.Min((int)((position - origin) * scale), buckets - 1);

    private static bool IsAscending(ReadOnlySpan<double> positions)
    {
        for (int i = 1; i < positions.Length; i++)
            if (!(positions[i] >= positions[i - 1])) return false;
        return positions.Length > 1 && positions[^1] > positions[0];
    }
}
