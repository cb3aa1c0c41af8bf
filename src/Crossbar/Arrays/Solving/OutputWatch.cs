namespace Crossbar.Arrays.Solving;

/// <summary>Decides when to stop: follows the output currents from iteration to iteration. Their last change δ and the rate q at which the
/// changes shrink bound what is still to come by the geometric series δ q / (1 − q), doubled for safety. The rate is the slower of the last
/// two and never below <see cref="LeastRate"/>, so that one lucky step does not end the iteration.</summary>
internal sealed class OutputWatch(int columns, double tolerance)
{
    /// <summary>Changes of less than this fraction of the largest current are rounding: sums over a line of hundreds of cells.</summary>
    public const double Rounding = 2e-14;

    /// <summary>Estimates are multiplied by this (our choice, by the measured quality of the estimate; see the tests).</summary>
    public const double Safety = 2;

    private const double LeastRate = 0.03, MostRate = 0.99;
    private readonly double[] _last = new double[columns];
    private double _change, _rate;
    private int _observations;

    /// <summary>Estimated largest error of an output current, A.</summary>
    public double ErrorAmperes { get; private set; } = double.PositiveInfinity;

    /// <summary>Largest output current, A.</summary>
    public double LargestAmperes { get; private set; }

    public bool IsContent => ErrorAmperes <= tolerance * LargestAmperes;

    public void Observe(SchurSystem system)
    {
        double change = 0, largest = 0;
        for (int j = 0; j < _last.Length; j++)
        {
            double now = system.Output(j);
            change = Math.Max(change, Math.Abs(now - _last[j]));
            largest = Math.Max(largest, Math.Abs(now));
            _last[j] = now;
        }
        LargestAmperes = largest;
        if (_observations++ > 1)
        {
            bool isRounding = change <= Rounding * largest;
            double rate = isRounding ? LeastRate : Math.Clamp(_change == 0 ? 1 : change / _change, LeastRate, MostRate);
            double slower = isRounding ? rate : Math.Max(rate, _rate);
            // Two rates are needed before either is believed.
            if (_observations > 3 || isRounding) ErrorAmperes = Safety * change * slower / (1 - slower);
            _rate = rate;
        }
        _change = change;
    }

    /// <summary>The residual is nothing but rounding: no further iteration can change the outputs.</summary>
    public void ObserveRoundingOnly() => ErrorAmperes = Math.Min(ErrorAmperes, 1e-15 * LargestAmperes);
}
