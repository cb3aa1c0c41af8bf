using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>An array's cells as one device model: the nominal device with a factor on conductance, voltage scale and speed for each cell,
/// and cells that are stuck or open. State rates see the voltage divided by the cell's voltage scale; the current law does not, so that a
/// shifted threshold does not change the read-out.</summary>
public sealed class CellPopulation : IDeviceModel
{
    private readonly double[] _conductance, _threshold, _speed, _volts, _stuckSiemens;
    private readonly CellFault[] _faults;

    /// <summary>Cells without variation or fault.</summary>
    public CellPopulation(IDeviceModel device, int cells)
        : this(device, Ones(cells), Ones(cells), Ones(cells), new CellFault[cells], 0)
    {
    }

    /// <summary>Cells with variation and faults.</summary>
    /// <param name="device">The nominal device.</param>
    /// <param name="variation">How cells differ.</param>
    /// <param name="faults">Fault of each cell.</param>
    /// <param name="readVolts">Voltage at which "on" and "off" of stuck cells are read, V.</param>
    /// <param name="key">Key of the array.</param>
    public CellPopulation(IDeviceModel device, CellVariation variation, CellFault[] faults, double readVolts, RandomKey key)
        : this(device,
            CellVariation.Factors(faults.Length, variation.ConductanceSpread, key.Fold("conductance spread")),
            CellVariation.Factors(faults.Length, variation.ThresholdSpread, key.Fold("threshold spread")),
            CellVariation.Factors(faults.Length, variation.SpeedSpread, key.Fold("speed spread")), faults, readVolts)
    {
    }

    private CellPopulation(IDeviceModel device, double[] conductance, double[] threshold, double[] speed, CellFault[] faults,
        double readVolts)
    {
        (Device, _conductance, _threshold, _speed, _faults) = (device, conductance, threshold, speed, faults);
        _volts = new double[faults.Length];
        var (off, on) = faults.Any(fault => fault is CellFault.StuckOn or CellFault.StuckOff) ? ConductanceRange.Of(device, readVolts)
            : (0, 0);
        _stuckSiemens = [.. faults.Select((fault, c) => fault switch
        {
            CellFault.StuckOn => on * conductance[c],
            CellFault.StuckOff => off * conductance[c],
            _ => 0,
        })];
    }

    /// <summary>The nominal device.</summary>
    public IDeviceModel Device { get; }

    /// <summary>Fault of each cell.</summary>
    public IReadOnlyList<CellFault> Faults => _faults;

    public string Name => Device.Name;
    public string Summary => Device.Summary;
    public string Source => Device.Source;
    public string NotModelled => Device.NotModelled;
    public IReadOnlyList<DeviceState> States => Device.States;
    public double LargestVolts => Device.LargestVolts;
    public int SetPolarity => Device.SetPolarity;
    public DeviceSweep Sweep => Device.Sweep;
    public ProgrammingPulses? Pulses => Device.Pulses;
    public DeviceSubcircuit Subcircuit => Device.Subcircuit;

    /// <summary>Some of the cells, with another factor on the speed of each (the luck of one pulse).</summary>
    /// <param name="cells">Which.</param>
    /// <param name="pulseSpeed">Factor for each of them.</param>
    public CellPopulation Select(IReadOnlyList<int> cells, IReadOnlyList<double> pulseSpeed) => new(Device,
        [.. cells.Select(c => _conductance[c])], [.. cells.Select(c => _threshold[c])],
            [.. cells.Select((c, k) => _speed[c] * pulseSpeed[k])],
        [.. cells.Select(c => _faults[c])], [.. cells.Select(c => _stuckSiemens[c])]);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens)
    {
        Device.Currents(volts, states, amperes, siemens);
        for (int c = 0; c < volts.Length; c++)
        {
            bool works = _faults[c] == CellFault.None;
            amperes[c] = works ? _conductance[c] * amperes[c] : _stuckSiemens[c] * volts[c];
            if (!siemens.IsEmpty) siemens[c] = works ? _conductance[c] * siemens[c] : _stuckSiemens[c];
        }
    }

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates)
    {
        int cells = volts.Length;
        for (int c = 0; c < cells; c++) _volts[c] = volts[c] / _threshold[c];
        Device.Rates(_volts, states, rates);
        for (int k = 0; k < rates.Length; k++)
            rates[k] = _faults[k % cells] == CellFault.None ? rates[k] * _speed[k % cells] : 0;
    }

    private CellPopulation(IDeviceModel device, double[] conductance, double[] threshold, double[] speed, CellFault[] faults,
        double[] stuck)
    {
        (Device, _conductance, _threshold, _speed, _faults, _stuckSiemens) = (device, conductance, threshold, speed, faults, stuck);
        _volts = new double[faults.Length];
    }

    private static double[] Ones(int cells)
    {
        var ones = new double[cells];
        Array.Fill(ones, 1);
        return ones;
    }
}
