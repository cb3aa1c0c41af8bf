using System.Numerics.Tensors;

namespace Crossbar.Engines.Reduced;

/// <summary>
/// The right-hand side of a <see cref="ReducedModel"/>: states y = (u, outputs of amplifiers with lag). One object per run; no
/// allocation after construction.
/// </summary>
internal sealed class ReducedDynamics
{
    private readonly ReducedModel _model;
    private readonly int _n, _signals;
    private readonly double[] _scaledA, _scaledB, _scaledI, _driveCurrent, _sensed, _outputs, _slopes;
    private readonly int[] _lagState;
    private readonly bool _uniform;

    public ReducedDynamics(ReducedModel model)
    {
        _model = model;
        (_n, _signals) = (model.Farads.Length, model.SignalCount);
        Signals = new double[_signals];
        _driveCurrent = new double[_n];
        _scaledA = (double[])model.A.Clone();
        _scaledB = (double[])model.B.Clone();
        _scaledI = (double[])model.Amperes.Clone();
        int width = model.AIsDiagonal ? 1 : _n;
        for (int i = 0; i < _n; i++)
        {
            double inverse = 1 / model.Farads[i];
            for (int j = 0; j < width; j++) _scaledA[i * width + j] *= inverse;
            for (int j = 0; j < _signals; j++) _scaledB[i * _signals + j] *= inverse;
            _scaledI[i] *= inverse;
        }
        int count = model.Amplifiers.Length;
        _sensed = new double[count];
        _outputs = new double[count];
        _slopes = new double[count];
        _lagState = new int[count];
        int next = _n;
        for (int k = 0; k < count; k++) _lagState[k] = model.Amplifiers[k].Amplifier.LagSeconds > 0 ? next++ : -1;
        Order = next;
        _uniform = count > 0 && model.Amplifiers.All(a =>
            a.Amplifier.LagSeconds == 0 && a.Amplifier.GainPerVolt == model.Amplifiers[0].Amplifier.GainPerVolt);
    }

    /// <summary>Number of state variables: capacitor nodes, then lagging amplifier outputs.</summary>
    public int Order { get; }

    /// <summary>The driven signals x of the latest <see cref="Rate"/> call, V.</summary>
    public double[] Signals { get; }

    /// <summary>State number of an amplifier's output, or −1 when it has no lag.</summary>
    public int LagState(int amplifier) => _lagState[amplifier];

    /// <summary>dy/dt at (t, y), V/s.</summary>
    public void Rate(double t, ReadOnlySpan<double> y, Span<double> rate)
    {
        Drive(t, y, rate);
        var u = y[.._n];
        for (int i = 0; i < _n; i++)
        {
            double driven = TensorPrimitives.Dot<double>(_scaledB.AsSpan(i * _signals, _signals), Signals);
            _driveCurrent[i] = driven;
            double lost = _model.AIsDiagonal ? _scaledA[i] * u[i] : TensorPrimitives.Dot(_scaledA.AsSpan(i * _n, _n), u);
            rate[i] = driven - lost + _scaledI[i];
        }
    }

    /// <summary>Power that the drivers deliver at the state of the latest <see cref="Rate"/> call, W.</summary>
    public double DeliveredWatts(ReadOnlySpan<double> y)
    {
        double watts = 0;
        for (int s = 0; s < _signals; s++)
            watts += Signals[s] * (_model.QIsDiagonal ? _model.Q[s * _signals + s] * Signals[s]
                : TensorPrimitives.Dot<double>(_model.Q.AsSpan(s * _signals, _signals), Signals));
        for (int i = 0; i < _n; i++) watts += y[i] * (_model.Amperes[i] - _driveCurrent[i] * _model.Farads[i]);
        return watts;
    }

    /// <summary>∂(dy/dt)/∂y at (t, y), Order × Order, row-major.</summary>
    public void Jacobian(double t, ReadOnlySpan<double> y, double[] jacobian)
    {
        Array.Clear(jacobian);
        for (int i = 0; i < _n; i++)
            for (int j = 0; j < (_model.AIsDiagonal ? 1 : _n); j++)
                jacobian[i * Order + (_model.AIsDiagonal ? i : j)] = -_scaledA[_model.AIsDiagonal ? i : i * _n + j];
        for (int k = 0; k < _model.Amplifiers.Length; k++)
        {
            var (signal, input, amplifier) = _model.Amplifiers[k];
            double gain = amplifier.GainPerVolt.At(t), tanh = Math.Tanh(gain * y[input]);
            double slope = amplifier.SupplyVolts * gain * (1 - tanh * tanh);
            int lag = _lagState[k];
            int column = lag < 0 ? input : lag;
            double factor = lag < 0 ? slope : 1;
            for (int i = 0; i < _n; i++) jacobian[i * Order + column] += _scaledB[i * _signals + signal] * factor;
            if (lag < 0) continue;
            double limit = amplifier.SlewVoltsPerSecond * amplifier.LagSeconds;
            double rateSlope = SlewSlope(amplifier.SupplyVolts * tanh - y[lag], limit) / amplifier.LagSeconds;
            jacobian[lag * Order + input] += rateSlope * slope;
            jacobian[lag * Order + lag] -= rateSlope;
        }
    }

    /// <summary>
    /// Whether small deviations from (t, y) die out. For the symmetric networks this tool builds the test is exact: −A + B F with
    /// F = ∂x/∂u is similar to a symmetric matrix, and it is stable when that one, negated, has a Cholesky factor.
    /// </summary>
    public bool IsStable(double t, ReadOnlySpan<double> y, double[] workspace)
    {
        Array.Clear(_slopes);
        var root = new double[_n];
        var signalOf = new int[_n];
        Array.Fill(signalOf, -1);
        foreach (var (signal, input, amplifier) in _model.Amplifiers)
        {
            double gain = amplifier.GainPerVolt.At(t), tanh = Math.Tanh(gain * y[input]);
            root[input] = Math.Sqrt(amplifier.SupplyVolts * gain * (1 - tanh * tanh));
            signalOf[input] = signal;
        }
        for (int i = 0; i < _n; i++)
            for (int j = 0; j <= i; j++)
            {
                double a = _model.AIsDiagonal ? (i == j ? _model.A[i] : 0) : 0.5 * (_model.A[i * _n + j] + _model.A[j * _n + i]);
                double b = 0.5 * ((signalOf[j] < 0 ? 0 : _model.B[i * _signals + signalOf[j]]) + (signalOf[i] < 0 ? 0 : _model.B[j * _signals + signalOf[i]]));
                workspace[i * Order + j] = a - b * root[i] * root[j];
            }
        return Cholesky.TryFactor(workspace, _n, Order);
    }

    private void Drive(double t, ReadOnlySpan<double> y, Span<double> rate)
    {
        foreach (var (signal, volts) in _model.Sources) Signals[signal] = volts.At(t);
        var amplifiers = _model.Amplifiers;
        if (_uniform)
        {
            double gain = amplifiers[0].Amplifier.GainPerVolt.At(t);
            for (int k = 0; k < amplifiers.Length; k++) _sensed[k] = gain * y[amplifiers[k].Input];
        }
        else
            for (int k = 0; k < amplifiers.Length; k++) _sensed[k] = amplifiers[k].Amplifier.GainPerVolt.At(t) * y[amplifiers[k].Input];
        TensorPrimitives.Tanh(_sensed, _outputs);
        for (int k = 0; k < amplifiers.Length; k++)
        {
            var (signal, _, amplifier) = amplifiers[k];
            double target = amplifier.SupplyVolts * _outputs[k];
            int lag = _lagState[k];
            if (lag < 0)
            {
                Signals[signal] = target;
                continue;
            }
            Signals[signal] = y[lag];
            rate[lag] = Slew(target - y[lag], amplifier.SlewVoltsPerSecond * amplifier.LagSeconds) / amplifier.LagSeconds;
        }
    }

    /// <summary>A difference limited smoothly to ± limit; the difference itself for an infinite limit.</summary>
    private static double Slew(double difference, double limit) =>
        double.IsPositiveInfinity(limit) ? difference : limit * Math.Tanh(difference / limit);

    private static double SlewSlope(double difference, double limit)
    {
        if (double.IsPositiveInfinity(limit)) return 1;
        double tanh = Math.Tanh(difference / limit);
        return 1 - tanh * tanh;
    }
}
