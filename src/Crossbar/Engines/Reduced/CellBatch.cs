using System.Numerics.Tensors;
using Crossbar.Devices;

namespace Crossbar.Engines.Reduced;

/// <summary>The cells of one <see cref="CellGroup"/> in a run: voltages, currents, rates and their slopes, and the arrays they live in.
/// States come and go as numbers from 0 to 1; beyond that range a cell is evaluated at its end.</summary>
internal sealed class CellBatch
{
    // Differences wide against rounding (1e-16) and narrow against what a device does: parts of a state's range, and volts. Our choice.
    private const double StateDifference = 1e-7, VoltsDifference = 1e-6;
    private readonly IDeviceModel _device;
    private readonly double[] _low, _span, _held, _rates, _otherVolts, _otherAmperes, _otherRates;

    public CellBatch(CellGroup group)
    {
        Group = group;
        _device = group.Device;
        _low = [.. group.Kinds.Select(kind => kind.Low)];
        _span = [.. group.Kinds.Select(kind => kind.Span)];
        int cells = group.Cells.Length, states = group.Start.Length;
        (Volts, Amperes, Siemens) = (new double[cells], new double[cells], new double[cells]);
        (_otherVolts, _otherAmperes) = (new double[cells], new double[cells]);
        (_held, _rates, _otherRates) = (new double[states], new double[states], new double[states]);
        (AmperesByState, RateByState, RateByVolts) = (new double[states], new double[states], new double[states]);
    }

    /// <summary>The elements behind it.</summary>
    public CellGroup Group { get; }

    /// <summary>Voltage across each cell at the latest evaluation, V.</summary>
    public double[] Volts { get; }

    /// <summary>Current of each cell at the latest evaluation, A.</summary>
    public double[] Amperes { get; }

    /// <summary>dI/dV at constant state at the latest linearisation, S.</summary>
    public double[] Siemens { get; }

    /// <summary>∂I/∂x of each state at the latest linearisation, A.</summary>
    public double[] AmperesByState { get; }

    /// <summary>∂ẋ/∂x of each state for itself at the latest linearisation, 1/s; what grows is set to 0.</summary>
    public double[] RateByState { get; }

    /// <summary>∂ẋ/∂V of each state at the latest linearisation, 1/(V s).</summary>
    public double[] RateByVolts { get; }

    /// <summary>Voltages and currents at port voltages and states.</summary>
    public void Conduct(ReadOnlySpan<double> ports, ReadOnlySpan<double> states)
    {
        Place(ports, states);
        _device.Currents(Volts, _held, Amperes, []);
    }

    /// <summary>Rates of the states at the voltages of the latest <see cref="Conduct"/>, 1/s.</summary>
    public void Move(Span<double> rates)
    {
        _device.Rates(Volts, _held, rates);
        Normalize(rates);
    }

    /// <summary>Everything at port voltages and states, with all slopes.</summary>
    public void Linearize(ReadOnlySpan<double> ports, ReadOnlySpan<double> states)
    {
        Place(ports, states);
        int cells = Volts.Length;
        _device.Currents(Volts, _held, Amperes, Siemens);
        if (_rates.Length == 0) return;
        Move(_rates);
        TensorPrimitives.Add(Volts, VoltsDifference, _otherVolts);
        _device.Rates(_otherVolts, _held, RateByVolts);
        Normalize(RateByVolts);
        for (int i = 0; i < _rates.Length; i++) RateByVolts[i] = (RateByVolts[i] - _rates[i]) / VoltsDifference;
        for (int k = 0; k < _span.Length; k++)
        {
            double middle = _low[k] + 0.5 * _span[k], delta = StateDifference * _span[k];
            for (int i = k * cells; i < (k + 1) * cells; i++) _held[i] += _held[i] > middle ? -delta : delta;
            _device.Currents(Volts, _held, _otherAmperes, []);
            _device.Rates(Volts, _held, _otherRates);
            Normalize(_otherRates);
            for (int i = k * cells; i < (k + 1) * cells; i++)
            {
                double moved = (_held[i] - _low[k]) / _span[k] - Math.Clamp(states[i], 0, 1);
                AmperesByState[i] = (_otherAmperes[i - k * cells] - Amperes[i - k * cells]) / moved;
                RateByState[i] = Math.Min(0, (_otherRates[i] - _rates[i]) / moved);
                _held[i] = Physical(k, states[i]);
            }
        }
    }

    private void Place(ReadOnlySpan<double> ports, ReadOnlySpan<double> states)
    {
        int[] plus = Group.Plus, minus = Group.Minus;
        for (int c = 0; c < Volts.Length; c++) Volts[c] = ports[plus[c]] - ports[minus[c]];
        int cells = Volts.Length;
        for (int k = 0; k < _span.Length; k++)
            for (int i = k * cells; i < (k + 1) * cells; i++) _held[i] = Physical(k, states[i]);
    }

    private double Physical(int kind, double fraction) => _low[kind] + Math.Clamp(fraction, 0, 1) * _span[kind];

    private void Normalize(Span<double> rates)
    {
        int cells = Volts.Length;
        for (int k = 0; k < _span.Length; k++)
        {
            var own = rates.Slice(k * cells, cells);
            TensorPrimitives.Divide(own, _span[k], own);
        }
    }
}
