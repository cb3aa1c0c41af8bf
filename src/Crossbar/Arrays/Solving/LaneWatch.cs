using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Crossbar.Arrays.Solving;

/// <summary><see cref="OutputWatch"/> for eight inputs at once. Every step shows how far one application of T moves the outputs, δ; with
/// the rate q of T on what is left, the error after it is δ q / (1 − q). In plain steps q is seen from one step to the next; in
/// extrapolated ones, where steps go up and down, it is T's largest eigenvalue. The larger of the last two estimates counts.</summary>
internal sealed class LaneWatch(int columns, double tolerance)
{
    private const double LeastRate = 0.01, MostRate = 0.999;
    private Vector512<double> _change, _largest, _latest, _error, _lastRate, _floor;
    private int _observations;

    /// <summary>Slowest rate at which a lane's outputs converge.</summary>
    public double Rate { get; private set; }

    /// <summary>Estimated largest error of an output current in any lane, A.</summary>
    public double ErrorAmperes => _observations > 1 ? Largest(_error) : double.PositiveInfinity;

    /// <summary>True when the present outputs are good enough.</summary>
    public bool IsContent => Holds(_error);

    /// <summary>True when one more plain step will, at the present rate, make them good enough, with a margin of two.</summary>
    public bool IsNearlyContent => Holds(_error * (2 * Math.Min(Rate, 0.5)));

    private bool Holds(Vector512<double> error) =>
        _observations > 1 && Vector512.LessThanOrEqualAll(error, Vector512.Max(tolerance * _largest, _floor));

    public void Forget() => _observations = 0;

    /// <summary>Outputs that are small differences of large currents cannot come closer to each other's size than the rounding of those
    /// currents: from here on an error of that size is good enough. Zero takes it back.</summary>
    /// <param name="gross">For each lane, the largest sum over a bit line of the cells' currents without their signs, A.</param>
    public void AllowRoundingOf(Vector512<double> gross) => _floor = OutputWatch.Rounding * gross;

    /// <summary>Takes note of the outputs.</summary>
    /// <param name="sweeps">The iteration.</param>
    /// <param name="knownRate">T's largest eigenvalue; zero when it is to be observed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Observe(LaneSweeps sweeps, double knownRate)
    {
        Vector512<double> change = default, largest = default;
        for (int j = 0; j < columns; j++)
        {
            change = Vector512.Max(change, Vector512.Abs(sweeps.Change(j)));
            largest = Vector512.Max(largest, Vector512.Abs(sweeps.Output(j)));
        }
        _largest = largest;
        var rate = Vector512.Create(Math.Max(knownRate, LeastRate));
        if (knownRate == 0 && _observations > 0)
        {
            var observed = Vector512.ConditionalSelect(Vector512.GreaterThan(_change, Vector512<double>.Zero), change / _change,
                Vector512<double>.Zero);
            rate = Vector512.Min(Vector512.Max(rate, observed), Vector512.Create(MostRate));
        }
        // Below a few units in the last place, changes are rounding: they neither shrink nor add up.
        var isRounding = Vector512.LessThanOrEqual(change, Vector512.Max(OutputWatch.Rounding * largest, _floor));
        rate = Vector512.ConditionalSelect(isRounding, Vector512.Create(LeastRate), rate);
        Rate = Largest(rate);
        var slower = _observations > 1 && knownRate == 0 ? Vector512.ConditionalSelect(isRounding, rate, Vector512.Max(rate, _lastRate))
            : rate;
        _lastRate = rate;
        var estimate = OutputWatch.Safety * change * slower / (Vector512<double>.One - slower);
        _error = _observations > 1 ? Vector512.Max(estimate, _latest) : estimate;
        if (knownRate == 0) _error = estimate;
        (_change, _latest) = (change, estimate);
        _observations++;
    }

    private static double Largest(Vector512<double> values)
    {
        double largest = 0;
        for (int lane = 0; lane < LaneSweeps.Lanes; lane++) largest = Math.Max(largest, values[lane]);
        return largest;
    }
}
