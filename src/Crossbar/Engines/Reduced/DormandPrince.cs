using System.Numerics.Tensors;

namespace Crossbar.Engines.Reduced;

/// <summary>Explicit Runge–Kutta 5(4) with dense output of order 4 and Hairer's stiffness detector. Source: Dormand and Prince 1980, J.
/// Comp. Appl. Math. 6:19; dense output and detector: Hairer, Nørsett and Wanner, Solving ODEs I, 2nd ed., II.6 and II (DOPRI5).</summary>
internal sealed class DormandPrince : IStepper
{
    private static readonly double[] Node = [0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1];

    private static readonly double[][] Weights =
    [
        [],
        [1.0 / 5],
        [3.0 / 40, 9.0 / 40],
        [44.0 / 45, -56.0 / 15, 32.0 / 9],
        [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
        [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
        [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
    ];

    private static readonly double[] Error =
        [71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40];

    private static readonly double[] Dense =
    [
        -12715105075.0 / 11282082432, 0, 87487479700.0 / 32700410799, -10690763975.0 / 1880347072,
        701980252875.0 / 199316789632, -1453857185.0 / 822651844, 69997945.0 / 29380423,
    ];

    private readonly ITransientDynamics _dynamics;
    private readonly double[][] _k;
    private readonly double[] _start, _end, _stage, _scratch;
    private double _h;

    public DormandPrince(ITransientDynamics dynamics)
    {
        _dynamics = dynamics;
        _k = [.. Enumerable.Range(0, 7).Select(_ => new double[dynamics.Order])];
        _start = new double[dynamics.Order];
        _end = new double[dynamics.Order];
        _stage = new double[dynamics.Order];
        _scratch = new double[dynamics.Order];
    }

    public int ControlOrder => 5;

    public bool SuspectsStiffness { get; private set; }

    public double Try(
        double t, double h, ReadOnlySpan<double> y, ReadOnlySpan<double> f, Span<double> yEnd, Span<double> fEnd, double relative,
            double absolute)
    {
        _h = h;
        y.CopyTo(_start);
        f.CopyTo(_k[0]);
        for (int s = 1; s < 7; s++)
        {
            Combine(Weights[s], h, _start, s == 6 ? _end : _stage);
            _dynamics.Rate(t + Node[s] * h, s == 6 ? _end : _stage, _k[s]);
        }
        _end.CopyTo(yEnd);
        _k[6].CopyTo(fEnd);
        // Spectral radius estimate from the last two stages, both at the end of the step.
        double top = 0, bottom = 0;
        for (int i = 0; i < _end.Length; i++)
        {
            double df = _k[6][i] - _k[5][i], dy = _end[i] - _stage[i];
            top += df * df;
            bottom += dy * dy;
        }
        SuspectsStiffness = bottom > 0 && h * Math.Sqrt(top / bottom) > 3.25;
        Array.Clear(_scratch);
        Combine(Error, h, _scratch, _scratch);
        return ErrorNorm.Worst(_scratch, y, yEnd, relative, absolute);
    }

    public void Interpolate(double theta, Span<double> y)
    {
        Array.Clear(_scratch);
        Combine(Dense, _h, _scratch, _scratch);
        double one = 1 - theta;
        for (int i = 0; i < y.Length; i++)
        {
            double difference = _end[i] - _start[i];
            double first = _h * _k[0][i] - difference;
            double second = difference - _h * _k[6][i] - first;
            y[i] = _start[i] + theta * (difference + one * (first + theta * (second + one * _scratch[i])));
        }
    }

    /// <summary>target = origin + h Σ weights_s k_s.</summary>
    private void Combine(double[] weights, double h, double[] origin, double[] target)
    {
        if (!ReferenceEquals(origin, target)) origin.CopyTo(target, 0);
        for (int s = 0; s < weights.Length; s++)
            if (weights[s] != 0) TensorPrimitives.MultiplyAdd(_k[s], h * weights[s], target, target);
    }
}
