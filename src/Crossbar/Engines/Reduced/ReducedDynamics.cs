using System.Numerics.Tensors;
using Crossbar.Circuits;
using Hopfield.Numerics.Dense;
using MathNet.Numerics.LinearAlgebra;

namespace Crossbar.Engines.Reduced;

/// <summary>The right-hand side of a <see cref="ReducedModel"/>: states y = (u, outputs of amplifiers with lag). One object per run; no
/// allocation after construction.</summary>
internal sealed class ReducedDynamics : ITransientDynamics
{
    private readonly ReducedModel _model;
    private readonly int _n, _signals;
    private readonly double[] _driveAmperes, _lostAmperes, _signalAmperes, _perFarad, _outputs, _dependence;
    private readonly double[] _stateAmperes, _signalRate, _chargeAmperes, _chargedRate;
    private readonly double[] _injected;
    private readonly int[] _lagState, _dependsOn;
    private readonly bool _sensesStates, _sameGain;

    public ReducedDynamics(ReducedModel model)
    {
        _model = model;
        (_n, _signals) = (model.Farads.Length, model.SignalCount);
        Signals = new double[_signals];
        (_driveAmperes, _lostAmperes, _signalAmperes) = (new double[_n], new double[_n], new double[_signals]);
        _perFarad = [.. model.Farads.Select(farads => 1 / farads)];
        (_stateAmperes, _signalRate) = (new double[_n], new double[_signals]);
        (_injected, NoiseAmperes, NoiseVolts) = (new double[_n], new double[_n], new double[model.Amplifiers.Length]);
        (_chargeAmperes, _chargedRate) = (new double[_n], new double[_n]);
        int count = model.Amplifiers.Length;
        _outputs = new double[count];
        _dependence = new double[_signals];
        _dependsOn = new int[_signals];
        _lagState = new int[count];
        int next = _n;
        for (int k = 0; k < count; k++) _lagState[k] = model.Amplifiers[k].Amplifier.LagSeconds > 0 ? next++ : -1;
        Order = next;
        _sensesStates = model.Amplifiers.All(a => a.InputState >= 0);
        _sameGain = model.Amplifiers.All(a => a.Amplifier.GainPerVolt == model.Amplifiers[0].Amplifier.GainPerVolt);
    }

    /// <summary>Number of state variables: capacitor nodes, then lagging amplifier outputs.</summary>
    public int Order { get; }

    /// <summary>The driven signals x of the latest <see cref="Rate"/> call, V.</summary>
    public double[] Signals { get; }

    /// <summary>Noise current into each state node, A; held until it is written again.</summary>
    public double[] NoiseAmperes { get; }

    /// <summary>Noise voltage in series with each amplifier's input, V; held until it is written again.</summary>
    public double[] NoiseVolts { get; }

    /// <summary>Current into a state node from outside, constant, waveform and noise, at the latest <see cref="Rate"/> or
    /// <see cref="Observe"/> call, A.</summary>
    public double SourceAmperes(int state) => _model.Amperes[state] + _injected[state];

    /// <summary>State number of an amplifier's output, or −1 when it has no lag.</summary>
    public int LagState(int amplifier) => _lagState[amplifier];

    /// <summary>Where the output of a lagging amplifier starts: at its target, with everything before it in dependency order already
    /// placed.</summary>
    public double StartOutput(int amplifier, double[] state)
    {
        Drive(0, state, new double[Order]);
        return Target(_model.Amplifiers[amplifier], 0, state);
    }

    /// <summary>dy/dt at (t, y), V/s.</summary>
    public void Rate(double t, ReadOnlySpan<double> y, Span<double> rate)
    {
        Drive(t, y, rate);
        var u = y[.._n];
        _model.Transfer.Multiply(Signals, _driveAmperes);
        if (_model.AIsDiagonal) TensorPrimitives.Multiply(_model.A, u, _lostAmperes);
        else SymmetricProduct.Multiply(_model.A, _n, u, _lostAmperes);
        for (int i = 0; i < _n; i++) _stateAmperes[i] = _driveAmperes[i] - _lostAmperes[i] + _model.Amperes[i] + _injected[i];
        if (_model.WireCharge is null) TensorPrimitives.Multiply(_stateAmperes, _perFarad, rate[.._n]);
        else ChargeWires(_model.WireCharge, t, y, rate);
    }

    /// <summary>Solves (C + C_uu) u̇ = i − C_ux ẋ, where the amplifiers tie ẋ to u̇: by substitution, since C_ux is what a bit line sees of
    /// the word lines' charge, a small part of a small capacitance.</summary>
    private void ChargeWires(WireCharge charge, double t, ReadOnlySpan<double> y, Span<double> rate)
    {
        var next = rate[.._n];
        SymmetricProduct.Multiply(charge.InverseFarads, _n, _stateAmperes, next);
        for (int pass = 0; pass < 50; pass++)
        {
            SignalRates(t, y, rate);
            for (int i = 0; i < _n; i++)
                _chargeAmperes[i] = _stateAmperes[i] - TensorPrimitives.Dot(charge.CrossFarads.AsSpan(i * _signals, _signals), _signalRate);
            SymmetricProduct.Multiply(charge.InverseFarads, _n, _chargeAmperes, _chargedRate);
            double change = TensorPrimitives.Distance(_chargedRate, next), size = TensorPrimitives.Norm<double>(_chargedRate);
            _chargedRate.CopyTo(next);
            if (change <= 1e-12 * size) return;
        }
        throw new CircuitException(ReducedEngine.EngineName,
            "the wires' capacitance couples word and bit lines too strongly for a reduction of "
            + "first order: it must be small against the neurons' own capacitance over their gain. Use another engine, or larger node capacitors.");
    }

    /// <summary>dx/dt of every signal for given state rates, V/s.</summary>
    private void SignalRates(double t, ReadOnlySpan<double> y, ReadOnlySpan<double> rate)
    {
        foreach (var (signal, volts) in _model.Sources) _signalRate[signal] = volts.SlopeAt(t);
        for (int k = 0; k < _model.Amplifiers.Length; k++)
        {
            var place = _model.Amplifiers[k];
            if (_lagState[k] >= 0)
            {
                _signalRate[place.Signal] = rate[_lagState[k]];
                continue;
            }
            double gain = place.Amplifier.GainPerVolt.At(t), input = Input(place, y), tanh = Math.Tanh(gain * input);
            double inputRate = place.InputState >= 0 ? rate[place.InputState] : place.InputSign * _signalRate[place.InputSignal];
            _signalRate[place.Signal] = place.Amplifier.SupplyVolts * (1 - tanh * tanh)
                * (gain * inputRate + place.Amplifier.GainPerVolt.SlopeAt(t) * input);
        }
    }

    /// <summary>Current that charges the wires at each state node, at the latest <see cref="Rate"/> call, A.</summary>
    public double WireAmperes(int state, ReadOnlySpan<double> rate)
    {
        if (_model.WireCharge is not { } charge) return 0;
        return TensorPrimitives.Dot(charge.StateFarads.AsSpan(state * _n, _n), rate[.._n])
            + TensorPrimitives.Dot(charge.CrossFarads.AsSpan(state * _signals, _signals), _signalRate);
    }

    /// <summary>Power that the drivers deliver at the state of the latest <see cref="Rate"/> or <see cref="Observe"/> call, W.</summary>
    public double DeliveredWatts(ReadOnlySpan<double> y)
    {
        double watts = _model.InjectionWatts;
        if (_model.QIsDiagonal)
            for (int s = 0; s < _signals; s++) watts += Signals[s] * _model.Q[s * _signals + s] * Signals[s];
        else
        {
            SymmetricProduct.Multiply(_model.Q, _signals, Signals, _signalAmperes);
            watts += TensorPrimitives.Dot<double>(Signals, _signalAmperes);
        }
        for (int i = 0; i < _n; i++) watts += y[i] * (SourceAmperes(i) - _driveAmperes[i]);
        return _model.WireCharge is { } charge ? watts + ChargingWatts(charge) : watts;
    }

    /// <summary>Power into the word lines' capacitance, W.</summary>
    private double ChargingWatts(WireCharge charge)
    {
        double watts = 0;
        for (int i = 0; i < _n; i++)
            watts += _chargedRate[i] * TensorPrimitives.Dot<double>(charge.CrossFarads.AsSpan(i * _signals, _signals), Signals);
        for (int s = 0; s < _signals; s++)
            watts += Signals[s] * TensorPrimitives.Dot<double>(charge.SignalFarads.AsSpan(s * _signals, _signals), _signalRate);
        return watts;
    }

    /// <summary>Brings everything that <see cref="DeliveredWatts"/> needs up to date with (t, y).</summary>
    public void Observe(double t, ReadOnlySpan<double> y, Span<double> scratch)
    {
        if (_model.WireCharge is not null)
        {
            Rate(t, y, scratch);
            return;
        }
        Drive(t, y, scratch);
        _model.Transfer.Multiply(Signals, _driveAmperes);
    }

    /// <summary>∂(dy/dt)/∂y at (t, y), Order × Order, row-major; the signals must be those of a <see cref="Rate"/> call there.</summary>
    public void Jacobian(double t, ReadOnlySpan<double> y, double[] jacobian)
    {
        Array.Clear(jacobian);
        for (int i = 0; i < _n; i++)
            for (int j = 0; j < (_model.AIsDiagonal ? 1 : _n); j++)
                jacobian[i * Order + (_model.AIsDiagonal ? i : j)] = -_perFarad[i] * _model.A[_model.AIsDiagonal ? i : i * _n + j];
        // Every signal depends on at most one state, since an amplifier has one input: walk the chain in dependency order.
        Array.Fill(_dependsOn, -1);
        for (int k = 0; k < _model.Amplifiers.Length; k++)
        {
            var place = _model.Amplifiers[k];
            int column = place.InputState >= 0 ? place.InputState : _dependsOn[place.InputSignal];
            double inner = place.InputState >= 0 ? 1 : column < 0 ? 0 : place.InputSign * _dependence[place.InputSignal];
            double slope = inner * Slope(place, t, y);
            int lag = _lagState[k];
            if (lag < 0) (_dependsOn[place.Signal], _dependence[place.Signal]) = (column, slope);
            else
            {
                (_dependsOn[place.Signal], _dependence[place.Signal]) = (lag, 1);
                double rateSlope = SlewSlope(Target(place, t, y) - y[lag], place.Amplifier.SlewVoltsPerSecond * place.Amplifier.LagSeconds)
                    / place.Amplifier.LagSeconds;
                if (column >= 0) jacobian[lag * Order + column] += rateSlope * slope;
                jacobian[lag * Order + lag] -= rateSlope;
            }
            if (_dependsOn[place.Signal] is var at and >= 0)
                for (int i = 0; i < _n; i++)
                    jacobian[i * Order + at] += _model.B[i * _signals + place.Signal] / _model.Farads[i] * _dependence[place.Signal];
        }
        if (_model.WireCharge is not null) AddWires(_model.WireCharge, jacobian);
    }

    /// <summary>The one state on which a signal depends at the latest <see cref="Jacobian"/> call, −1 for none, and
    /// ∂signal/∂state.</summary>
    public (int State, double Slope) Dependence(int signal) => (_dependsOn[signal], _dependence[signal]);

    /// <summary>From C⁻¹ K to (C + C_uu)⁻¹ K; C_ux is left to Newton's iteration.</summary>
    private void AddWires(WireCharge charge, double[] jacobian)
    {
        var column = new double[_n];
        for (int j = 0; j < Order; j++)
        {
            for (int i = 0; i < _n; i++) column[i] = jacobian[i * Order + j] * _model.Farads[i];
            for (int i = 0; i < _n; i++)
                jacobian[i * Order + j] = TensorPrimitives.Dot<double>(charge.InverseFarads.AsSpan(i * _n, _n), column);
        }
    }

    /// <summary>Whether small deviations from (t, y) die out. For the symmetric networks this tool builds the test is exact: −A + B F with
    /// F = ∂x/∂u is similar to a symmetric matrix, and it is stable when that one, negated, has a Cholesky factor. Circuits in which
    /// amplifiers sense sources or each other are not of that form; there the eigenvalues of the Jacobian decide.</summary>
    public bool IsStable(double t, ReadOnlySpan<double> y, double[] workspace)
    {
        if (!_sensesStates)
        {
            Rate(t, y, new double[Order]);
            Jacobian(t, y, workspace);
            return Matrix<double>.Build.Dense(Order, Order, (i, j) => workspace[i * Order + j]).Evd()
                .EigenValues.All(value => value.Real < 0);
        }
        var root = new double[_n];
        var signalOf = new int[_n];
        Array.Fill(signalOf, -1);
        foreach (var place in _model.Amplifiers)
        {
            root[place.InputState] = Math.Sqrt(Slope(place, t, y));
            signalOf[place.InputState] = place.Signal;
        }
        for (int i = 0; i < _n; i++)
            for (int j = 0; j <= i; j++)
            {
                double a = _model.AIsDiagonal ? (i == j ? _model.A[i] : 0) : 0.5 * (_model.A[i * _n + j] + _model.A[j * _n + i]);
                double b = 0.5 * ((signalOf[j] < 0 ? 0 : _model.B[i * _signals + signalOf[j]])
                    + (signalOf[i] < 0 ? 0 : _model.B[j * _signals + signalOf[i]]));
                workspace[i * Order + j] = a - b * root[i] * root[j];
            }
        return CholeskyFactor.TryInPlace(workspace, _n, Order);
    }

    private void Drive(double t, ReadOnlySpan<double> y, Span<double> rate)
    {
        foreach (var (signal, volts) in _model.Sources) Signals[signal] = volts.At(t);
        NoiseAmperes.CopyTo(_injected, 0);
        foreach (var (state, sign, amperes) in _model.Injections) _injected[state] += sign * amperes.At(t);
        var amplifiers = _model.Amplifiers;
        if (amplifiers.Length == 0) return;
        for (int k = 0; k < amplifiers.Length; k++)
            if (_lagState[k] >= 0) Signals[amplifiers[k].Signal] = y[_lagState[k]];
        if (_sensesStates)
        {
            // All at once: the vectorised tanh is several times faster than one call per neuron.
            double gain = amplifiers[0].Amplifier.GainPerVolt.At(t);
            for (int k = 0; k < amplifiers.Length; k++)
                _outputs[k] = (y[amplifiers[k].InputState] + NoiseVolts[k])
                    * (_sameGain ? gain : amplifiers[k].Amplifier.GainPerVolt.At(t));
            TensorPrimitives.Tanh(_outputs, _outputs);
            for (int k = 0; k < amplifiers.Length; k++) Follow(k, amplifiers[k].Amplifier.SupplyVolts * _outputs[k], y, rate);
        }
        else
            for (int k = 0; k < amplifiers.Length; k++) Follow(k, Target(amplifiers[k], t, y, NoiseVolts[k]), y, rate);
    }

    /// <summary>The output of amplifier k is its target, or follows it.</summary>
    private void Follow(int k, double target, ReadOnlySpan<double> y, Span<double> rate)
    {
        var place = _model.Amplifiers[k];
        int lag = _lagState[k];
        if (lag < 0) Signals[place.Signal] = target;
        else rate[lag] = Slew(target - y[lag],
            place.Amplifier.SlewVoltsPerSecond * place.Amplifier.LagSeconds) / place.Amplifier.LagSeconds;
    }

    /// <summary>V tanh(g · input); the signals it senses must be up to date.</summary>
    private double Target(AmplifierPlace place, double t, ReadOnlySpan<double> y, double noiseVolts = 0) =>
        place.Amplifier.SupplyVolts * Math.Tanh(place.Amplifier.GainPerVolt.At(t) * (Input(place, y) + noiseVolts));

    /// <summary>∂target/∂input.</summary>
    private double Slope(AmplifierPlace place, double t, ReadOnlySpan<double> y)
    {
        double gain = place.Amplifier.GainPerVolt.At(t), tanh = Math.Tanh(gain * Input(place, y));
        return place.Amplifier.SupplyVolts * gain * (1 - tanh * tanh);
    }

    private double Input(AmplifierPlace place, ReadOnlySpan<double> y) =>
        place.InputState >= 0 ? y[place.InputState] : place.InputSign * Signals[place.InputSignal];

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
