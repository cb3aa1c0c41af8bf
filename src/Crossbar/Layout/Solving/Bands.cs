namespace Crossbar.Layout.Solving;

/// <summary>Runs the parts of a pass on one or more threads and adds their results in the order of the parts: the same bytes at any number of threads.</summary>
internal sealed class Bands(int threads, int largestCount)
{
    private readonly double[] _parts = new double[largestCount];
    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = threads };

    public double Sum(int count, Func<int, double> part)
    {
        if (threads == 1)
            for (int k = 0; k < count; k++) _parts[k] = part(k);
        else Parallel.For(0, count, _options, k => _parts[k] = part(k));
        double sum = 0;
        for (int k = 0; k < count; k++) sum += _parts[k];
        return sum;
    }
}
