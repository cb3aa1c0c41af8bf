using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Bench;

/// <summary>Integrates the states of a batch of cells, all in one adaptive step: ROS2, a linearly implicit method of order 2 that keeps its
/// order with any approximation of the Jacobian. Here that is the diagonal ∂ẋ/∂x by difference quotient, so stiffness inside a cell (a
/// window, a limiting term) costs a division, and the coupling through the wires is explicit. Growing modes are left explicit. The ends of
/// a state's range are met by projection after the step, with rates continued beyond, so that cells reaching an end do not shorten the step
/// of the others. Cost: 3 rate evaluations and 2 voltage solutions per step; no allocation after construction. Source: Verwer, Spee, Blom
/// and Hundsdorfer 1999, SIAM J. Sci. Comput. 20:1456, eq. 2.5, γ = 1 − 1/√2.</summary>
internal sealed class CellIntegrator
{
    private const double Gamma = 1 - 0.70710678118654752440;
    private const double DifferenceFraction = 1e-7, SmallestScaleFraction = 1e-3, ShortestSeconds = 1e-30;
    private readonly IDeviceModel _device;
    private readonly ICellVoltages _drive;
    private readonly double _tolerance;
    private readonly DeviceState[] _kinds;
    private readonly int _cells;
    private readonly double[] _rates, _slopes, _k1, _stage, _held, _stageRates, _stageVolts;
    private double _step, _watts;

    /// <summary>Takes the cells at t = 0.</summary>
    /// <param name="device">Their model.</param>
    /// <param name="cells">How many.</param>
    /// <param name="states">State k of cell c at [k · cells + c]; kept and advanced in place. Within the device's range.</param>
    /// <param name="drive">What holds them at a voltage.</param>
    /// <param name="tolerance">Error per step relative to the state (and to a thousandth of its range near zero). Default 1e-5 (our choice:
    /// global errors of some 1e-5). Range: 1e-10 … 0.1.</param>
    /// <exception cref="ArgumentException">A state lies outside its range or the count does not fit.</exception>
    public CellIntegrator(IDeviceModel device, int cells, double[] states, ICellVoltages drive, double tolerance = 1e-5)
    {
        _cells = Check.AtLeast(cells, 1, nameof(cells));
        Check.Length(states.Length, device.States.Count * cells, nameof(states));
        _tolerance = Check.InRange(tolerance, 1e-10, 0.1, nameof(tolerance));
        (_device, _drive, States) = (device, drive, states);
        _kinds = [.. device.States];
        for (int k = 0; k < _kinds.Length; k++)
            for (int c = 0; c < cells; c++)
                Check.InRange(states[k * cells + c], _kinds[k].Low, _kinds[k].High, $"{_kinds[k].Name} of cell {c}", _kinds[k].Unit);
        int n = states.Length;
        (_rates, _slopes, _k1, _stage, _held, _stageRates) = (new double[n], new double[n], new double[n], new double[n], new double[n],
            new double[n]);
        (Volts, Amperes, _stageVolts) = (new double[cells], new double[cells], new double[cells]);
        Refresh();
    }

    /// <summary>Present time, s.</summary>
    public double Seconds { get; private set; }

    /// <summary>States at the present time.</summary>
    public double[] States { get; }

    /// <summary>Voltage across each cell at the present time, V.</summary>
    public double[] Volts { get; }

    /// <summary>Current of each cell at the present time, A.</summary>
    public double[] Amperes { get; }

    /// <summary>Energy turned into heat in all cells since t = 0, J: trapezoid rule over the steps.</summary>
    public double CellJoules { get; private set; }

    public int Steps { get; private set; }

    /// <summary>Steps tried and shortened.</summary>
    public int Rejected { get; private set; }

    /// <summary>Goes on to a time.</summary>
    /// <param name="untilSeconds">Where to stop, s.</param>
    /// <param name="largestStepSeconds">Longest step, s.</param>
    /// <param name="onStep">Called after every step; may read everything.</param>
    /// <param name="cancellation">Ends it between steps.</param>
    /// <exception cref="CircuitException">No step, however short, meets the tolerance.</exception>
    public void Advance(
        double untilSeconds, double largestStepSeconds = double.PositiveInfinity, Action<CellIntegrator>? onStep = null,
            CancellationToken cancellation = default)
    {
        while (Seconds < untilSeconds)
        {
            cancellation.ThrowIfCancellationRequested();
            double limit = Math.Min(untilSeconds, _drive.NextCorner(Seconds));
            StepTo(limit, largestStepSeconds);
            onStep?.Invoke(this);
        }
    }

    /// <summary>Voltages, currents, rates and slopes at the present states: at the start and after a corner of the drive.</summary>
    private void Refresh()
    {
        _drive.Solve(Seconds, States, Volts);
        _device.Currents(Volts, States, Amperes, []);
        _device.Rates(Volts, States, _rates);
        Differentiate();
        _watts = Watts(Volts, Amperes);
    }

    private void StepTo(double limit, double largest)
    {
        double span = limit - Seconds;
        if (_step <= 0) _step = FirstStep(span);
        while (true)
        {
            double h = Math.Min(_step, largest);
            bool reaches = h >= 0.99 * span;
            if (reaches) h = span;
            double error = Try(h);
            double factor = double.IsFinite(error) ? 0.9 / Math.Sqrt(Math.Max(error, 1e-4)) : 0.1;
            if (error <= 1)
            {
                Accept(h, reaches ? limit : Seconds + h);
                // A step cut short by a corner says little about the next one: it may only lengthen the plan.
                double next = h * Math.Min(factor, 5);
                _step = reaches ? Math.Max(_step, next) : next;
                if (reaches && factor < 1) _step = next;
                return;
            }
            Rejected++;
            _step = h * Math.Clamp(factor, 0.1, 0.8);
            if (!(Seconds + _step > Seconds) || _step < ShortestSeconds)
                throw new CircuitException("devices",
                    $"{_device.Name}: no step is short enough at {Seconds} s; the device changes too fast for its drive.");
        }
    }

    /// <summary>A hundredth of the way to the next corner, or as long as no state moves by more than a hundredth of its range.</summary>
    private double FirstStep(double span)
    {
        double step = span / 100;
        for (int k = 0; k < _kinds.Length; k++)
            for (int i = k * _cells; i < (k + 1) * _cells; i++)
                if (step * Math.Abs(_rates[i]) > 0.01 * _kinds[k].Span) step = 0.01 * _kinds[k].Span / Math.Abs(_rates[i]);
        return step;
    }

    /// <summary>Tries a step; leaves the end states in the stage array and returns the error in units of the tolerance.</summary>
    private double Try(double h)
    {
        double gh = Gamma * h;
        for (int i = 0; i < _stage.Length; i++)
        {
            _k1[i] = _rates[i] / (1 - gh * _slopes[i]);
            _stage[i] = States[i] + h * _k1[i];
        }
        Hold(_stage, _held);
        Volts.CopyTo(_stageVolts, 0);
        _drive.Solve(Seconds + h, _held, _stageVolts);
        _device.Rates(_stageVolts, _held, _stageRates);
        double worst = 0;
        for (int k = 0; k < _kinds.Length; k++)
        {
            double low = _kinds[k].Low, high = _kinds[k].High, floor = SmallestScaleFraction * _kinds[k].Span;
            for (int i = k * _cells; i < (k + 1) * _cells; i++)
            {
                double k2 = (_stageRates[i] - 2 * _k1[i]) / (1 - gh * _slopes[i]);
                double free = States[i] + h * (1.5 * _k1[i] + 0.5 * k2), end = Math.Clamp(free, low, high);
                double scale = _tolerance * Math.Max(floor, Math.Max(Math.Abs(States[i]), Math.Abs(end)));
                // A cell that is pushed against an end is there, however far the free solution went; one that only overshot is not.
                bool isPushed = _stage[i] > high ? _stageRates[i] >= 0 : _stage[i] < low && _stageRates[i] <= 0;
                // Math.Max lets NaN through, so that a step into nonsense is refused.
                worst = Math.Max(worst, Math.Abs(isPushed ? end - _held[i] : free - _stage[i]) / scale);
                _stage[i] = end;
            }
        }
        return worst;
    }

    private void Accept(double h, double end)
    {
        _stage.CopyTo(States, 0);
        Seconds = end;
        _stageVolts.CopyTo(Volts, 0);
        double before = _watts;
        Refresh();
        CellJoules += 0.5 * h * (before + _watts);
        Steps++;
    }

    /// <summary>∂ẋ/∂x of every state for itself, towards the inside of the range; what grows is set to 0.</summary>
    private void Differentiate()
    {
        for (int k = 0; k < _kinds.Length; k++)
        {
            double delta = DifferenceFraction * _kinds[k].Span, middle = 0.5 * (_kinds[k].Low + _kinds[k].High);
            var own = States.AsSpan(k * _cells, _cells);
            States.CopyTo(_held, 0);
            for (int c = 0; c < _cells; c++) _held[k * _cells + c] += own[c] > middle ? -delta : delta;
            _device.Rates(Volts, _held, _stageRates);
            for (int i = k * _cells; i < (k + 1) * _cells; i++)
            {
                double slope = (_stageRates[i] - _rates[i]) / (_held[i] - States[i]);
                _slopes[i] = slope < 0 ? slope : 0;
            }
        }
    }

    private void Hold(double[] states, double[] held)
    {
        for (int k = 0; k < _kinds.Length; k++)
            for (int i = k * _cells; i < (k + 1) * _cells; i++)
                held[i] = Math.Clamp(states[i], _kinds[k].Low, _kinds[k].High);
    }

    private static double Watts(double[] volts, double[] amperes)
    {
        double sum = 0;
        for (int c = 0; c < volts.Length; c++) sum += volts[c] * amperes[c];
        return sum;
    }
}
