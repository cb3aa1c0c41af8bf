using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary>Cells of any device model, held in given states: a read that is too short to change them.</summary>
internal sealed class DeviceCells : ICellLaw
{
    private readonly IDeviceModel _device;
    private readonly double[] _states;

    /// <summary>Takes one state of every kind for each cell, state k of cell c at [k · cells + c].</summary>
    /// <exception cref="ArgumentException">The states do not fit the array.</exception>
    public DeviceCells(IDeviceModel device, int rows, int columns, double[] states)
    {
        Check.Length(states.Length, device.States.Count * rows * columns, nameof(states));
        (_device, _states, Rows, Columns) = (device, states, rows, columns);
    }

    public int Rows { get; }
    public int Columns { get; }

    public void Evaluate(ReadOnlySpan<double> volts, Span<double> amperes, Span<double> siemens) =>
        _device.Currents(volts, _states, amperes, siemens);
}
