namespace Crossbar.Arrays.Solving;

/// <summary>Runs the parts of a pass on one or more threads, each a run of neighbouring parts, and adds their results in the order of the
/// parts: the same bytes at any number of threads.</summary>
internal sealed class Bands
{
    private readonly double[] _results;
    private readonly int _threads;
    private readonly ParallelOptions _options;
    private readonly Action<int> _share;
    private Func<int, double> _part = null!;
    private int _count;

    public Bands(int threads, int largestCount)
    {
        _threads = threads;
        _results = new double[largestCount];
        _options = new() { MaxDegreeOfParallelism = threads };
        _share = Share;
    }

    public double Sum(int count, Func<int, double> part)
    {
        (_part, _count) = (part, count);
        if (_threads == 1) Share(0);
        else Parallel.For(0, _threads, _options, _share);
        double sum = 0;
        for (int k = 0; k < count; k++) sum += _results[k];
        return sum;
    }

    private void Share(int thread)
    {
        int end = (int)((long)_count * (thread + 1) / _threads);
        for (int k = (int)((long)_count * thread / _threads); k < end; k++) _results[k] = _part(k);
    }
}
