using System.Numerics.Tensors;
using Hopfield.Numerics.Dense;

namespace Crossbar.Engines.Reduced;

/// <summary>ROS34PW2, a linearly implicit method of order 3 with an embedded order 2, L-stable, which keeps its order with any
/// approximation W of the Jacobian. W is exact but for two things: a cell's states do not see each other, and growing modes of a state are
/// left explicit. So the states are eliminated cell by cell and a dense system of the nodes is left: cost linear in cells, cubic in nodes.
/// Per step, every cell is evaluated seven times; no allocation. A state beyond an end of its range is put there after the step, and does
/// not count as an error when it was pushed. Source: Rang and Angermann 2005, BIT 45:761, table for ROS34PW2.</summary>
internal sealed class LinearlyImplicit : IStepper
{
    private const int Stages = 4;
    private const double Gamma = 0.43586652150845900, TimeDifference = 1e-5, SmallestFraction = 1e-3;

    private static readonly double[,] Alpha =
    {
        { 0, 0, 0, 0 },
        { 0.87173304301691801, 0, 0, 0 },
        { 0.84457060015369423, -0.11299064236484185, 0, 0 },
        { 0, 0, 1, 0 },
    };

    private static readonly double[,] Implicit =
    {
        { Gamma, 0, 0, 0 },
        { -0.87173304301691801, Gamma, 0, 0 },
        { -0.90338057013044082, 0.054180672388095326, Gamma, 0 },
        { 0.24212380706095346, -1.2232505839045147, 0.54526025533510214, Gamma },
    };

    private static readonly double[] Weights = [0.24212380706095346, -1.2232505839045147, 1.5452602553351020, Gamma];
    private static readonly double[] LowerWeights = [0.37810903145819369, -0.096042292212423178, 0.5, 0.21793326075422950];
    private static readonly LinearlyImplicitTable Table = LinearlyImplicitTable.Of(Alpha, Implicit, Weights, LowerWeights);

    private readonly CellDynamics _dynamics;
    private readonly Func<double, bool> _isDriven;
    private readonly int _m;
    private readonly double[][] _u = new double[Stages][];
    private readonly double[] _start, _startRate, _end, _endRate, _stage, _rate, _byTime, _error, _nodeJacobian;
    private readonly double[][] _divisor;
    private readonly bool[] _pinned;
    private readonly DenseLu _lu;
    private double _linearizedAt = double.NaN, _h;

    /// <summary>Takes the equations.</summary>
    /// <param name="dynamics">Nodes and cells.</param>
    /// <param name="isDriven">Whether sources or gains still change after a time.</param>
    public LinearlyImplicit(CellDynamics dynamics, Func<double, bool> isDriven)
    {
        (_dynamics, _isDriven, _m) = (dynamics, isDriven, dynamics.NodeOrder);
        int order = dynamics.Order;
        for (int s = 0; s < Stages; s++) _u[s] = new double[order];
        (_start, _startRate, _end, _endRate) = (new double[order], new double[order], new double[order], new double[order]);
        (_stage, _rate, _byTime, _error) = (new double[order], new double[order], new double[order], new double[order]);
        (_nodeJacobian, _lu) = (new double[_m * _m], new DenseLu(_m));
        _pinned = new bool[order];
        _divisor = [.. dynamics.Batches.Select(batch => new double[batch.Group.Start.Length])];
    }

    public int ControlOrder => 3;
    public bool SuspectsStiffness => false;

    public double Try(
        double t, double h, ReadOnlySpan<double> y, ReadOnlySpan<double> f, Span<double> yEnd, Span<double> fEnd, double relative,
            double absolute)
    {
        if (_linearizedAt != t) Linearize(t, h, y, f);
        _h = h;
        if (!Factor(h)) return double.NaN;
        for (int s = 0; s < Stages; s++)
        {
            var u = _u[s];
            if (s == 0) _startRate.CopyTo(u, 0);
            else
            {
                _start.CopyTo(_stage, 0);
                for (int q = 0; q < s; q++) AddScaled(_u[q], Table.Shift[s, q], _stage);
                _dynamics.RateBeyondEnds(t + Table.Node[s] * h, _stage, _rate);
                for (int i = _m; i < u.Length; i++)
                    if (_pinned[i] && (_start[i] >= 1 ? _rate[i] > 0 : _rate[i] < 0)) _rate[i] = 0;
                _rate.CopyTo(u, 0);
            }
            TensorPrimitives.Multiply(u, Gamma * h, u);
            for (int q = 0; q < s; q++) AddScaled(_u[q], Gamma * Table.Coupling[s, q], u);
            AddScaled(_byTime, Gamma * h * h * Table.TimeWeight[s], u);
            Solve(u, h);
        }
        double worst = Finish(relative, absolute);
        _end.CopyTo(yEnd);
        if (worst <= 1)
        {
            _dynamics.Rate(t + h, _end, _endRate);
            _endRate.CopyTo(fEnd);
        }
        return worst;
    }

    public void Interpolate(double theta, Span<double> y)
    {
        double one = 1 - theta;
        for (int i = 0; i < y.Length; i++)
        {
            double difference = _end[i] - _start[i];
            y[i] = one * _start[i] + theta * _end[i]
                + theta * one * (one * (_h * _startRate[i] - difference) - theta * (_h * _endRate[i] - difference));
        }
    }

    private void Linearize(double t, double h, ReadOnlySpan<double> y, ReadOnlySpan<double> f)
    {
        y.CopyTo(_start);
        f.CopyTo(_startRate);
        Array.Clear(_byTime);
        if (_isDriven(t))
        {
            double delta = TimeDifference * h;
            _dynamics.Rate(t + delta, _start, _byTime);
            for (int i = 0; i < _byTime.Length; i++) _byTime[i] = (_byTime[i] - _startRate[i]) / delta;
        }
        _dynamics.Linearize(t, _start, _nodeJacobian, _rate);
        // A state that is held at an end answers to nothing.
        for (int i = _m; i < _start.Length; i++) _pinned[i] = _startRate[i] == 0 && (_start[i] >= 1 || _start[i] <= 0);
        _linearizedAt = t;
    }

    /// <summary>I − γhW of the nodes once the cells' states are eliminated: each cell is then a conductance dI/dV + Σ ∂I/∂x
    /// dx/dV.</summary>
    private bool Factor(double h)
    {
        double gh = Gamma * h;
        _nodeJacobian.CopyTo(_lu.Matrix, 0);
        for (int b = 0; b < _divisor.Length; b++)
        {
            var (batch, divisor) = (_dynamics.Batches[b], _divisor[b]);
            int cells = batch.Volts.Length, first = _m + batch.Group.Offset;
            for (int i = 0; i < divisor.Length; i++) divisor[i] = _pinned[first + i] ? 1 : 1 / (1 - gh * batch.RateByState[i]);
            if (_m == 0) continue;
            for (int c = 0; c < cells; c++)
            {
                double siemens = batch.Siemens[c];
                for (int i = c; i < divisor.Length; i += cells)
                    if (!_pinned[first + i]) siemens += gh * batch.AmperesByState[i] * batch.RateByVolts[i] * divisor[i];
                _dynamics.AddConductance(_lu.Matrix, batch.Group.Plus[c], batch.Group.Minus[c], siemens);
            }
        }
        if (_m == 0) return true;
        var matrix = _lu.Matrix;
        for (int i = 0; i < matrix.Length; i++) matrix[i] *= -gh;
        for (int i = 0; i < _m; i++) matrix[i * _m + i] += 1;
        return _lu.Factor();
    }

    /// <summary>Solves (I − γhW) x = right side in place.</summary>
    private void Solve(double[] x, double h)
    {
        double gh = Gamma * h;
        var nodes = x.AsSpan(0, _m);
        for (int b = 0; b < _divisor.Length && _m > 0; b++)
        {
            var (batch, divisor) = (_dynamics.Batches[b], _divisor[b]);
            int cells = batch.Volts.Length, first = _m + batch.Group.Offset;
            for (int c = 0; c < cells; c++)
            {
                double amperes = 0;
                for (int i = c; i < divisor.Length; i += cells)
                    if (!_pinned[first + i]) amperes += batch.AmperesByState[i] * divisor[i] * x[first + i];
                _dynamics.AddCurrent(nodes, batch.Group.Plus[c], batch.Group.Minus[c], gh * amperes);
            }
        }
        if (_m > 0) _lu.Solve(nodes);
        for (int b = 0; b < _divisor.Length; b++)
        {
            var (batch, divisor) = (_dynamics.Batches[b], _divisor[b]);
            int cells = batch.Volts.Length, first = _m + batch.Group.Offset;
            for (int c = 0; c < cells; c++)
            {
                double volts = _m == 0 ? 0 : _dynamics.VoltsChange(nodes, batch.Group.Plus[c], batch.Group.Minus[c]);
                for (int i = c; i < divisor.Length; i += cells)
                    x[first + i] = _pinned[first + i] ? x[first + i] : divisor[i] * (x[first + i] + gh * batch.RateByVolts[i] * volts);
            }
        }
    }

    /// <summary>End state, held within the ranges, and the error in units of the tolerance. NaN gets through, so that a step into nonsense
    /// is refused.</summary>
    private double Finish(double relative, double absolute)
    {
        _start.CopyTo(_end, 0);
        Array.Clear(_error);
        for (int s = 0; s < Stages; s++)
        {
            AddScaled(_u[s], Table.Weights[s], _end);
            AddScaled(_u[s], Table.ErrorWeights[s], _error);
        }
        double worst = ErrorNorm.Worst(_error.AsSpan(0, _m), _start.AsSpan(0, _m), _end.AsSpan(0, _m), relative, absolute);
        for (int i = _m; i < _end.Length; i++)
        {
            double free = _end[i], lower = free - _error[i], held = Math.Clamp(free, 0, 1);
            bool isPushed = free > 1 ? _rate[i] >= 0 : free < 0 && _rate[i] <= 0;
            double error = Math.Abs(isPushed ? held - Math.Clamp(lower, 0, 1) : _error[i]);
            worst = Math.Max(worst, error / (relative * Math.Max(SmallestFraction, Math.Max(Math.Abs(_start[i]), Math.Abs(held)))));
            _end[i] = held;
        }
        return worst;
    }

    private static void AddScaled(double[] x, double factor, double[] sum)
    {
        if (factor != 0) TensorPrimitives.MultiplyAdd(x, factor, sum, sum);
    }
}
