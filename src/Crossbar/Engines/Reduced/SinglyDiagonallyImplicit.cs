using System.Numerics.Tensors;
using Hopfield.Numerics.Dense;

namespace Crossbar.Engines.Reduced;

/// <summary>L-stable, stiffly accurate SDIRK method of order 4 with an embedded order-3 estimate, γ = 1/4, one LU factorisation a step and
/// simplified Newton iterations. For circuits with fast amplifiers beside slow nodes. Source: Hairer and Wanner, Solving ODEs II, 2nd ed.,
/// IV.6, table 6.5.</summary>
internal sealed class SinglyDiagonallyImplicit : IStepper
{
    private const double Gamma = 0.25;
    private static readonly double[] Node = [1.0 / 4, 3.0 / 4, 11.0 / 20, 1.0 / 2, 1];

    private static readonly double[][] Weights =
    [
        [],
        [1.0 / 2],
        [17.0 / 50, -1.0 / 25],
        [371.0 / 1360, -137.0 / 2720, 15.0 / 544],
        [25.0 / 24, -49.0 / 48, 125.0 / 16, -85.0 / 12],
    ];

    /// <summary>b − b̂.</summary>
    private static readonly double[] Error =
        [25.0 / 24 - 59.0 / 48, -49.0 / 48 + 17.0 / 96, 125.0 / 16 - 225.0 / 32, 0, 1.0 / 4];

    private readonly ReducedDynamics _dynamics;
    private readonly int _order;
    private readonly double[][] _k;
    private readonly double[] _jacobian, _start, _end, _startRate, _stage, _base, _rate, _correction, _scratch;
    private readonly DenseLu _lu;
    private double _h;

    public SinglyDiagonallyImplicit(ReducedDynamics dynamics)
    {
        _dynamics = dynamics;
        _order = dynamics.Order;
        _k = [.. Enumerable.Range(0, 5).Select(_ => new double[_order])];
        _jacobian = new double[_order * _order];
        (_start, _end, _startRate, _stage) = (new double[_order], new double[_order], new double[_order], new double[_order]);
        (_base, _rate, _correction, _scratch) = (new double[_order], new double[_order], new double[_order], new double[_order]);
        _lu = new DenseLu(_order);
    }

    public int ControlOrder => 4;

    public bool SuspectsStiffness => false;

    public double Try(
        double t, double h, ReadOnlySpan<double> y, ReadOnlySpan<double> f, Span<double> yEnd, Span<double> fEnd, double relative,
            double absolute)
    {
        _h = h;
        y.CopyTo(_start);
        f.CopyTo(_startRate);
        _dynamics.Rate(t, y, _rate);
        _dynamics.Jacobian(t, y, _jacobian);
        var iteration = _lu.Matrix;
        for (int i = 0; i < iteration.Length; i++) iteration[i] = -h * Gamma * _jacobian[i];
        for (int i = 0; i < _order; i++) iteration[i * _order + i] += 1;
        if (!_lu.Factor()) return double.NaN;
        for (int s = 0; s < 5; s++)
        {
            _start.CopyTo(_base, 0);
            for (int q = 0; q < s; q++) TensorPrimitives.MultiplyAdd(_k[q], h * Weights[s][q], _base, _base);
            (s == 0 ? _startRate : _k[s - 1]).CopyTo(_k[s], 0);
            if (!Solve(t + Node[s] * h, h, _k[s], 0.03 * relative, 0.03 * absolute)) return double.NaN;
        }
        _stage.CopyTo(_end, 0);
        _end.CopyTo(yEnd);
        _k[4].CopyTo(fEnd);
        Array.Clear(_scratch);
        for (int s = 0; s < 5; s++) TensorPrimitives.MultiplyAdd(_k[s], h * Error[s], _scratch, _scratch);
        return ErrorNorm.Worst(_scratch, y, yEnd, relative, absolute);
    }

    public void Interpolate(double theta, Span<double> y)
    {
        double one = 1 - theta;
        for (int i = 0; i < y.Length; i++)
        {
            double difference = _end[i] - _start[i];
            y[i] = one * _start[i] + theta * _end[i]
                + theta * one * (one * (_h * _startRate[i] - difference) - theta * (_h * _k[4][i] - difference));
        }
    }

    /// <summary>k = f(t, base + hγ k) by simplified Newton; leaves the stage value in <see cref="_stage"/>.</summary>
    private bool Solve(double t, double h, double[] k, double relative, double absolute)
    {
        double last = double.PositiveInfinity;
        for (int newton = 0; newton < 10; newton++)
        {
            TensorPrimitives.MultiplyAdd(k, h * Gamma, _base, _stage);
            _dynamics.Rate(t, _stage, _rate);
            TensorPrimitives.Subtract(_rate, k, _correction);
            _lu.Solve(_correction);
            TensorPrimitives.Add(k, _correction, k);
            TensorPrimitives.Multiply(_correction, h * Gamma, _correction);
            double size = ErrorNorm.Worst(_correction, _start, _stage, relative, absolute);
            if (size <= 1)
            {
                TensorPrimitives.MultiplyAdd(k, h * Gamma, _base, _stage);
                return true;
            }
            if (!(size < 2 * last)) return false;
            last = size;
        }
        return false;
    }
}
