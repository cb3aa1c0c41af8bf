using Crossbar.Circuits;
using Crossbar.Devices;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>The states of one device inside a load: the simulator's implicit step D(x) = F(x, v), with D affine in x, is solved for x in
/// the range of each state. States are normalised to 0 … 1 and come to rest over the last 1e-4 before an end, as in the .lib twins: a state
/// that stopped dead would make the truncation error ask for ever shorter steps. Several states are solved in turn until none
/// moves.</summary>
internal sealed class ImplicitStates
{
    private const int MostIterations = 100, MostSweeps = 50;
    private const double EndWidth = 1e-4, Smallest = 1e-14, DifferenceFraction = 1e-7, DifferenceVolts = 1e-7;
    private readonly IDeviceModel _device;
    private readonly DeviceState[] _kinds;
    private readonly IDerivative[] _derivatives;
    private readonly double[] _start, _fractions, _states, _rates, _byVolts, _matrix;

    public ImplicitStates(Memristor memristor, IIntegrationMethod? method)
    {
        _device = memristor.Device;
        _kinds = [.. _device.States];
        _start = [.. _kinds.Select((kind, k) => kind.Normalize(memristor.StartStates[k]))];
        (_fractions, _states, _rates) = ([.. _start], new double[_kinds.Length], new double[_kinds.Length]);
        (_byVolts, _matrix) = (new double[_kinds.Length], new double[_kinds.Length * _kinds.Length]);
        _derivatives = method is null ? [] : [.. _kinds.Select(_ => method.CreateDerivative())];
    }

    /// <summary>Current, A.</summary>
    public double Amperes { get; private set; }

    /// <summary>di/dv with the states following, S.</summary>
    public double Siemens { get; private set; }

    /// <summary>State k, 0 … 1.</summary>
    public double Fraction(int k) => _fractions[k];

    /// <summary>d(state k)/dv of the present step, 1/V.</summary>
    public double FractionByVolts(int k) => _byVolts[k];

    /// <summary>Puts the states where they start.</summary>
    public void Initialize()
    {
        _start.CopyTo(_fractions, 0);
        for (int k = 0; k < _derivatives.Length; k++) _derivatives[k].Value = _start[k];
    }

    /// <summary>Finds the states at a voltage, then current and slope.</summary>
    /// <param name="volts">Voltage across the device, V.</param>
    /// <param name="isMoving">False in the operating point, where the states stand.</param>
    public void Solve(double volts, bool isMoving)
    {
        Array.Clear(_byVolts);
        if (isMoving && _derivatives.Length > 0) Step(volts);
        double siemens = 0, amperes = Current(volts, new Span<double>(ref siemens));
        for (int k = 0; k < _kinds.Length; k++)
        {
            if (_byVolts[k] == 0) continue;
            double x = _fractions[k], delta = x > 0.5 ? -DifferenceFraction : DifferenceFraction;
            _fractions[k] = x + delta;
            siemens += (Current(volts, []) - amperes) / delta * _byVolts[k];
            _fractions[k] = x;
        }
        (Amperes, Siemens) = (amperes, siemens);
    }

    private void Step(double volts)
    {
        int n = _kinds.Length;
        Span<double> offset = stackalloc double[n], steepness = stackalloc double[n];
        for (int k = 0; k < n; k++)
        {
            double before = _derivatives[k].GetPreviousValue(1);
            _derivatives[k].Value = _fractions[k] = before;
            _derivatives[k].Derive();
            steepness[k] = _derivatives[k].GetContributions(1).Jacobian;
            offset[k] = _derivatives[k].Derivative - steepness[k] * before;
        }
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            double moved = 0;
            for (int k = 0; k < n; k++)
            {
                double before = _fractions[k];
                SolveOne(k, volts, offset[k], steepness[k]);
                moved = Math.Max(moved, Math.Abs(_fractions[k] - before));
            }
            if (n == 1 || moved <= Smallest) break;
        }
        for (int k = 0; k < n; k++)
        {
            _derivatives[k].Value = _fractions[k];
            _derivatives[k].Derive();
        }
        Differentiate(volts, steepness);
    }

    /// <summary>Residual d + s x − F(x): where it is positive at 0 or negative at 1 the state stays at that end; between, its zero by
    /// regula falsi that halves a side which stays (Illinois).</summary>
    private void SolveOne(int k, double volts, double offset, double steepness)
    {
        double low = 0, high = 1, atLow = Residual(0), atHigh = Residual(1);
        if (atLow >= 0 || atHigh <= 0)
        {
            _fractions[k] = atLow >= 0 ? 0 : 1;
            return;
        }
        int side = 0;
        double x = _derivatives[k].GetPreviousValue(1);
        if (!(x > 0 && x < 1)) x = 0.5;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            double residual = Residual(x);
            if (residual == 0) break;
            if (residual > 0)
            {
                (high, atHigh) = (x, residual);
                if (side == 1) atLow *= 0.5;
                side = 1;
            }
            else
            {
                (low, atLow) = (x, residual);
                if (side == -1) atHigh *= 0.5;
                side = -1;
            }
            if (high - low <= Smallest) break;
            double next = low - atLow * (high - low) / (atHigh - atLow);
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            double change = Math.Abs(next - x);
            x = next;
            if (change <= Smallest) break;
        }
        _fractions[k] = x;

        double Residual(double fraction)
        {
            _fractions[k] = fraction;
            return offset + steepness * fraction - Rate(volts, k);
        }
    }

    /// <summary>(S − F_x) dx/dv = F_v; a state at an end of its range stays there.</summary>
    private void Differentiate(double volts, ReadOnlySpan<double> steepness)
    {
        int n = _kinds.Length;
        for (int i = 0; i < n; i++)
        {
            bool held = _fractions[i] is 0 or 1;
            double here = Rate(volts, i);
            _byVolts[i] = held ? 0 : (Rate(volts + DifferenceVolts, i) - here) / DifferenceVolts;
            for (int j = 0; j < n; j++)
            {
                double x = _fractions[j], delta = x > 0.5 ? -DifferenceFraction : DifferenceFraction;
                _fractions[j] = x + delta;
                _matrix[i * n + j] = (i == j ? held ? 1 : steepness[i] : 0) - (held ? 0 : (Rate(volts, i) - here) / delta);
                _fractions[j] = x;
            }
        }
        for (int p = 0; p < n; p++)
            for (int i = p + 1; i < n; i++)
            {
                double factor = _matrix[i * n + p] / _matrix[p * n + p];
                for (int j = p; j < n; j++) _matrix[i * n + j] -= factor * _matrix[p * n + j];
                _byVolts[i] -= factor * _byVolts[p];
            }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++) _byVolts[i] -= _matrix[i * n + j] * _byVolts[j];
            _byVolts[i] /= _matrix[i * n + i];
        }
    }

    private double Current(double volts, Span<double> siemens)
    {
        Denormalize();
        double amperes = 0;
        _device.Currents(new ReadOnlySpan<double>(in volts), _states, new Span<double>(ref amperes), siemens);
        return amperes;
    }

    /// <summary>Rate of the normalised state k, 1/s, 0 at the end that it goes to.</summary>
    private double Rate(double volts, int k)
    {
        Denormalize();
        _device.Rates(new ReadOnlySpan<double>(in volts), _states, _rates);
        double rate = _rates[k] / _kinds[k].Span, left = rate > 0 ? 1 - _fractions[k] : _fractions[k];
        return left < EndWidth ? rate * Math.Max(0, left) / EndWidth : rate;
    }

    private void Denormalize()
    {
        for (int k = 0; k < _kinds.Length; k++) _states[k] = _kinds[k].Denormalize(_fractions[k]);
    }
}
